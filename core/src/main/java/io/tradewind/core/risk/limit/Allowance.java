package io.tradewind.core.risk.limit;

/**
 * How much notional a limit leaves to a new entry.
 *
 * @param notional at least 0; infinite where the limit is not in the way
 * @param by the limit that says so
 */
public record Allowance(double notional, ExposureLimit by) {
  /** What is below 0, or no number, is nothing. */
  public Allowance {
    notional = notional > 0 ? notional : 0;
  }

  /** The smaller of two, the first of equals. */
  public Allowance orLess(Allowance other) {
    return other.notional < notional ? other : this;
  }
}

package io.tradewind.core.risk.limit;

/**
 * How far a limit is used.
 *
 * @param by which limit
 * @param used a ratio of equity or a count; NaN where there is no equity
 * @param limit in the same unit, infinite where nothing limits
 */
public record LimitUse(ExposureLimit by, double used, double limit) {

  /** What is used as a ratio of what is allowed. */
  public double share() {
    return used / limit;
  }
}

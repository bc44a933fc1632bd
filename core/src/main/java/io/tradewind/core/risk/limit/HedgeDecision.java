package io.tradewind.core.risk.limit;

/** What to do about a hedge. */
public sealed interface HedgeDecision {

  /** Nothing. */
  record Keep() implements HedgeDecision {}

  /**
   * Hold a perpetual of the reference instead of whatever hedge there is.
   *
   * @param notional in the currency of equity, below 0 for a short
   * @param asked what would bring everything to its target, where that is more than can be held
   * @param because which limit asks for the most
   */
  record Hedge(double notional, double asked, Cause because) implements HedgeDecision {}

  /** The hedge is no longer needed. */
  record Release() implements HedgeDecision {}

  /** What is over its limit. */
  enum Cause {
    /** The book moves too much with the reference. */
    BETA("beta to the reference"),
    /** The stops together lose too much. */
    HEAT("the heat of the portfolio");

    private final String text;

    Cause(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
    }
  }
}

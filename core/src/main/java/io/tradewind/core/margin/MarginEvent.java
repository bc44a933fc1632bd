package io.tradewind.core.margin;

import io.tradewind.analytics.check.Check;

/** What a venue does to an account without an order. */
public sealed interface MarginEvent {

  /** The book whose account it is. */
  int book();

  /** The instrument's place in the session. */
  int instrument();

  /** When, by the venue's clock, epoch nanoseconds. */
  long timeNs();

  /**
   * Funding was exchanged between longs and shorts.
   *
   * @param rate as a ratio of the notional; above 0 longs pay
   * @param amountScaled what was paid, in cash scale; negative where it was received
   */
  record Funded(int book, int instrument, long timeNs, double rate, long amountScaled)
      implements MarginEvent {}

  /**
   * It was asked to hold the contracts of an instrument in another way.
   *
   * @param mode as it was asked for
   * @param leverage as it was asked for, at least 1
   * @param outcome whether it holds from now on, or why not
   */
  record Changed(
      int book, int instrument, long timeNs, MarginMode mode, int leverage, MarginChange outcome)
      implements MarginEvent {
    /** Checks the range. */
    public Changed {
      Check.argument(leverage >= 1, "leverage must be >= 1, was %s", leverage);
    }
  }

  /**
   * A position was closed at the venue, all of it or a part, by somebody else than us.
   *
   * @param qtyScaled quantity, above 0, in quantity scale
   * @param priceScaled price, in price scale
   * @param quoteScaled price times quantity, in cash scale
   * @param feeScaled fee, in cash scale
   */
  record ClosedOutside(
      int book,
      int instrument,
      long timeNs,
      long qtyScaled,
      long priceScaled,
      long quoteScaled,
      long feeScaled)
      implements MarginEvent {
    /** Checks the ranges. */
    public ClosedOutside {
      Check.argument(qtyScaled > 0, "qtyScaled must be > 0, was %s", qtyScaled);
      Check.argument(priceScaled > 0, "priceScaled must be > 0, was %s", priceScaled);
    }
  }

  /**
   * A position was taken over and closed, all of it or a part.
   *
   * @param qtyScaled quantity, above 0, in quantity scale
   * @param priceScaled price, in price scale
   * @param quoteScaled price times quantity, in cash scale
   * @param feeScaled fee of the liquidation, in cash scale
   * @param coveredScaled loss beyond the margin, borne by the venue's insurance, in cash scale
   */
  record Liquidated(
      int book,
      int instrument,
      long timeNs,
      long qtyScaled,
      long priceScaled,
      long quoteScaled,
      long feeScaled,
      long coveredScaled)
      implements MarginEvent {
    /** Checks the ranges. */
    public Liquidated {
      Check.argument(qtyScaled > 0, "qtyScaled must be > 0, was %s", qtyScaled);
      Check.argument(priceScaled > 0, "priceScaled must be > 0, was %s", priceScaled);
      Check.argument(feeScaled >= 0, "feeScaled must be >= 0, was %s", feeScaled);
      Check.argument(coveredScaled >= 0, "coveredScaled must be >= 0, was %s", coveredScaled);
    }
  }
}

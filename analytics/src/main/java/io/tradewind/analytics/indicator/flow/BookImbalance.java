package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.DepthIndicator;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * How much more waits on the best {@code levels} of bids than on those of asks: {@code (bids -
 * asks) / (bids + asks)}, from -1 to 1; then both sums, in base. Levels that the book does not have
 * count as empty. Ready after 1 book; NaN while all these levels are empty. Source: C. Cao, O.
 * Hansch and X. Wang (2009), "The information content of an open limit-order book", Journal of
 * Futures Markets 29.
 */
public final class BookImbalance extends DepthIndicator {
  private static final IntParameter LEVELS = Parameter.integer("levels", 5, 1, 5000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "book-imbalance", "Bids against asks on the best levels")
          .source(
              "C. Cao, O. Hansch and X. Wang (2009), The information content of an open limit-order"
                  + " book, Journal of Futures Markets 29")
          .parameter(LEVELS)
          .sparse("imbalance", Unit.NUMBER)
          .output("bids", Unit.VOLUME)
          .output("asks", Unit.VOLUME)
          .makes(values -> new BookImbalance(values.get(LEVELS)));

  private final int levels;

  /**
   * Of the best levels.
   *
   * @param levels of each side, at least 1
   */
  public BookImbalance(int levels) {
    super(DEFINITION, 1);
    this.levels = LEVELS.check(levels);
  }

  @Override
  public double update(
      long timeNs, double[] bidPrices, double[] bidQtys, double[] askPrices, double[] askQtys) {
    double bids = Levels.quantity(bidQtys, levels);
    double asks = Levels.quantity(askQtys, levels);
    return publish((bids - asks) / (bids + asks), bids, asks);
  }
}

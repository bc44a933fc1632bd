package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.DepthIndicator;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * How fast each side fills up away from the middle: the slope of the line through the origin that
 * fits the quantities best which have added up at each level, {@code sum(d Q) / sum(d d)} with
 * {@code d} the level's distance from the middle in basis points and {@code Q} what waits up to it;
 * in base for each basis point. Then the pressure {@code (bids - asks) / (bids + asks)} of the two
 * slopes comes first, from -1 to 1: steeper bids hold the price up.
 *
 * <p>Ready after 1 book; NaN while a side is empty, or all its levels lie in the middle. After R.
 * Naes and J. Skjeltorp (2006), "Order book characteristics and the volume-volatility relation",
 * Journal of Financial Markets 9, who average the slopes from level to level of the logarithms of
 * Q; a fit of Q itself keeps its units and does not jump with an almost empty level.
 */
public final class BookSlope extends DepthIndicator {
  private static final IntParameter LEVELS = Parameter.integer("levels", 10, 1, 5000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.ORDER_FLOW, "book-slope", "How fast bids and asks fill up, and which faster")
          .source(
              "after R. Naes and J. Skjeltorp (2006), Order book characteristics and the"
                  + " volume-volatility relation, Journal of Financial Markets 9")
          .parameter(LEVELS)
          .sparse("pressure", Unit.NUMBER)
          .sparse("bids", Unit.VOLUME)
          .sparse("asks", Unit.VOLUME)
          .makes(values -> new BookSlope(values.get(LEVELS)));

  private final int levels;

  /**
   * Of the best levels.
   *
   * @param levels of each side, at least 1
   */
  public BookSlope(int levels) {
    super(DEFINITION, 1);
    this.levels = LEVELS.check(levels);
  }

  @Override
  public double update(
      long timeNs, double[] bidPrices, double[] bidQtys, double[] askPrices, double[] askQtys) {
    double mid = Levels.mid(bidPrices, bidQtys, askPrices, askQtys);
    double bids = slope(bidPrices, bidQtys, mid);
    double asks = slope(askPrices, askQtys, mid);
    return publish((bids - asks) / (bids + asks), bids, asks);
  }

  private double slope(double[] prices, double[] qtys, double mid) {
    double together = 0;
    double products = 0;
    double squares = 0;
    int count = Math.min(levels, qtys.length);
    for (int i = 0; i < count; i++) {
      if (qtys[i] != 0) {
        double distance = Levels.distance(prices[i], mid);
        together += qtys[i];
        products += distance * together;
        squares += distance * distance;
      }
    }
    return products / squares;
  }
}

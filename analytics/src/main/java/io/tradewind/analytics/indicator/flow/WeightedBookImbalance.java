package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.DepthIndicator;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * {@link BookImbalance} with each level weighted by {@code exp(-d / scale)}, {@code d} being its
 * distance from the middle in basis points of it, so that what waits far away counts little. From
 * -1 to 1. Ready after 1 book; NaN while a side is empty. Formula common knowledge; the exponential
 * weight is the choice made here.
 */
public final class WeightedBookImbalance extends DepthIndicator {
  private static final IntParameter LEVELS = Parameter.integer("levels", 20, 1, 5000);
  private static final DecimalParameter SCALE = Parameter.decimal("scale-bps", 10, 0.001, 10_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.ORDER_FLOW,
              "weighted-book-imbalance",
              "Bids against asks, weighted by their distance from the middle")
          .source("sum(w bids) - sum(w asks) over their sum, w = exp(-distance / scale)")
          .parameter(LEVELS)
          .parameter(SCALE)
          .sparse("imbalance", Unit.NUMBER)
          .makes(values -> new WeightedBookImbalance(values.get(LEVELS), values.get(SCALE)));

  private final int levels;
  private final double scaleBps;

  /**
   * Of the best levels.
   *
   * @param levels of each side, at least 1
   * @param scaleBps at this distance a level counts 1 / e
   */
  public WeightedBookImbalance(int levels, double scaleBps) {
    super(DEFINITION, 1);
    this.levels = LEVELS.check(levels);
    this.scaleBps = SCALE.check(scaleBps);
  }

  @Override
  public double update(
      long timeNs, double[] bidPrices, double[] bidQtys, double[] askPrices, double[] askQtys) {
    double mid = Levels.mid(bidPrices, bidQtys, askPrices, askQtys);
    double bids = weigh(bidPrices, bidQtys, mid);
    double asks = weigh(askPrices, askQtys, mid);
    return publish((bids - asks) / (bids + asks));
  }

  private double weigh(double[] prices, double[] qtys, double mid) {
    double sum = 0;
    int count = Math.min(levels, qtys.length);
    for (int i = 0; i < count; i++) {
      if (qtys[i] != 0) {
        sum += qtys[i] * StrictMath.exp(-Levels.distance(prices[i], mid) / scaleBps);
      }
    }
    return Double.isNaN(mid) ? Double.NaN : sum;
  }
}

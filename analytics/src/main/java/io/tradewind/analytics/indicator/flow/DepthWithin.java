package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.DepthIndicator;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;

/**
 * What waits no further than some basis points from the middle: bids and asks together, bids, asks,
 * in base. A book that is cut off nearer than that tells only what it has. Ready after 1 book; NaN
 * while a side is empty.
 */
public final class DepthWithin extends DepthIndicator {
  private static final DecimalParameter DISTANCE = Parameter.decimal("bps", 10, 0.001, 10_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "depth-within", "What waits near the middle")
          .source("sum of the quantities with |price - mid| / mid <= bps / 10000")
          .parameter(DISTANCE)
          .sparse("depth", Unit.VOLUME)
          .sparse("bids", Unit.VOLUME)
          .sparse("asks", Unit.VOLUME)
          .makes(values -> new DepthWithin(values.get(DISTANCE)));

  private final double bps;

  /**
   * Within a distance.
   *
   * @param bps of the middle, at least 0.001
   */
  public DepthWithin(double bps) {
    super(DEFINITION, 1);
    this.bps = DISTANCE.check(bps);
  }

  @Override
  public double update(
      long timeNs, double[] bidPrices, double[] bidQtys, double[] askPrices, double[] askQtys) {
    double mid = Levels.mid(bidPrices, bidQtys, askPrices, askQtys);
    double bids = within(bidPrices, bidQtys, mid);
    double asks = within(askPrices, askQtys, mid);
    return publish(bids + asks, bids, asks);
  }

  private double within(double[] prices, double[] qtys, double mid) {
    double sum = 0;
    for (int i = 0; i < qtys.length; i++) {
      if (Levels.distance(prices[i], mid) > bps) {
        break;
      }
      sum += qtys[i];
    }
    return Double.isNaN(mid) ? Double.NaN : sum;
  }
}

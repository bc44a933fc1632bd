package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.DepthIndicator;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;

/**
 * What an order of {@code qty} at the market would pay on average if it walked up the asks, and
 * what it would get walking down the bids; then by how many basis points of the middle each is
 * worse than the middle. Ready after 1 book; NaN where the book has less than {@code qty}, and the
 * slippages while a side is empty. Fees are not in it.
 */
public final class FillPrice extends DepthIndicator {
  private static final DecimalParameter QTY = Parameter.decimal("qty", 1, 1e-12, 1e15);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "fill-price", "Price and slippage of an order at the market")
          .source("sum(price taken) / qty over the levels that qty takes")
          .parameter(QTY)
          .sparse("buy", Unit.UNSCALED)
          .sparse("sell", Unit.UNSCALED)
          .sparse("buy-slippage-bps", Unit.UNSCALED)
          .sparse("sell-slippage-bps", Unit.UNSCALED)
          .makes(values -> new FillPrice(values.get(QTY)));

  private final double qty;

  /**
   * Of one size of order.
   *
   * @param qty in base, above 0
   */
  public FillPrice(double qty) {
    super(DEFINITION, 1);
    this.qty = QTY.check(qty);
  }

  @Override
  public double update(
      long timeNs, double[] bidPrices, double[] bidQtys, double[] askPrices, double[] askQtys) {
    double mid = Levels.mid(bidPrices, bidQtys, askPrices, askQtys);
    double buy = average(askPrices, askQtys);
    double sell = average(bidPrices, bidQtys);
    set(2, (buy - mid) / mid * Levels.BPS);
    set(3, (mid - sell) / mid * Levels.BPS);
    return publish(buy, sell);
  }

  private double average(double[] prices, double[] qtys) {
    double left = qty;
    double money = 0;
    for (int i = 0; i < qtys.length; i++) {
      if (left <= qtys[i]) {
        return (money + left * prices[i]) / qty;
      }
      if (qtys[i] != 0) {
        money += qtys[i] * prices[i];
        left -= qtys[i];
      }
    }
    return Double.NaN;
  }
}

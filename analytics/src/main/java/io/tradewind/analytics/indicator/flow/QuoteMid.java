package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.QuoteIndicator;
import io.tradewind.analytics.indicator.Unit;

/**
 * The middle of bid and ask {@code (bid + ask) / 2}, and the spread {@code ask - bid} in quote and
 * in basis points of the middle. Ready after 1 quote; NaN while a side is empty.
 */
public final class QuoteMid extends QuoteIndicator {
  private static final double BPS = 1e4;

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "quote-mid", "Middle of bid and ask, and the spread")
          .source("(bid + ask) / 2, ask - bid")
          .sparse("mid", Unit.PRICE)
          .sparse("spread", Unit.PRICE)
          .sparse("spread-bps", Unit.NUMBER)
          .makes(values -> new QuoteMid());

  /** Of the latest quote. */
  public QuoteMid() {
    super(DEFINITION, 1);
  }

  @Override
  public double update(
      long timeNs, double bidPrice, double bidQty, double askPrice, double askQty) {
    if (bidQty == 0 || askQty == 0) {
      return publish(Double.NaN, Double.NaN, Double.NaN);
    }
    double mid = (bidPrice + askPrice) / 2;
    double spread = askPrice - bidPrice;
    return publish(mid, spread, spread / mid * BPS);
  }
}

package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.QuoteIndicator;
import io.tradewind.analytics.indicator.Unit;

/**
 * The middle weighted by the queues, nearer to the side with less: {@code (bid askQty + ask bidQty)
 * / (bidQty + askQty)}, and how far it lies from the plain middle in basis points of it. Ready
 * after 1 quote; NaN while a side is empty. Source: J. Gatheral and R. Oomen (2010),
 * "Zero-intelligence realized variance estimation", Finance and Stochastics 14, who call it
 * microprice; S. Stoikov (2018), "The micro-price", Quantitative Finance 18, calls it weighted
 * mid-price and fits another one on top, {@link StoikovMicroprice}.
 */
public final class Microprice extends QuoteIndicator {
  private static final double BPS = 1e4;

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "microprice", "Middle weighted by the queues")
          .source(
              "J. Gatheral and R. Oomen (2010), Zero-intelligence realized variance estimation,"
                  + " Finance and Stochastics 14")
          .sparse("microprice", Unit.PRICE)
          .sparse("lean-bps", Unit.NUMBER)
          .makes(values -> new Microprice());

  /** Of the latest quote. */
  public Microprice() {
    super(DEFINITION, 1);
  }

  @Override
  public double update(
      long timeNs, double bidPrice, double bidQty, double askPrice, double askQty) {
    if (bidQty == 0 || askQty == 0) {
      return publish(Double.NaN, Double.NaN);
    }
    double imbalance = (bidQty - askQty) / (bidQty + askQty);
    double mid = (bidPrice + askPrice) / 2;
    double lean = imbalance * (askPrice - bidPrice) / 2;
    return publish(mid + lean, lean / mid * BPS);
  }
}

package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.QuoteIndicator;
import io.tradewind.analytics.indicator.Unit;

/**
 * How much more waits at the best bid than at the best ask: {@code (bidQty - askQty) / (bidQty +
 * askQty)}, from -1 to 1, which it is while one side is empty. Ready after 1 quote; NaN while both
 * are. Source: M. Gould and J. Bonart (2016), "Queue Imbalance as a One-Tick-Ahead Price Predictor
 * in a Limit Order Book", Market Microstructure and Liquidity 2.
 */
public final class QueueImbalance extends QuoteIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "queue-imbalance", "Best bid's queue against best ask's")
          .source(
              "M. Gould and J. Bonart (2016), Queue Imbalance as a One-Tick-Ahead Price Predictor"
                  + " in a Limit Order Book, Market Microstructure and Liquidity 2")
          .sparse("imbalance", Unit.NUMBER)
          .makes(values -> new QueueImbalance());

  /** Of the latest quote. */
  public QueueImbalance() {
    super(DEFINITION, 1);
  }

  @Override
  public double update(
      long timeNs, double bidPrice, double bidQty, double askPrice, double askQty) {
    return publish((bidQty - askQty) / (bidQty + askQty));
  }
}

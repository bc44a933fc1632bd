package io.tradewind.strategies;

import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;

/** Buys at the first close and holds: what every other strategy is to be measured by. */
public final class BuyAndHold implements Strategy {

  @Override
  public void prepare(Preparation preparation) {}

  @Override
  public void onBar(BarContext bar, Signals signals) {
    if (bar.position().isFlat()) {
      signals.enterLong("buy and hold");
    }
  }
}

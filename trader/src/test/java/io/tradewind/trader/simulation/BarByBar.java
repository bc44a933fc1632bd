package io.tradewind.trader.simulation;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;

/** Into the first instrument at one candle, and out of it at the next. */
public final class BarByBar implements Strategy {
  @Override
  public void prepare(Preparation preparation) {}

  @Override
  public void onBar(BarContext bar, Signals signals) {
    if (bar.instrumentIndex() != 0) {
      return;
    }
    if (bar.position().isFlat()) {
      signals.enterLong("bar").stop(bar.close() * 0.9).size(new SignalSize.Notional(500));
    } else {
      signals.exit("enough");
    }
  }

  @Override
  public void save(StateWriter out) {}

  @Override
  public void load(StateReader in) {}
}

package io.tradewind.trader.simulation;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.strategy.TradeContext;
import io.tradewind.core.time.Utc;

/**
 * Holds the first instrument with a stop far away, and asks every other second for a small entry or
 * an exit of the second, so that it is seen at once whether anything opens.
 */
public final class Steady implements Strategy {
  private static final long EVERY_NS = 2 * Utc.SECOND_NS;

  private long nextNs;

  @Override
  public void prepare(Preparation preparation) {
    preparation.trades();
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {}

  @Override
  public void onTrade(TradeContext trade, Signals signals) {
    if (trade.instrumentIndex() == 0) {
      if (trade.position().isFlat() && trade.timeNs() >= nextNs) {
        enter(trade, signals, 500);
      }
    } else if (trade.timeNs() >= nextNs) {
      nextNs = trade.timeNs() + EVERY_NS;
      if (trade.position().isFlat()) {
        enter(trade, signals, 100);
      } else {
        signals.exit("enough");
      }
    }
  }

  private static void enter(TradeContext trade, Signals signals, double worth) {
    signals.enterLong("steady").stop(trade.price() * 0.9).size(new SignalSize.Notional(worth));
  }

  @Override
  public void save(StateWriter out) {
    out.writeLong(nextNs);
  }

  @Override
  public void load(StateReader in) {
    nextNs = in.readLong();
  }
}

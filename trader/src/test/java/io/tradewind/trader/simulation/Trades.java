package io.tradewind.trader.simulation;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.strategy.TradeContext;
import java.util.SplittableRandom;

/** Opens and closes at random, but always the same of the same candle or trade. */
public final class Trades implements Strategy {
  private final long seed;
  private final boolean onTrades;
  private final int silence;
  private long seen;

  /** Of a seed; it speaks at two of so many trades. */
  public Trades(long seed, boolean onTrades, int silence) {
    this.silence = silence;
    this.seed = seed;
    this.onTrades = onTrades;
  }

  @Override
  public void prepare(Preparation preparation) {
    if (onTrades) {
      preparation.trades();
    }
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    speak(bar.timeNs(), bar.close(), signals, 3);
  }

  @Override
  public void onTrade(TradeContext trade, Signals signals) {
    speak(trade.timeNs(), trade.price(), signals, silence);
  }

  private void speak(long timeNs, double price, Signals signals, int silence) {
    SplittableRandom random = new SplittableRandom(seed * 31 + timeNs + seen++);
    switch (random.nextInt(silence)) {
      case 0 -> {
        var entry = signals.enterLong("up");
        if (random.nextBoolean()) {
          entry.limit(price * (1 - random.nextDouble(-0.0002, 0.0005)));
        }
        entry.stop(price * (1 - random.nextDouble(0.001, 0.01)));
        if (random.nextBoolean()) {
          entry.target(price * (1 + random.nextDouble(0.001, 0.01)));
        }
        entry.size(new SignalSize.Notional(random.nextDouble(100, 2_000)));
      }
      case 1 -> signals.exit("enough");
      default -> {}
    }
  }

  @Override
  public void onFill(FillContext fill) {
    seen++;
  }

  @Override
  public void save(StateWriter out) {
    out.writeLong(seen);
  }

  @Override
  public void load(StateReader in) {
    seen = in.readLong();
  }
}

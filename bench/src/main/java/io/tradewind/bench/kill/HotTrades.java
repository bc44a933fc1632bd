package io.tradewind.bench.kill;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.strategy.TradeContext;

/**
 * Opens and closes at most trades of the market, at the market or at a limit near it, with stops,
 * targets and parts that are closed; always the same of the same trades and fills.
 */
final class HotTrades implements Strategy {
  private final long seed;
  private final boolean sellsShort;
  private long seen;

  HotTrades(long seed, boolean sellsShort) {
    this.seed = seed;
    this.sellsShort = sellsShort;
  }

  @Override
  public void prepare(Preparation preparation) {
    preparation.trades();
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {}

  @Override
  public void onTrade(TradeContext trade, Signals signals) {
    SplitMix dice = new SplitMix(SplitMix.at(seed ^ trade.timeNs(), seen++));
    switch (dice.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> enter(trade.price(), signals, dice);
      case 5, 6 -> signals.exit("enough");
      case 7 -> signals.reduce(between(dice, 0.2, 0.8), "a part");
      default -> {}
    }
  }

  private void enter(double price, Signals signals, SplitMix dice) {
    int sign = sellsShort && dice.nextInt(2) == 0 ? -1 : 1;
    EntrySignal entry = sign > 0 ? signals.enterLong("up") : signals.enterShort("down");
    if (dice.nextInt(2) == 0) {
      entry.limit(price * (1 - sign * between(dice, -0.0004, 0.0003)));
    }
    entry.stop(price * (1 - sign * between(dice, 0.0005, 0.006)));
    if (dice.nextInt(2) == 0) {
      entry.target(price * (1 + sign * between(dice, 0.0005, 0.006)));
    }
    if (dice.nextInt(4) == 0) {
      entry.adds();
    }
    entry.size(new SignalSize.Notional(between(dice, 100, 1_500)));
  }

  private static double between(SplitMix dice, double least, double most) {
    return least + dice.nextDouble() * (most - least);
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

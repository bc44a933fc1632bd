package io.tradewind.testkit;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.feature.Features;
import io.tradewind.core.order.Side;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.BookContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.strategy.TradeContext;
import java.util.SplittableRandom;

/** Speaks at random, but always the same of the same event. */
public final class AnyStrategy implements Strategy {
  private final long seed;
  private long seen;

  /** Of a seed. */
  public AnyStrategy(long seed) {
    this.seed = seed;
  }

  @Override
  public void prepare(Preparation preparation) {
    preparation.feature(Features.ema(2));
    if (seed % 3 != 0) {
      preparation.trades();
    }
    if (seed % 5 != 0) {
      preparation.book();
    }
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    speak(bar.timeNs(), bar.close(), signals, 3);
  }

  @Override
  public void onTrade(TradeContext trade, Signals signals) {
    if (!trade.position().isFlat() || trade.buyerIsAggressor()) {
      speak(trade.timeNs(), trade.price(), signals, 30);
    }
  }

  @Override
  public void onBook(BookContext book, Signals signals) {
    if (book.depth().levels(Side.BUY) > 0 && book.depth().levels(Side.SELL) > 0) {
      speak(book.timeNs(), book.depth().microprice(), signals, 60);
    }
  }

  private void speak(long timeNs, double price, Signals signals, int silence) {
    SplittableRandom random = new SplittableRandom(seed * 31 + timeNs + seen++);
    switch (random.nextInt(silence)) {
      case 0 -> detail(signals.enterLong("up"), price, 1, random);
      case 1 -> detail(signals.enterShort("down"), price, -1, random);
      case 2 -> signals.exit("enough");
      default -> {}
    }
  }

  private static void detail(EntrySignal entry, double now, int sign, SplittableRandom random) {
    double at = now;
    if (random.nextBoolean()) {
      at = now * (1 - sign * random.nextDouble(-0.0002, 0.0003));
      entry.limit(at);
    }
    if (random.nextBoolean()) {
      entry.stop(at * (1 - sign * random.nextDouble(0.0002, 0.002)));
    }
    if (random.nextBoolean()) {
      entry.target(at * (1 + sign * random.nextDouble(0.0002, 0.002)));
    }
    entry.size(new SignalSize.Qty(random.nextDouble(0.5, 20)));
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

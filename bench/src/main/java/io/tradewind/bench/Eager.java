package io.tradewind.bench;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.trade.ExitRules;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What another strategy says, but sure of everything and with all of equity each time, on as much
 * leverage as chance has it: what is then held is what the limits leave. Keeps no memory that could
 * be saved, since it is for proofs alone.
 */
final class Eager implements Strategy {
  /** Two more than the shipped cap, so that the cap is asked, too. */
  private static final int MOST_LEVERAGE = 5;

  private final Strategy inner;
  private final SplittableRandom random;

  Eager(Strategy inner, long seed) {
    this.inner = inner;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return inner.parameters();
  }

  @Override
  public void prepare(Preparation preparation) {
    inner.prepare(preparation);
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    inner.onBar(bar, new Louder(signals));
  }

  @Override
  public void onFill(FillContext fill) {
    inner.onFill(fill);
  }

  private final class Louder implements Signals {
    private final Signals to;

    Louder(Signals to) {
      this.to = to;
    }

    @Override
    public EntrySignal enterLong(String reason) {
      return loud(to.enterLong(reason));
    }

    @Override
    public EntrySignal enterShort(String reason) {
      return loud(to.enterShort(reason));
    }

    private EntrySignal loud(EntrySignal entry) {
      int leverage = 1 + random.nextInt(MOST_LEVERAGE);
      return new Entry(entry.confidence(1).size(new SignalSize.Share(1)).leverage(leverage));
    }

    @Override
    public void exit(String reason) {
      to.exit(reason);
    }

    @Override
    public void reduce(double share, String reason) {
      to.reduce(share, reason);
    }

    @Override
    public void reduce(double share, double limit, String reason) {
      to.reduce(share, limit, reason);
    }

    @Override
    public Signals on(int instrumentIndex) {
      return new Louder(to.on(instrumentIndex));
    }
  }

  /** What is named of prices and times goes on; what is named of size and confidence does not. */
  private record Entry(EntrySignal to) implements EntrySignal {
    @Override
    public EntrySignal confidence(double confidence) {
      return this;
    }

    @Override
    public EntrySignal leverage(double leverage) {
      return this;
    }

    @Override
    public EntrySignal size(SignalSize size) {
      return this;
    }

    @Override
    public EntrySignal limit(double price) {
      to.limit(price);
      return this;
    }

    @Override
    public EntrySignal stop(double price) {
      to.stop(price);
      return this;
    }

    @Override
    public EntrySignal target(double price) {
      to.target(price);
      return this;
    }

    @Override
    public EntrySignal horizon(Duration horizon) {
      to.horizon(horizon);
      return this;
    }

    @Override
    public EntrySignal adds() {
      to.adds();
      return this;
    }

    @Override
    public EntrySignal exits(ExitRules exits) {
      to.exits(exits);
      return this;
    }
  }
}

package io.tradewind.testkit;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Does anything that a strategy may do, by a seeded generator whose state is its memory: entries of
 * both directions with stops, targets, limits, sizes and horizons, and exits. It also asks for
 * features on two intervals, and lets them and its fills steer it, so that a difference anywhere
 * shows in what it does.
 */
public final class RandomStrategy implements Strategy {
  private final boolean shorts;
  private final List<Feature> features = new ArrayList<>();
  private long state;

  /**
   * Seeded.
   *
   * @param shorts whether it sells short, too
   */
  public RandomStrategy(long seed, boolean shorts) {
    this.state = seed * 0x9E3779B97F4A7C15L + 1;
    this.shorts = shorts;
  }

  @Override
  public void prepare(Preparation preparation) {
    features.add(preparation.feature(Features.ema(5)));
    features.add(preparation.feature(Features.atr(3)));
    features.add(
        preparation.feature(
            new io.tradewind.core.time.Interval(4 * preparation.interval().durationNs()),
            Features.sma(3)));
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    boolean warm = bar.value(features.get(0)) > bar.value(features.get(2));
    double dice = next() + (warm ? 0.02 : 0);
    if (dice < 0.12) {
      enter(bar, signals, !shorts || next() < 0.5);
    } else if (dice < 0.18) {
      signals.exit("enough");
    }
  }

  @Override
  public void onFill(FillContext fill) {
    state ^= Double.doubleToLongBits(fill.price()) + fill.timeNs();
  }

  private void enter(BarContext bar, Signals signals, boolean isLong) {
    int sign = isLong ? 1 : -1;
    EntrySignal entry = isLong ? signals.enterLong("a hunch") : signals.enterShort("a hunch");
    double base = bar.close();
    if (next() < 0.3) {
      base = bar.close() * (1 - sign * 0.01 * next());
      entry.limit(base);
    }
    if (next() < 0.3) {
      entry.horizon(Duration.ofHours(1 + (long) (next() * 5)));
    }
    if (next() < 0.6) {
      entry.stop(base * (1 - sign * (0.002 + 0.03 * next())));
    }
    for (int i = 0; i < 3 && next() < 0.5; i++) {
      entry.target(base * (1 + sign * (0.002 + 0.04 * next())));
    }
    double kind = next();
    if (kind < 0.3) {
      entry.size(new SignalSize.Share(0.05 + 0.5 * next()));
    } else if (kind < 0.5) {
      entry.size(new SignalSize.Qty(1 + 20 * next()));
    } else if (kind < 0.6) {
      entry.size(new SignalSize.Notional(50 + 5_000 * next()));
    }
  }

  /** Uniform in [0, 1): splitmix64 (Steele, Lea and Flood 2014). */
  private double next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
  }

  @Override
  public void save(StateWriter out) {
    out.writeLong(state);
  }

  @Override
  public void load(StateReader in) {
    state = in.readLong();
  }
}

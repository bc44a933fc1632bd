package io.tradewind.bench;

import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import java.util.SplittableRandom;

/** Goes long and short at random, with a stop anywhere in the shipped band; trades often. */
final class AnyEntry implements Strategy {
  private static final double NEAREST = 0.005;
  private static final double TIMES = 20;

  private final SplittableRandom random;

  AnyEntry(long seed) {
    this.random = new SplittableRandom(seed);
  }

  @Override
  public void prepare(Preparation preparation) {}

  @Override
  public void onBar(BarContext bar, Signals signals) {
    if (!bar.position().isFlat()) {
      if (random.nextInt(50) == 0) {
        signals.exit("enough");
      } else if (random.nextInt(50) == 0) {
        enter(bar, signals, bar.position().isLong()).adds();
      }
    } else if (random.nextInt(10) == 0) {
      enter(bar, signals, random.nextBoolean());
    }
  }

  private EntrySignal enter(BarContext bar, Signals signals, boolean up) {
    int sign = up ? 1 : -1;
    double risk = NEAREST * StrictMath.pow(TIMES, random.nextDouble());
    EntrySignal entry = up ? signals.enterLong("up") : signals.enterShort("down");
    entry.stop(bar.close() * (1 - sign * risk));
    if (random.nextInt(3) == 0) {
      entry.target(bar.close() * (1 + sign * risk * random.nextDouble(1.5, 4)));
    }
    return entry;
  }
}

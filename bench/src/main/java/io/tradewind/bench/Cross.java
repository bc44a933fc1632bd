package io.tradewind.bench;

import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/** EMA 12/26 cross, long only, stop 1 % under and target 2 % over the close. */
final class Cross implements Strategy {
  static final double STOP = 0.01;
  static final double TARGET = 0.02;
  private @Nullable Feature fast;
  private @Nullable Feature slow;

  @Override
  public void prepare(Preparation preparation) {
    fast = preparation.feature(Features.ema(12));
    slow = preparation.feature(Features.ema(26));
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    Feature quick = java.util.Objects.requireNonNull(fast);
    Feature calm = java.util.Objects.requireNonNull(slow);
    if (bar.crossedAbove(quick, calm)) {
      if (bar.position().isFlat()) {
        double close = bar.close();
        signals
            .enterLong("EMA 12 crossed above EMA 26")
            .stop(close * (1 - STOP))
            .target(close * (1 + TARGET));
      }
    } else if (bar.crossedBelow(quick, calm) && bar.position().isLong()) {
      signals.exit("EMA 12 crossed below EMA 26");
    }
  }
}

package io.tradewind.strategies;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import java.util.List;

/**
 * Long while a fast exponential average is above a slow one: in when it crosses above, out when it
 * crosses below, with a stop and a target at fixed distances from the close.
 */
public final class EmaCross implements Strategy {
  private static final Parameter<Integer> FAST = Parameter.integer("fast", 12, 2, 200);
  private static final Parameter<Integer> SLOW = Parameter.integer("slow", 26, 3, 500);
  private static final Parameter<Double> STOP = Parameter.decimal("stop-percent", 3, 0.1, 50);
  private static final Parameter<Double> TARGET = Parameter.decimal("target-percent", 9, 0.1, 500);

  private final Handles handles = new Handles();
  private String above = "";
  private String below = "";
  private double stop;
  private double target;

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(FAST, SLOW, STOP, TARGET);
  }

  @Override
  public void prepare(Preparation preparation) {
    int fast = preparation.get(FAST);
    int slow = preparation.get(SLOW);
    Check.argument(fast < slow, "fast must be < slow = %s, was %s", slow, fast);
    handles.set(preparation.feature(Features.ema(fast)), preparation.feature(Features.ema(slow)));
    above = "EMA " + fast + " crossed above EMA " + slow;
    below = "EMA " + fast + " crossed below EMA " + slow;
    stop = preparation.get(STOP) / 100;
    target = preparation.get(TARGET) / 100;
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    Feature fast = handles.get(0);
    Feature slow = handles.get(1);
    if (bar.position().isFlat() && bar.crossedAbove(fast, slow)) {
      double close = bar.close();
      signals.enterLong(above).stop(close * (1 - stop)).target(close * (1 + target));
    } else if (bar.position().isLong() && bar.crossedBelow(fast, slow)) {
      signals.exit(below);
    }
  }
}

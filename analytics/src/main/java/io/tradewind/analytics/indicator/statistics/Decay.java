package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * A peak that sinks until a higher value comes: {@code max(x, d - 1 / length, 0)}, or {@code max(x,
 * d (1 - 1 / length), 0)} if it sinks exponentially. Meant for signals of 1 and 0. Ready after 1
 * value. As decay of pandas-ta and of Tulip Indicators.
 */
public final class Decay extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 5, 1, 100_000);

  private static final ChoiceParameter KIND = Parameter.choice("kind", "linear", "exponential");

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "decay", "A peak that sinks until the next one")
          .source("the value, or the last peak less what it has lost")
          .parameter(LENGTH)
          .parameter(KIND)
          .output("decay", Unit.UNSCALED)
          .memory(Memory.LASTING)
          .makes(values -> new Decay(values.get(LENGTH), values.get(KIND)));

  private final double rate;

  private final boolean exponential;

  private double decay;

  /**
   * Which sinks to nothing from 1.
   *
   * @param length at least 1, usually 5
   * @param kind how it sinks
   */
  public Decay(int length, String kind) {
    super(DEFINITION, 1);
    rate = 1.0 / LENGTH.check(length);
    exponential = KIND.parse(kind).equals("exponential");
  }

  @Override
  public double update(double value) {
    double left = exponential ? decay * (1.0 - rate) : decay - rate;
    decay = Math.max(Math.max(value, left), 0.0);
    return publish(decay);
  }

  @Override
  protected void resetOwn() {
    decay = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(decay);
  }

  @Override
  protected void loadOwn(StateReader in) {
    decay = in.readDouble();
  }
}

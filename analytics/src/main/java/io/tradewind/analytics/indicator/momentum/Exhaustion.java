package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.Lag;

/**
 * DeMark's setup count: how many values in a row lie above, and how many below, the value {@code
 * length} bars before each of them. Outputs: 0 up, 1 down. A count of 9 is a setup. Ready after
 * {@code length + 1} values. Source: T. R. DeMark (1994), "The New Science of Technical Analysis".
 * As pandas-ta's exhc, which counts no further than 13.
 */
public final class Exhaustion extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 4, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "exhaustion",
              "How many values in a row lie above, or below, those some bars before")
          .source("T. R. DeMark (1994), The New Science of Technical Analysis")
          .parameter(LENGTH)
          .output("up", Unit.BARS)
          .output("down", Unit.BARS)
          .memory(Memory.FADING)
          .makes(values -> new Exhaustion(values.get(LENGTH)));

  private final Lag before;

  private double up;

  private double down;

  /**
   * Over the last values.
   *
   * @param length bars between the two, at least 1, usually 4
   */
  public Exhaustion(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    before = part(new Lag(length));
  }

  @Override
  public double update(double value) {
    double change = value - before.push(value);
    up = change > 0 ? up + 1.0 : 0.0;
    down = change < 0 ? down + 1.0 : 0.0;
    return Double.isNaN(change) ? publish(change, change) : publish(up, down);
  }

  @Override
  protected void resetOwn() {
    up = 0;
    down = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(up).writeDouble(down);
  }

  @Override
  protected void loadOwn(StateReader in) {
    up = in.readDouble();
    down = in.readDouble();
  }
}

package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Psychological line, 0 to 100: the percentage of the last {@code length} values that were above
 * the one before. Ready after {@code length + 1} values.
 */
public final class PsychologicalLine extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 12, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "psychological-line", "Percentage of values that rose")
          .source("percentage of the last values that were above the one before")
          .parameter(LENGTH)
          .output("psychological-line", Unit.PERCENT)
          .makes(values -> new PsychologicalLine(values.get(LENGTH)));

  private final RollingSum rises;
  private double previous = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length at least 1, usually 12
   */
  public PsychologicalLine(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    rises = part(new RollingSum(length));
  }

  @Override
  public double update(double value) {
    double direction = Math.signum(value - previous);
    previous = value;
    rises.add(Math.max(direction, 0.0));
    return publish(100.0 * rises.mean());
  }

  @Override
  protected void resetOwn() {
    previous = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previous);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previous = in.readDouble();
  }
}

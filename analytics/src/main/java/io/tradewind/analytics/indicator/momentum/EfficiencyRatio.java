package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.RollingSum;

/**
 * Efficiency ratio, 0 to 1: {@code |x - x'| / sum |change|}, the whole change of {@code length}
 * moves against their path; 1 without any move, as in TA-Lib. Ready after {@code length + 1}
 * values. Source: P. J. Kaufman (1995), "Smarter Trading". As TA-Lib's ER.
 */
public final class EfficiencyRatio extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM, "efficiency-ratio", "Efficiency ratio: change against path, 0 to 1")
          .source("P. J. Kaufman (1995), Smarter Trading")
          .taLib("ER")
          .parameter(LENGTH)
          .output("efficiency-ratio", Unit.NUMBER)
          .makes(values -> new EfficiencyRatio(values.get(LENGTH)));

  private final Lag past;
  private final RollingSum path;
  private double previous = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length at least 2, usually 10
   */
  public EfficiencyRatio(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    past = part(new Lag(length));
    path = part(new RollingSum(length));
  }

  @Override
  public double update(double value) {
    double change = Math.abs(value - past.push(value));
    path.add(Math.abs(value - previous));
    previous = value;
    double length = path.sum();
    return publish(length == 0 ? 1.0 : Math.min(change / length, 1.0));
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

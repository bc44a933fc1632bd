package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingRange;
import io.tradewind.analytics.window.RollingSum;

/**
 * Vertical horizontal filter: {@code (max - min) / sum |x - x'|}, the range of the last {@code
 * length} values against the path of their {@code length} changes; 0 without any change. Ready
 * after {@code length + 1} values. Source: A. White (1991), "The Vertical Horizontal Filter",
 * Futures Magazine 20(10). As TA-Lib's VHF.
 */
public final class VerticalHorizontalFilter extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 28, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "vhf", "Vertical horizontal filter: range against path")
          .source("A. White (1991), The Vertical Horizontal Filter, Futures Magazine 20(10)")
          .taLib("VHF")
          .parameter(LENGTH)
          .output("vhf", Unit.NUMBER)
          .makes(values -> new VerticalHorizontalFilter(values.get(LENGTH)));

  private final RollingRange extremes;
  private final RollingSum path;
  private double previous = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length at least 2, usually 28
   */
  public VerticalHorizontalFilter(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    extremes = part(new RollingRange(length));
    path = part(new RollingSum(length));
  }

  @Override
  public double update(double value) {
    extremes.push(value, value);
    double range = extremes.range();
    path.add(Math.abs(value - previous));
    previous = value;
    double length = path.sum();
    return publish(length == 0 ? 0.0 : range / length);
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

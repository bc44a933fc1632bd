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

/**
 * True strength index, -100 to 100: {@code 100 m / a}, the change and its absolute value, each
 * smoothed by exponential averages of {@code first} and then {@code second} values; 0 without any
 * change. Ready after {@code first + second} values. Source: W. Blau (1991), "True Strength Index",
 * Stocks &amp; Commodities 9(11). As TA-Lib's TSI.
 */
public final class TrueStrength extends SeriesIndicator {
  private static final IntParameter FIRST = Parameter.integer("first", 25, 1, 100_000);
  private static final IntParameter SECOND = Parameter.integer("second", 13, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "tsi", "True strength index, -100 to 100")
          .source("W. Blau (1991), True Strength Index, Stocks & Commodities 9(11)")
          .taLib("TSI")
          .parameter(FIRST)
          .parameter(SECOND)
          .output("tsi", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values -> new TrueStrength(values.get(FIRST), values.get(SECOND)));

  private final TwiceSmoothed changes;
  private final TwiceSmoothed sizes;
  private double previous = Double.NaN;

  /**
   * Over the last values.
   *
   * @param first values in the first smoothing, at least 1, usually 25
   * @param second values in the second smoothing, at least 1, usually 13
   */
  public TrueStrength(int first, int second) {
    super(DEFINITION, FIRST.check(first) + SECOND.check(second));
    changes = part(new TwiceSmoothed(first, second));
    sizes = part(new TwiceSmoothed(first, second));
  }

  @Override
  public double update(double value) {
    double change = value - previous;
    previous = value;
    if (seen() == 0) {
      return publish(Double.NaN);
    }
    double signed = changes.update(change);
    double size = sizes.update(Math.abs(change));
    return publish(size == 0 ? 0.0 : 100.0 * (signed / size));
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

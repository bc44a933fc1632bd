package io.tradewind.analytics.indicator.cycle;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Ehlers' trendflex: how far the smooth price lies from its mean of {@code length} bars ago until
 * now, over its root mean square. {@code f} is the super smoother of half the length, {@code m} the
 * mean of its {@code length} values before this one, {@code d = f - m}, and the mean square runs as
 * {@code ms = 0.04 d^2 + 0.96 ms'}; 0 without any movement. Ready after {@code length + 1} values.
 * Source: J. F. Ehlers (2020), "Reflex: A New Zero-Lag Indicator", Stocks and Commodities 38(2).
 * pandas-ta's trendflex takes degrees for radians in its smoother, begins it at 0 and leaves the
 * oldest value out.
 */
public final class Trendflex extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.CYCLE,
              "trendflex",
              "Ehlers' trendflex: the smooth price against its past, in deviations")
          .source("J. F. Ehlers (2020), Reflex: A New Zero-Lag Indicator, TASC 38(2)")
          .parameter(LENGTH)
          .output("trendflex", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new Trendflex(values.get(LENGTH)));

  private final SmoothFilter smooth;

  private final RollingSum means;

  private double square;

  /**
   * Over the last values.
   *
   * @param length at least 2, usually 20
   */
  public Trendflex(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    smooth = part(new SmoothFilter(length / 2.0));
    means = part(new RollingSum(length));
  }

  @Override
  public double update(double value) {
    double now = smooth.update(value);

    double mean = means.mean();
    means.add(now);
    if (seen() < warmup() - 1) {
      return publish(Double.NaN);
    }
    double distance = now - mean;
    square = 0.04 * distance * distance + 0.96 * square;
    return publish(square == 0 ? 0.0 : distance / Math.sqrt(square));
  }

  @Override
  protected void resetOwn() {
    square = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(square);
  }

  @Override
  protected void loadOwn(StateReader in) {
    square = in.readDouble();
  }
}

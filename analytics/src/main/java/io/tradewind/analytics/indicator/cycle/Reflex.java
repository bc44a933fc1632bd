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
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.RollingSum;

/**
 * Ehlers' reflex: how far the smooth price lies from the straight line to where it was {@code
 * length} bars ago, over its root mean square. {@code f} is the super smoother of half the length,
 * {@code m} the mean of its {@code length} values before this one, {@code d = f - m + s (length +
 * 1) / 2} with the slope {@code s = (f[length] - f) / length}, and the mean square runs as {@code
 * ms = 0.04 d^2 + 0.96 ms'}; 0 without any movement. Ready after {@code length + 1} values. Source:
 * J. F. Ehlers (2020), "Reflex: A New Zero-Lag Indicator", Stocks and Commodities 38(2).
 * pandas-ta's reflex takes degrees for radians in its smoother, begins it at 0, and is otherwise
 * the same.
 */
public final class Reflex extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.CYCLE,
              "reflex",
              "Ehlers' reflex: the smooth price against its line, in deviations")
          .source("J. F. Ehlers (2020), Reflex: A New Zero-Lag Indicator, TASC 38(2)")
          .parameter(LENGTH)
          .output("reflex", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new Reflex(values.get(LENGTH)));

  private final double tilt;

  private final SmoothFilter smooth;

  private final RollingSum means;

  private final Lag past;

  private double square;

  /**
   * Over the last values.
   *
   * @param length at least 2, usually 20
   */
  public Reflex(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    tilt = (length + 1) / (2.0 * length);
    smooth = part(new SmoothFilter(length / 2.0));
    means = part(new RollingSum(length));
    past = part(new Lag(length));
  }

  @Override
  public double update(double value) {
    double now = smooth.update(value);
    double oldest = past.push(now);
    double mean = means.mean();
    means.add(now);
    if (seen() < warmup() - 1) {
      return publish(Double.NaN);
    }
    double distance = now - mean + (oldest - now) * tilt;
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

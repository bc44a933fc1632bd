package io.tradewind.analytics.indicator.cycle;

import io.tradewind.analytics.indicator.Trigonometry;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Ehlers' super smoother, the part that several of his filters share: {@code y = c1 (x + x') / 2 +
 * c2 y' + c3 y''} with {@code a = exp(-pi sqrt(2) / length)}, {@code c2 = 2 a cos(pi sqrt(2) /
 * length)}, {@code c3 = -a^2}, {@code c1 = 1 - c2 - c3}. The first two outputs are the inputs.
 * Source: J. F. Ehlers (2013), "Cycle Analytics for Traders".
 */
public final class SmoothFilter implements Resettable {
  private final double c1;
  private final double c2;
  private final double c3;
  private int seen;
  private double input;
  private double last;
  private double beforeLast;

  /**
   * With a critical period.
   *
   * @param length in values, above 0
   */
  public SmoothFilter(double length) {
    double angle = Math.PI * Math.sqrt(2.0) / length;
    double a = StrictMath.exp(-angle);
    c2 = 2.0 * a * Trigonometry.cos(angle);
    c3 = -a * a;
    c1 = 1.0 - c2 - c3;
  }

  /** Takes the next value and returns the smooth one. */
  public double update(double value) {
    double next = value;
    if (seen < 2) {
      seen++;
    } else {
      next = c1 * ((value + input) / 2.0) + c2 * last + c3 * beforeLast;
    }
    input = value;
    beforeLast = last;
    last = next;
    return next;
  }

  @Override
  public void reset() {
    seen = 0;
    input = 0;
    last = 0;
    beforeLast = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(seen).writeDouble(input).writeDouble(last).writeDouble(beforeLast);
  }

  @Override
  public void load(StateReader in) {
    seen = in.readCount(2);
    input = in.readDouble();
    last = in.readDouble();
    beforeLast = in.readDouble();
  }
}

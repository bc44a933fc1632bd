package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Bollinger bands: the simple moving average and, {@code width} population standard deviations
 * above and below it, two bands. Outputs: 0 middle, 1 upper, 2 lower. Ready after {@code length}
 * values. Source: J. Bollinger (2001), "Bollinger on Bollinger Bands". As TA-Lib's BBANDS with a
 * simple average and both widths alike; its order of outputs is upper, middle, lower.
 */
public final class BollingerBands implements SeriesIndicator {
  private final int length;
  private final double width;
  private final RollingVariance window;
  private double middle = Double.NaN;
  private double upper = Double.NaN;
  private double lower = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length at least 2, usually 20
   * @param width standard deviations from the middle to a band, above 0, usually 2
   */
  public BollingerBands(int length, double width) {
    Check.argument(length >= 2, "length must be >= 2, was %s", length);
    Check.argument(width > 0, "width must be > 0, was %s", width);
    this.length = length;
    this.width = width;
    this.window = new RollingVariance(length);
  }

  @Override
  public double update(double value) {
    window.add(value);
    if (window.isFull()) {
      double distance = width * window.standardDeviation();
      middle = window.mean();
      upper = middle + distance;
      lower = middle - distance;
    }
    return middle;
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> middle;
      case 1 -> upper;
      case 2 -> lower;
      default -> throw new IllegalArgumentException("output must be 0 to 2, was " + output);
    };
  }

  @Override
  public int warmup() {
    return length;
  }

  @Override
  public boolean isReady() {
    return window.isFull();
  }

  @Override
  public void reset() {
    window.reset();
    middle = Double.NaN;
    upper = Double.NaN;
    lower = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("bollinger-bands", 1);
    out.writeDouble(middle).writeDouble(upper).writeDouble(lower);
    window.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("bollinger-bands", 1);
    middle = in.readDouble();
    upper = in.readDouble();
    lower = in.readDouble();
    window.load(in);
  }
}

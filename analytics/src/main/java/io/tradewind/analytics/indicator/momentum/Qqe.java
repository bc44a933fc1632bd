package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Quantitative qualitative estimation: an exponential average of {@code smooth} values of the
 * {@link Rsi}, and a line that trails it by {@code factor} times the size of its changes, smoothed
 * twice by exponential averages of {@code 2 length - 1} values. The lower line rises with the
 * average and does not fall until the average is below it, the upper line likewise; the trailing
 * line is the lower one after the average has crossed above the upper, and the upper one after it
 * has crossed below the lower. Outputs: 0 qqe, 1 line. Ready, both together, after {@code 5 length
 * + smooth - 3} values. The formula of I. Glaz, known from charts.
 */
public final class Qqe extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);
  private static final IntParameter SMOOTH = Parameter.integer("smooth", 5, 1, 100_000);
  private static final DecimalParameter FACTOR = Parameter.decimal("factor", 4.236, 0.001, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "qqe",
              "Quantitative qualitative estimation: smoothed rsi and its trailing line")
          .source("I. Glaz: quantitative qualitative estimation")
          .parameter(LENGTH)
          .parameter(SMOOTH)
          .parameter(FACTOR)
          .output("qqe", Unit.PERCENT)
          .output("line", Unit.PERCENT)
          .memory(Memory.LASTING)
          .makes(values -> new Qqe(values.get(LENGTH), values.get(SMOOTH), values.get(FACTOR)));

  private final double factor;
  private final Rsi rsi;
  private final Ema mean;
  private final TwiceSmoothed sizes;
  private double average = Double.NaN;
  private double lower;
  private double upper = 100;
  private double rising = 1;

  /**
   * Over the last values.
   *
   * @param length changes in the rsi, at least 2, usually 14
   * @param smooth at least 1, usually 5
   * @param factor times the size of the changes, usually 4.236
   */
  public Qqe(int length, int smooth, double factor) {
    super(DEFINITION, 5 * LENGTH.check(length) + SMOOTH.check(smooth) - 3);
    this.factor = FACTOR.check(factor);
    rsi = part(new Rsi(length));
    mean = part(new Ema(smooth));
    sizes = part(new TwiceSmoothed(2 * length - 1, 2 * length - 1));
  }

  @Override
  public double update(double value) {
    double index = rsi.update(value);
    double now = rsi.isReady() ? mean.update(index) : Double.NaN;
    double change = Math.abs(now - average);
    double before = average;
    average = now;
    double distance = Double.isNaN(before) ? Double.NaN : factor * sizes.update(change);
    if (sizes.isReady()) {
      trail(before, now, distance);
    }
    return publish(now, rising > 0 ? lower : upper);
  }

  private void trail(double before, double now, double distance) {
    if (now > upper) {
      rising = 1;
    } else if (now < lower) {
      rising = -1;
    }
    boolean aboveLower = before > lower && now > lower;
    boolean belowUpper = before < upper && now < upper;
    lower = aboveLower ? Math.max(lower, now - distance) : now - distance;
    upper = belowUpper ? Math.min(upper, now + distance) : now + distance;
  }

  @Override
  protected void resetOwn() {
    average = Double.NaN;
    lower = 0;
    upper = 100;
    rising = 1;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(average).writeDouble(lower).writeDouble(upper);
    out.writeDouble(rising);
  }

  @Override
  protected void loadOwn(StateReader in) {
    average = in.readDouble();
    lower = in.readDouble();
    upper = in.readDouble();
    rising = in.readDouble();
  }
}

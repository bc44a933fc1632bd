package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.MovingAverages;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingMoments;
import java.util.Arrays;

/**
 * Bollinger bands: a moving average, usually the simple one, and two bands, {@code width}
 * population standard deviations above it and {@code lower-share width} below. Outputs: 0 middle, 1
 * upper, 2 lower. Ready after {@code length} values, or when the average is, if that takes longer.
 * Source: J. Bollinger (2001), "Bollinger on Bollinger Bands". As TA-Lib's BBANDS, whose order of
 * outputs is upper, middle, lower, and which takes the two widths themselves.
 */
public final class BollingerBands extends SeriesIndicator {
  private static final String SIMPLE = "sma";
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 2, 100_000);
  private static final DecimalParameter WIDTH = Parameter.decimal("width", 2, 0.001, 1000);
  private static final ChoiceParameter AVERAGE = MovingAverages.choice("average");
  private static final DecimalParameter LOWER_SHARE =
      Parameter.decimal("lower-share", 1, 0.001, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLATILITY, "bollinger", "Bollinger bands")
          .source("J. Bollinger (2001), Bollinger on Bollinger Bands")
          .taLib("BBANDS")
          .parameter(LENGTH)
          .parameter(WIDTH)
          .parameter(AVERAGE)
          .parameter(LOWER_SHARE)
          .output("middle", Unit.PRICE)
          .output("upper", Unit.PRICE)
          .output("lower", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values ->
              new BollingerBands(
                  values.get(LENGTH),
                  values.get(WIDTH),
                  values.get(AVERAGE),
                  values.get(LOWER_SHARE)));

  private final boolean simple;
  private final double upperWidth;
  private final double lowerWidth;
  private final RollingMoments window;
  private final SeriesIndicator average;

  /**
   * Around a simple average, both bands as wide.
   *
   * @param length at least 2, usually 20
   * @param width standard deviations from the middle to a band, above 0, usually 2
   */
  public BollingerBands(int length, double width) {
    this(length, width, SIMPLE, 1.0);
  }

  /**
   * Around any average.
   *
   * @param length at least 2, usually 20
   * @param width standard deviations from the middle to the upper band, above 0, usually 2
   * @param average name of the average, see {@link MovingAverages}
   * @param lowerShare how wide the lower band is as a share of the upper one, above 0, usually 1
   */
  public BollingerBands(int length, double width, String average, double lowerShare) {
    this(MovingAverages.of(average, LENGTH.check(length)), length, width, lowerShare);
  }

  private BollingerBands(SeriesIndicator average, int length, double width, double lowerShare) {
    super(DEFINITION, Math.max(length, average.warmup()));
    this.simple = average instanceof Sma;
    this.upperWidth = WIDTH.check(width);
    this.lowerWidth = width * LOWER_SHARE.check(lowerShare);
    this.window = part(new RollingMoments(length));
    this.average = simple ? average : part(average);
  }

  @Override
  protected void fill(double[] values, int from, double[][] outputs) {
    double[] middle = outputs[0];
    double[] upper = outputs[1];
    double[] lower = outputs[2];
    window.moments(values, from, middle, upper);
    if (!simple) {
      double[] rest = Arrays.copyOfRange(values, from, values.length);
      System.arraycopy(average.batch(rest)[0], 0, middle, from, rest.length);
    }
    for (int i = from; i < values.length; i++) {
      double deviation = upper[i];
      upper[i] = middle[i] + upperWidth * deviation;
      lower[i] = middle[i] - lowerWidth * deviation;
    }
  }

  @Override
  public double update(double value) {
    window.add(value);
    double middle = simple ? window.mean() : average.update(value);
    double deviation = window.standardDeviation();
    return publish(middle, middle + upperWidth * deviation, middle - lowerWidth * deviation);
  }
}

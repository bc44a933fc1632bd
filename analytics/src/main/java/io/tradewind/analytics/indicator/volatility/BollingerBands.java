package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.AbstractIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingMoments;

/**
 * Bollinger bands: the simple moving average and, {@code width} population standard deviations
 * above and below it, two bands. Outputs: 0 middle, 1 upper, 2 lower. Ready after {@code length}
 * values. Source: J. Bollinger (2001), "Bollinger on Bollinger Bands". As TA-Lib's BBANDS with a
 * simple average and both widths alike; its order of outputs is upper, middle, lower.
 */
public final class BollingerBands extends AbstractIndicator implements SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 2, 100_000);
  private static final DecimalParameter WIDTH = Parameter.decimal("width", 2, 0.001, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLATILITY, "bollinger", "Bollinger bands")
          .source("J. Bollinger (2001), Bollinger on Bollinger Bands")
          .taLib("BBANDS")
          .parameter(LENGTH)
          .parameter(WIDTH)
          .output("middle", Unit.PRICE)
          .output("upper", Unit.PRICE)
          .output("lower", Unit.PRICE)
          .makes(values -> new BollingerBands(values.get(LENGTH), values.get(WIDTH)));

  private final double width;
  private final RollingMoments window;

  /**
   * Over the last values.
   *
   * @param length at least 2, usually 20
   * @param width standard deviations from the middle to a band, above 0, usually 2
   */
  public BollingerBands(int length, double width) {
    super(DEFINITION, LENGTH.check(length));
    this.width = WIDTH.check(width);
    this.window = part(new RollingMoments(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    double middle = window.mean();
    double distance = width * window.standardDeviation();
    return publish(middle, middle + distance, middle - distance);
  }
}

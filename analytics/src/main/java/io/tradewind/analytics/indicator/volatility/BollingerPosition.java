package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingMoments;

/**
 * Percent b and band width of Bollinger bands: {@code b = (x - lower) / (upper - lower)}, which is
 * 0 at the lower band and 1 at the upper, 0.5 while all values are equal, and {@code width = 100
 * (upper - lower) / middle}, 0 if the middle is 0. Outputs: 0 b, 1 width. Ready after {@code
 * length} values. Source: J. Bollinger (2001), "Bollinger on Bollinger Bands".
 */
public final class BollingerPosition extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 2, 100_000);
  private static final DecimalParameter WIDTH = Parameter.decimal("width", 2, 0.001, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLATILITY,
              "bollinger-position",
              "Where in its Bollinger bands the value lies, and how wide they are")
          .source("J. Bollinger (2001), Bollinger on Bollinger Bands")
          .parameter(LENGTH)
          .parameter(WIDTH)
          .output("b", Unit.NUMBER)
          .output("width", Unit.PERCENT)
          .makes(values -> new BollingerPosition(values.get(LENGTH), values.get(WIDTH)));

  private final double width;
  private final RollingMoments window;

  /**
   * Over the last values.
   *
   * @param length at least 2, usually 20
   * @param width standard deviations from the middle to a band, usually 2
   */
  public BollingerPosition(int length, double width) {
    super(DEFINITION, LENGTH.check(length));
    this.width = WIDTH.check(width);
    this.window = part(new RollingMoments(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    double middle = window.mean();
    double span = 2.0 * (width * window.standardDeviation());
    double place = span == 0 ? 0.5 : (value - middle) / span + 0.5;
    return publish(place, middle == 0 ? 0.0 : 100.0 * (span / middle));
  }
}

package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Acceleration bands: the simple averages of the closes and of highs and lows that are pushed away
 * by the bar's range, {@code high (1 + 4 (high - low) / (high + low))} and {@code low (1 - 4 (high
 * - low) / (high + low))}. Outputs: 0 middle, 1 upper, 2 lower. Ready after {@code length} bars.
 * Source: P. Headley (2002), "Big Trends in Trading". As TA-Lib's ACCBANDS, whose order of outputs
 * is upper, middle, lower.
 */
public final class AccelerationBands extends BarIndicator {
  private static final double FACTOR = 4.0;
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLATILITY, "acceleration-bands", "Acceleration bands")
          .source("P. Headley (2002), Big Trends in Trading")
          .taLib("ACCBANDS")
          .parameter(LENGTH)
          .output("middle", Unit.PRICE)
          .output("upper", Unit.PRICE)
          .output("lower", Unit.PRICE)
          .makes(values -> new AccelerationBands(values.get(LENGTH)));

  private final RollingSum closes;
  private final RollingSum highs;
  private final RollingSum lows;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 20
   */
  public AccelerationBands(int length) {
    super(DEFINITION, LENGTH.check(length));
    closes = part(new RollingSum(length));
    highs = part(new RollingSum(length));
    lows = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double both = high + low;
    double push = both == 0 ? 0.0 : FACTOR * (high - low) / both;
    closes.add(close);
    highs.add(high * (1.0 + push));
    lows.add(low * (1.0 - push));
    return publish(closes.mean(), highs.mean(), lows.mean());
  }
}

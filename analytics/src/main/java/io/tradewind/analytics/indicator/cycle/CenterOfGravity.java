package io.tradewind.analytics.indicator.cycle;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingTrend;

/**
 * Ehlers' center of gravity of the last {@code length} values, {@code -sum((1 + i) x_i) / sum(x_i)
 * + (length + 1) / 2} with {@code i} counting back from the newest: in bars, above 0 while the
 * newer values weigh more. That is {@code (length + 1) / 2 (weighted mean / mean - 1)}. Ready after
 * {@code length} values. Source: J. F. Ehlers (2002), "The Center of Gravity Oscillator", Stocks
 * and Commodities 20(5).
 */
public final class CenterOfGravity extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.CYCLE, "center-of-gravity", "Ehlers' center of gravity")
          .source("J. F. Ehlers (2002), The Center of Gravity Oscillator, TASC 20(5)")
          .parameter(LENGTH)
          .output("center-of-gravity", Unit.BARS)
          .makes(values -> new CenterOfGravity(values.get(LENGTH)));

  private final double middle;
  private final RollingTrend window;

  /**
   * Over the last values.
   *
   * @param length at least 2
   */
  public CenterOfGravity(int length) {
    super(DEFINITION, LENGTH.check(length));
    middle = (length + 1) / 2.0;
    window = part(new RollingTrend(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    double mean = window.mean();
    return publish(middle * ((window.weightedMean() - mean) / mean));
  }
}

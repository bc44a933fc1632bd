package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;

/**
 * Average directional movement index rating, 0 to 100: the mean of the {@link Adx} and the one of
 * {@code length - 1} bars before. Ready after {@code 3 length - 1} bars. Source: J. W. Wilder
 * (1978), "New Concepts in Technical Trading Systems", section IV. As TA-Lib's ADXR.
 */
public final class AdxRating extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "adxr", "Average directional movement index rating, 0 to 100")
          .source("J. W. Wilder (1978), New Concepts in Technical Trading Systems, section IV")
          .taLib("ADXR")
          .parameter(LENGTH)
          .output("adxr", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values -> new AdxRating(values.get(LENGTH)));

  private final Adx adx;
  private final Lag past;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 14
   */
  public AdxRating(int length) {
    super(DEFINITION, 3 * LENGTH.check(length) - 1);
    adx = part(new Adx(length));
    past = part(new Lag(length - 1));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double now = adx.update(open, high, low, close, volume);
    double before = past.push(now);
    return publish((now + before) / 2.0);
  }
}

package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.AbstractIndicator;
import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.MeanDeviation;

/**
 * Commodity channel index: {@code (tp - mean) / (0.015 deviation)} with the typical price {@code tp
 * = (high + low + close) / 3}, its mean over {@code length} bars and its mean absolute deviation
 * from that mean. Ready after {@code length} bars. Source: D. R. Lambert (1980), "Commodity Channel
 * Index", Commodities. As TA-Lib's CCI.
 *
 * <p>The sum of three prices depends in its last bit on their order. So a distance or a deviation
 * within 2e-14 of the mean is taken as none and gives 0, as in TA-Lib 0.8.
 */
public final class Cci extends AbstractIndicator implements BarIndicator {
  private static final double LAMBERT = 0.015;
  private static final double NOISE = 2e-14;
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "cci", "Commodity channel index")
          .source("D. R. Lambert (1980), Commodity Channel Index, Commodities")
          .taLib("CCI")
          .parameter(LENGTH)
          .output("cci", Unit.NUMBER)
          .makes(values -> new Cci(values.get(LENGTH)));

  private final MeanDeviation window;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 20 (TA-Lib's default is 14)
   */
  public Cci(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new MeanDeviation(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double typical = (high + low + close) / 3.0;
    double deviation = window.update(typical);
    double mean = window.mean();
    double distance = typical - mean;
    boolean flat = isNoise(distance, mean) || isNoise(deviation, mean);
    return publish(flat ? 0.0 : distance / (LAMBERT * deviation));
  }

  private static boolean isNoise(double distance, double mean) {
    return Math.abs(distance) <= NOISE * Math.abs(mean);
  }
}

package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Relative volume: the volume divided by the simple average of the {@code length} bars before, this
 * one left out; NaN where they had none. Ready after {@code length + 1} bars. As TA-Lib's RVOL,
 * whose running sum can leave a small average where there is no volume.
 */
public final class RelativeVolume extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME, "relative-volume", "Volume against the average of the bars before")
          .source("volume / simple average of the volumes before")
          .taLib("RVOL")
          .parameter(LENGTH)
          .sparse("relative-volume", Unit.NUMBER)
          .makes(values -> new RelativeVolume(values.get(LENGTH)));

  private final RollingSum volumes;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 20
   */
  public RelativeVolume(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    volumes = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double mean = volumes.mean();
    volumes.add(volume);
    return publish(mean == 0 ? Double.NaN : volume / mean);
  }
}

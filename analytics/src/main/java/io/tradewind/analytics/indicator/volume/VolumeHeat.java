package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingMoments;

/**
 * How many standard deviations, of the population, the volume of a bar lies above its mean over
 * {@code length} bars, this one included; 0 if all are equal. Ready after {@code length} bars.
 * pandas-ta's vhm takes the deviation of all bars, also later ones, and from the length instead of
 * from the mean.
 */
public final class VolumeHeat extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 100, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME, "volume-heat", "Volume against its average, in standard deviations")
          .source("(volume - mean) / standard deviation")
          .parameter(LENGTH)
          .output("heat", Unit.NUMBER)
          .makes(values -> new VolumeHeat(values.get(LENGTH)));

  private final RollingMoments window;

  /**
   * Over the last bars.
   *
   * @param length at least 2, pandas-ta takes 610
   */
  public VolumeHeat(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new RollingMoments(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    window.add(volume);
    double deviation = window.standardDeviation();
    return publish(deviation == 0 ? 0.0 : (volume - window.mean()) / deviation);
  }
}

package io.tradewind.simulation.synthetic;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;
import java.util.List;

/**
 * What is traded when: {@code volume = daily volume * part of the day * curve(hour) * exp(noise z -
 * noise^2 / 2) * activity^coupling}, z standard normal, activity the root of the candle's squared
 * steps (jumps and gaps among them) over what they are in the mean of all regimes, at most 1000.
 *
 * @param hourly 24 weights of the hours of a day in UTC; only their proportions count
 * @param noise deviation of the logarithm of volume at the same hour and activity
 * @param coupling by how much a livelier market trades more; 1 is in proportion
 */
public record VolumeShape(List<Double> hourly, double noise, double coupling) {
  private static final int HOURS = 24;
  private static final double HOUR_NS = 3600.0 * Utc.SECOND_NS;

  /** Busiest from 13 to 17 UTC, when Europe and America are both awake, and calm before 7. */
  public static final VolumeShape DEFAULT =
      new VolumeShape(
          List.of(
              0.95, 0.95, 0.85, 0.75, 0.75, 0.75, 0.85, 1.0, 1.05, 1.0, 1.0, 0.95, 1.2, 1.35, 1.6,
              1.5, 1.4, 1.1, 1.0, 0.9, 0.9, 0.75, 0.75, 0.7),
          0.4,
          1);

  /** Checks the ranges. */
  public VolumeShape {
    hourly = List.copyOf(hourly);
    Check.argument(hourly.size() == HOURS, "hourly must be 24 weights, was %s", hourly.size());
    for (double weight : hourly) {
      Check.argument(weight > 0 && weight <= 1e6, "a weight must be in (0, 1e6], was %s", weight);
    }
    Check.argument(noise >= 0 && noise <= 3, "noise must be 0 to 3, was %s", noise);
    Check.argument(coupling >= 0 && coupling <= 3, "coupling must be 0 to 3, was %s", coupling);
  }

  /** The part of a day's volume that the curve has up to the start of each hour, 1 at the end. */
  double[] cumulative() {
    double[] sums = new double[HOURS + 1];
    for (int hour = 0; hour < HOURS; hour++) {
      sums[hour + 1] = sums[hour] + hourly.get(hour);
    }
    for (int hour = 0; hour <= HOURS; hour++) {
      sums[hour] /= sums[HOURS];
    }
    return sums;
  }

  /** Days' volumes since 1970 up to a time, by the curve alone. */
  static double volumesUntil(double[] cumulative, long timeNs) {
    long day = Utc.epochDay(timeNs);
    double hours = (timeNs - day * Utc.DAY_NS) / HOUR_NS;
    int hour = (int) hours;
    double within = (hours - hour) * (cumulative[hour + 1] - cumulative[hour]);
    return day + cumulative[hour] + within;
  }
}

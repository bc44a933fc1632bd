package io.tradewind.simulation.synthetic;

import io.tradewind.analytics.random.Deviates;

/** By how much more or less than usual is traded in a candle, as {@link VolumeShape} says. */
final class Liveliness {
  private static final double LEAST_ACTIVITY = 1e-6;
  private static final double MOST_ACTIVITY = 1e6;

  private final VolumeShape shape;
  private final Deviates deviates;

  Liveliness(VolumeShape shape, Deviates deviates) {
    this.shape = shape;
    this.deviates = deviates;
  }

  /**
   * A factor of the usual volume, drawn anew.
   *
   * @param squaredActivity squared moves of the candle in units of their mean over all regimes
   */
  double draw(double squaredActivity) {
    double squared = Math.max(LEAST_ACTIVITY, Math.min(MOST_ACTIVITY, squaredActivity));
    double noise = shape.noise();
    return StrictMath.exp(
        noise * deviates.normal()
            - 0.5 * noise * noise
            + 0.5 * shape.coupling() * StrictMath.log(squared));
  }
}

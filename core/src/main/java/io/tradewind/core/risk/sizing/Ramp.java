package io.tradewind.core.risk.sizing;

import io.tradewind.analytics.check.Check;

/**
 * A factor that falls from 1 to a floor as a figure goes from easy to hard, straight in between and
 * level outside. A figure for which less is harder has its hard end below its easy one.
 */
public record Ramp(double easy, double hard) {
  /** Checks that there is a way. */
  public Ramp {
    Check.argument(
        Double.isFinite(easy) && Double.isFinite(hard) && easy != hard,
        "a ramp must have two different ends, was %s to %s",
        easy,
        hard);
  }

  /** {@code 1 - (1 - floor) * way}; the floor for what is no number. */
  public double factor(double figure, double floor) {
    double way = (figure - easy) / (hard - easy);
    return Double.isNaN(way) ? floor : 1 - (1 - floor) * Math.clamp(way, 0.0, 1.0);
  }
}

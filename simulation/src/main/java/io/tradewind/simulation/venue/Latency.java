package io.tradewind.simulation.venue;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.random.SplitMix;

/** How long a message takes on its way. Messages never overtake one another. */
public sealed interface Latency {
  /** No time at all. */
  Latency NONE = new Constant(0);

  /** The next one, in nanoseconds, at least 0. */
  long nextNs(SplitMix random);

  /** Always the same. */
  record Constant(long latencyNs) implements Latency {
    /** Checks the range. */
    public Constant {
      Check.argument(latencyNs >= 0, "latencyNs must be >= 0, was %s", latencyNs);
    }

    @Override
    public long nextNs(SplitMix random) {
      return latencyNs;
    }
  }

  /**
   * At least so much, and beyond it an exponential time of this mean, drawn by the seed of the
   * venue; at most 100 means.
   */
  record Exponential(long leastNs, long meanBeyondNs) implements Latency {
    private static final double MOST = 100;

    /** Checks the ranges. */
    public Exponential {
      Check.argument(leastNs >= 0, "leastNs must be >= 0, was %s", leastNs);
      Check.argument(meanBeyondNs > 0, "meanBeyondNs must be > 0, was %s", meanBeyondNs);
    }

    @Override
    public long nextNs(SplitMix random) {
      double beyond = Math.min(MOST, -StrictMath.log(1 - random.nextDouble()));
      return leastNs + (long) (meanBeyondNs * beyond);
    }
  }
}

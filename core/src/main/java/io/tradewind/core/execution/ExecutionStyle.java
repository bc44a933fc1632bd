package io.tradewind.core.execution;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;

/** How an order is worked: the kind of algorithm with its numbers. Times are in nanoseconds. */
public sealed interface ExecutionStyle {

  /**
   * All of it at once.
   *
   * @param patienceNs how long what was refused or not filled is tried again
   */
  record Immediate(long patienceNs) implements ExecutionStyle {
    /** Ten seconds. */
    public static final Immediate DEFAULT = new Immediate(10 * Utc.SECOND_NS);

    /** Checks the range. */
    public Immediate {
      checkTime("patienceNs", patienceNs);
    }
  }

  /**
   * Equal slices at equal distances (time-weighted average price).
   *
   * @param slices how many
   * @param durationNs over which time
   * @param jitter how far into its own stretch of time a slice may be delayed, as a part of it,
   *     within [0, 1)
   */
  record Twap(int slices, long durationNs, double jitter) implements ExecutionStyle {
    /** Ten slices over five minutes, each up to three tenths of its stretch late. */
    public static final Twap DEFAULT = new Twap(10, 300 * Utc.SECOND_NS, 0.3);

    /** Checks the ranges. */
    public Twap {
      checkSlices(slices);
      checkTime("durationNs", durationNs);
      Check.argument(jitter >= 0 && jitter < 1, "jitter must be in [0, 1), was %s", jitter);
    }
  }

  /**
   * Slices as large as the volume that is usual at their time of day (volume-weighted average
   * price), and never more than a part of the volume that was seen.
   *
   * @param slices how many
   * @param durationNs over which time
   * @param participation the largest part of the market's volume since the start, within (0, 1]
   * @param curve the usual volume by time of day
   */
  record Vwap(int slices, long durationNs, double participation, VolumeCurve curve)
      implements ExecutionStyle {
    /** Thirty slices over half an hour, a tenth of the volume at most, a flat curve. */
    public static final Vwap DEFAULT = new Vwap(30, 1800 * Utc.SECOND_NS, 0.1, VolumeCurve.FLAT);

    /** Checks the ranges. */
    public Vwap {
      checkSlices(slices);
      checkTime("durationNs", durationNs);
      checkShare("participation", participation);
    }
  }

  /**
   * A fixed part of the volume as it is traded (percentage of volume).
   *
   * @param participation the part of the market's volume since the start, within (0, 1]
   * @param stepNs the least time between two children
   * @param durationNs when it gives up
   */
  record Pov(double participation, long stepNs, long durationNs) implements ExecutionStyle {
    /** A tenth of the volume, a child every five seconds at most, for an hour. */
    public static final Pov DEFAULT = new Pov(0.1, 5 * Utc.SECOND_NS, 3600 * Utc.SECOND_NS);

    /** Checks the ranges. */
    public Pov {
      checkShare("participation", participation);
      checkTime("stepNs", stepNs);
      checkTime("durationNs", durationNs);
    }
  }

  /**
   * A resting order that shows a part of its quantity and is filled up when that is gone. It stands
   * at the order's limit, or at the near touch of its start where there is none.
   *
   * @param visibleShare the part of the whole that is shown, within (0, 1]
   * @param durationNs when it gives up
   */
  record Iceberg(double visibleShare, long durationNs) implements ExecutionStyle {
    /** A tenth is shown, for an hour. */
    public static final Iceberg DEFAULT = new Iceberg(0.1, 3600 * Utc.SECOND_NS);

    /** Checks the ranges. */
    public Iceberg {
      checkShare("visibleShare", visibleShare);
      checkTime("durationNs", durationNs);
    }
  }

  /**
   * A post-only limit order at the near touch that follows the market, and takes when its patience
   * is over; never at a price worse than the cap.
   *
   * @param capRatio how far from the arrival price it goes at most, as a ratio of it, within [0, 1)
   * @param repriceNs the least time between two prices
   * @param patienceNs when it takes
   */
  record Chase(double capRatio, long repriceNs, long patienceNs) implements ExecutionStyle {
    /** A tenth of a percent, a new price every second at most, half a minute. */
    public static final Chase DEFAULT = new Chase(0.001, Utc.SECOND_NS, 30 * Utc.SECOND_NS);

    /** Checks the ranges. */
    public Chase {
      Check.argument(capRatio >= 0 && capRatio < 1, "capRatio must be in [0, 1), was %s", capRatio);
      checkTime("repriceNs", repriceNs);
      checkTime("patienceNs", patienceNs);
    }
  }

  private static void checkTime(String name, long timeNs) {
    Check.argument(timeNs > 0, "%s must be > 0, was %s", name, timeNs);
  }

  private static void checkSlices(int slices) {
    Check.argument(slices >= 1, "slices must be >= 1, was %s", slices);
  }

  private static void checkShare(String name, double share) {
    Check.argument(share > 0 && share <= 1, "%s must be in (0, 1], was %s", name, share);
  }
}

package io.tradewind.core.allocation;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Interval;

/**
 * Within what capital is moved between strategies. Weights are millionths of all capital.
 *
 * @param rule how targets come about
 * @param interval weights are looked at once in each, aligned as candles are
 * @param window how many of the latest periods of a record count
 * @param warmUpPeriods a strategy is not judged before it has a record of so many periods
 * @param warmUpTrades nor before it has closed so many trades, all periods counted
 * @param floorPpm no strategy has less, so that it goes on making a record
 * @param capPpm no strategy has more; an equal share where that is more than this
 * @param maxShiftPpm all that is given to strategies at one time is no more than this
 * @param minShiftPpm what would be moved altogether is left alone below this
 * @param maxDrawdown a strategy that stands this far below its highest in the window has its floor
 */
public record AllocationSettings(
    AllocationRule rule,
    Interval interval,
    int window,
    int warmUpPeriods,
    int warmUpTrades,
    long floorPpm,
    long capPpm,
    long maxShiftPpm,
    long minShiftPpm,
    double maxDrawdown) {
  /**
   * The bandit once a day over 90 days, after 30 days and 20 trades; 5 to 60 % for each, shifts
   * from 1 to 10 %, the floor from a drawdown of 15 % on.
   */
  public static final AllocationSettings DEFAULT =
      new AllocationSettings(
          AllocationRule.Bandit.DEFAULT,
          Interval.ONE_DAY,
          90,
          30,
          20,
          50_000,
          600_000,
          100_000,
          10_000,
          0.15);

  /** Checks the ranges. */
  public AllocationSettings {
    Check.argument(window >= 2 && window <= 10_000, "window must be 2 to 10000, was %s", window);
    Check.argument(
        warmUpPeriods >= 2 && warmUpPeriods <= window,
        "warmUpPeriods must be 2 to the window of %s, was %s",
        window,
        warmUpPeriods);
    Check.argument(warmUpTrades >= 0, "warmUpTrades must be >= 0, was %s", warmUpTrades);
    Check.argument(
        floorPpm >= 0 && floorPpm <= capPpm && capPpm <= Allocator.WHOLE_PPM,
        "floorPpm and capPpm must rise from 0 to 1000000, were %s and %s",
        floorPpm,
        capPpm);
    Check.argument(
        minShiftPpm >= 0 && minShiftPpm <= maxShiftPpm && maxShiftPpm <= Allocator.WHOLE_PPM,
        "minShiftPpm and maxShiftPpm must rise from 0 to 1000000, were %s and %s",
        minShiftPpm,
        maxShiftPpm);
    Check.argument(maxShiftPpm > 0, "maxShiftPpm must be > 0, was %s", maxShiftPpm);
    Check.argument(
        maxDrawdown > 0 && maxDrawdown <= 1, "maxDrawdown must be in (0, 1], was %s", maxDrawdown);
  }

  /** The same by another rule. */
  public AllocationSettings withRule(AllocationRule other) {
    return new AllocationSettings(
        other,
        interval,
        window,
        warmUpPeriods,
        warmUpTrades,
        floorPpm,
        capPpm,
        maxShiftPpm,
        minShiftPpm,
        maxDrawdown);
  }
}

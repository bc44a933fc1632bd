package io.tradewind.core.market;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Utc;

/**
 * The fundings of one perpetual as columns of primitives, rising in time. At each of these times
 * longs pay shorts {@code notional * rate / 10^18}; below zero shorts pay longs.
 *
 * <p>Rates are in {@code 10^-}{@value #RATE_SCALE} of the notional, which is as exact as any source
 * tells them: Binance has 8 decimals, OKX 16. So 0.01 % is 100,000,000,000,000. Columns are not
 * copied: the caller hands them over and keeps no reference.
 */
public final class FundingColumns {
  /** Rates are in {@code 10^-RATE_SCALE} of the notional. */
  public static final int RATE_SCALE = FixedPoint.MAX_SCALE;

  /** No rate is larger than the notional itself, either way. */
  public static final long MAX_RATE = FixedPoint.pow10(RATE_SCALE);

  private final long[] timeNs;
  private final long[] rate;

  /**
   * Takes over columns of one length.
   *
   * @param timeNs epoch nanoseconds
   * @param rate in {@code 10^-}{@value #RATE_SCALE}
   * @throws IllegalArgumentException if lengths differ, times do not rise or are not between {@link
   *     Utc#FIRST_NS} and {@link Utc#LAST_NS}, or a rate is above {@link #MAX_RATE} either way
   */
  public FundingColumns(long[] timeNs, long[] rate) {
    this.timeNs = timeNs;
    this.rate = rate;
    Check.argument(
        rate.length == timeNs.length,
        "columns must be of one length: timeNs has %s rows, rate has %s",
        timeNs.length,
        rate.length);
    for (int i = 0; i < timeNs.length; i++) {
      Check.argument(
          timeNs[i] >= Utc.FIRST_NS && timeNs[i] <= Utc.LAST_NS,
          "fundings must lie within the years 1700 to 2199, row %s",
          i);
      Check.argument(i == 0 || timeNs[i - 1] < timeNs[i], "fundings must rise in time, row %s", i);
      Check.argument(
          rate[i] >= -MAX_RATE && rate[i] <= MAX_RATE,
          "a rate must be within -1 and 1, was %s",
          FixedPoint.format(rate[i], RATE_SCALE));
    }
  }

  /** No fundings. */
  public static FundingColumns empty() {
    return new FundingColumns(new long[0], new long[0]);
  }

  /** How many fundings. */
  public int size() {
    return timeNs.length;
  }

  /** When it is exchanged, epoch nanoseconds. */
  public long timeNs(int row) {
    return timeNs[row];
  }

  /** What longs pay, in {@code 10^-}{@value #RATE_SCALE} of the notional. */
  public long rate(int row) {
    return rate[row];
  }

  /** First row at this time or later, {@link #size} if there is none. */
  public int firstRowFrom(long fromNs) {
    int low = 0;
    int high = timeNs.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (timeNs[middle] < fromNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

package io.tradewind.core.market;

import io.tradewind.analytics.check.Check;

/** What rows of trades and of order books have in common: scales, and two times each. */
public abstract sealed class TickRows permits TradeColumns, BookColumns {
  final int priceScale;
  final int qtyScale;
  final long[] timeNs;
  final long[] receiveTimeNs;

  TickRows(int priceScale, int qtyScale, long[] timeNs, long[] receiveTimeNs) {
    this.priceScale = priceScale;
    this.qtyScale = qtyScale;
    this.timeNs = timeNs;
    this.receiveTimeNs = receiveTimeNs;
  }

  /** Throws unless a column is as long as that of the times. */
  final void checkLengths(int... lengths) {
    for (int length : lengths) {
      Check.argument(
          length == timeNs.length, "columns must be of one length, times were %s", timeNs.length);
    }
  }

  /** Throws if a time falls from the row before. */
  final void checkRises(int row) {
    boolean rises =
        row == 0
            || (timeNs[row - 1] <= timeNs[row] && receiveTimeNs[row - 1] <= receiveTimeNs[row]);
    Check.argument(rises, "rows must rise in time, row %s", row);
  }

  /** How many rows. */
  public final int size() {
    return timeNs.length;
  }

  /** Prices are in {@code 10^-priceScale}. */
  public final int priceScale() {
    return priceScale;
  }

  /** Quantities are in {@code 10^-qtyScale}. */
  public final int qtyScale() {
    return qtyScale;
  }

  /** When it happened by the venue's clock, epoch nanoseconds; never falls. */
  public final long timeNs(int row) {
    return timeNs[row];
  }

  /**
   * When it came here, epoch nanoseconds; never falls, and is when it happened where that was not
   * recorded.
   */
  public final long receiveTimeNs(int row) {
    return receiveTimeNs[row];
  }

  /** First row that happened at this time or later, {@link #size} if there is none. */
  public final int firstRowFrom(long time) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (timeNs[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

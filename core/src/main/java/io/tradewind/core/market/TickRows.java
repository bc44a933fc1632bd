package io.tradewind.core.market;

/** What rows of trades and of order books have in common: scales, and two times each. */
public sealed interface TickRows permits TradeColumns, BookColumns {
  /** How many rows. */
  int size();

  /** Prices are in {@code 10^-priceScale}. */
  int priceScale();

  /** Quantities are in {@code 10^-qtyScale}. */
  int qtyScale();

  /** When it happened by the venue's clock, epoch nanoseconds; never falls. */
  long timeNs(int row);

  /**
   * When it came here, epoch nanoseconds; never falls, and is when it happened where that was not
   * recorded.
   */
  long receiveTimeNs(int row);

  /** First row that happened at this time or later, {@link #size} if there is none. */
  default int firstRowFrom(long timeNs) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (timeNs(middle) < timeNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

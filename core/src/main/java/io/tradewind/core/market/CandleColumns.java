package io.tradewind.core.market;

import io.tradewind.analytics.check.Check;
import java.util.Arrays;

/**
 * Candles of one instrument as columns of primitives, rising in time and not overlapping. Rows may
 * have different lengths, so that where finer candles are known they stand in for a longer one.
 * Columns are not copied: the caller hands them over and keeps no reference.
 */
public final class CandleColumns {
  private final int priceScale;
  private final int volumeScale;
  private final long[] openTimeNs;
  private final long[] closeTimeNs;
  private final long[] open;
  private final long[] high;
  private final long[] low;
  private final long[] close;
  private final long[] volume;

  /**
   * Takes over columns of one length.
   *
   * @param priceScale of open, high, low and close
   * @param volumeScale of volume, which is in base
   * @throws IllegalArgumentException if the rows overlap or break {@code low <= open, close <=
   *     high}
   */
  public CandleColumns(
      int priceScale,
      int volumeScale,
      long[] openTimeNs,
      long[] closeTimeNs,
      long[] open,
      long[] high,
      long[] low,
      long[] close,
      long[] volume) {
    this.priceScale = priceScale;
    this.volumeScale = volumeScale;
    this.openTimeNs = openTimeNs;
    this.closeTimeNs = closeTimeNs;
    this.open = open;
    this.high = high;
    this.low = low;
    this.close = close;
    this.volume = volume;
    checkInvariants();
  }

  /** No candles. */
  public static CandleColumns empty(int priceScale, int volumeScale) {
    long[] none = new long[0];
    return new CandleColumns(priceScale, volumeScale, none, none, none, none, none, none, none);
  }

  /** How many candles. */
  public int size() {
    return open.length;
  }

  /** Prices are in {@code 10^-priceScale}. */
  public int priceScale() {
    return priceScale;
  }

  /** Volumes are in {@code 10^-volumeScale}. */
  public int volumeScale() {
    return volumeScale;
  }

  /** Start of the candle, included. */
  public long openTimeNs(int row) {
    return openTimeNs[row];
  }

  /** End of the candle, not included: the instant from which it is known. */
  public long closeTimeNs(int row) {
    return closeTimeNs[row];
  }

  /** First price. */
  public long open(int row) {
    return open[row];
  }

  /** Highest price. */
  public long high(int row) {
    return high[row];
  }

  /** Lowest price. */
  public long low(int row) {
    return low[row];
  }

  /** Last price. */
  public long close(int row) {
    return close[row];
  }

  /** Volume in base. */
  public long volume(int row) {
    return volume[row];
  }

  /** First row that opens at this time or later, {@link #size} if there is none. */
  public int firstRowFrom(long timeNs) {
    int found = Arrays.binarySearch(openTimeNs, timeNs);
    return found >= 0 ? found : -found - 1;
  }

  /** The rows {@code [from, to)}, as copies. */
  public CandleColumns slice(int from, int to) {
    return new CandleColumns(
        priceScale,
        volumeScale,
        Arrays.copyOfRange(openTimeNs, from, to),
        Arrays.copyOfRange(closeTimeNs, from, to),
        Arrays.copyOfRange(open, from, to),
        Arrays.copyOfRange(high, from, to),
        Arrays.copyOfRange(low, from, to),
        Arrays.copyOfRange(close, from, to),
        Arrays.copyOfRange(volume, from, to));
  }

  private void checkInvariants() {
    for (int i = 0; i < open.length; i++) {
      Check.argument(low[i] > 0, "a price must be > 0, was %s", low[i]);
      Check.argument(volume[i] >= 0, "a volume must be >= 0, was %s", volume[i]);
      Check.argument(
          low[i] <= Math.min(open[i], close[i]) && high[i] >= Math.max(open[i], close[i]),
          "a candle must hold low <= open, close <= high, row %s",
          i);
      Check.argument(
          openTimeNs[i] < closeTimeNs[i] && (i == 0 || closeTimeNs[i - 1] <= openTimeNs[i]),
          "candles must rise in time and not overlap, row %s",
          i);
    }
  }
}

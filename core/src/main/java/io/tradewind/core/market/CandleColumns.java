package io.tradewind.core.market;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;
import java.util.Arrays;
import java.util.List;

/**
 * Candles of one instrument as columns of primitives, rising in time and not overlapping. Rows may
 * have different lengths, so that where finer candles are known they stand in for a longer one.
 *
 * <p>In memory the columns lie side by side, a candle in 64 bytes, which is a cache line: many
 * symbols read in turn are then one stream each for the processor and not seven.
 */
public final class CandleColumns {
  private static final int STRIDE = 8;
  private static final int OPEN_TIME = 0;
  private static final int CLOSE_TIME = 1;
  private static final int OPEN = 2;
  private static final int HIGH = 3;
  private static final int LOW = 4;
  private static final int CLOSE = 5;
  private static final int VOLUME = 6;

  private static final List<String> NAMES =
      List.of("openTimeNs", "closeTimeNs", "open", "high", "low", "close", "volume");

  private final int priceScale;
  private final int volumeScale;
  private final int size;
  private final long[] cells;

  /**
   * Copies columns of one length.
   *
   * @param priceScale of open, high, low and close
   * @param volumeScale of volume, which is in base
   * @throws IllegalArgumentException if lengths differ, the rows overlap or break {@code low <=
   *     open, close <= high}, or a time is not between {@link Utc#FIRST_NS} and {@link Utc#LAST_NS}
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
    this(priceScale, volumeScale, open.length, new long[Math.multiplyExact(open.length, STRIDE)]);
    long[][] columns = {openTimeNs, closeTimeNs, open, high, low, close, volume};
    for (int column = 0; column < columns.length; column++) {
      Check.argument(
          columns[column].length == openTimeNs.length,
          "columns must be of one length: openTimeNs has %s rows, %s has %s",
          openTimeNs.length,
          NAMES.get(column),
          columns[column].length);
    }
    for (int column = 0; column < columns.length; column++) {
      lay(columns[column], column);
    }
    checkInvariants();
  }

  private CandleColumns(int priceScale, int volumeScale, int size, long[] cells) {
    this.priceScale = priceScale;
    this.volumeScale = volumeScale;
    this.size = size;
    this.cells = cells;
  }

  /** Copies columns in the order of {@link #CandleColumns}: {@code [7][candles]}. */
  public static CandleColumns of(int priceScale, int volumeScale, long[][] columns) {
    return new CandleColumns(
        priceScale,
        volumeScale,
        columns[OPEN_TIME],
        columns[CLOSE_TIME],
        columns[OPEN],
        columns[HIGH],
        columns[LOW],
        columns[CLOSE],
        columns[VOLUME]);
  }

  /** No candles. */
  public static CandleColumns empty(int priceScale, int volumeScale) {
    return new CandleColumns(priceScale, volumeScale, 0, new long[0]);
  }

  /** How many candles. */
  public int size() {
    return size;
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
    return cells[row * STRIDE + OPEN_TIME];
  }

  /** End of the candle, not included: the instant from which it is known. */
  public long closeTimeNs(int row) {
    return cells[row * STRIDE + CLOSE_TIME];
  }

  /** First price. */
  public long open(int row) {
    return cells[row * STRIDE + OPEN];
  }

  /** Highest price. */
  public long high(int row) {
    return cells[row * STRIDE + HIGH];
  }

  /** Lowest price. */
  public long low(int row) {
    return cells[row * STRIDE + LOW];
  }

  /** Last price. */
  public long close(int row) {
    return cells[row * STRIDE + CLOSE];
  }

  /** Volume in base. */
  public long volume(int row) {
    return cells[row * STRIDE + VOLUME];
  }

  /** First row that opens at this time or later, {@link #size} if there is none. */
  public int firstRowFrom(long timeNs) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (openTimeNs(middle) < timeNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The rows {@code [from, to)}, as copies. */
  public CandleColumns slice(int from, int to) {
    Check.argument(from >= 0 && from <= to && to <= size, "no rows %s to %s", from, to);
    return new CandleColumns(
        priceScale, volumeScale, to - from, Arrays.copyOfRange(cells, from * STRIDE, to * STRIDE));
  }

  private void lay(long[] values, int column) {
    int cell = column;
    for (long value : values) {
      cells[cell] = value;
      cell += STRIDE;
    }
  }

  private void checkInvariants() {
    long lastNs = Long.MIN_VALUE;
    for (int at = 0; at < cells.length; at += STRIDE) {
      if (!isCandle(at) || cells[at + OPEN_TIME] < lastNs) {
        refuse(at / STRIDE);
      }
      lastNs = cells[at + CLOSE_TIME];
    }
  }

  /** In one breath, for it is asked of every row of a year before anything is compiled well. */
  private boolean isCandle(int at) {
    long low = cells[at + LOW];
    long high = cells[at + HIGH];
    long open = cells[at + OPEN];
    long close = cells[at + CLOSE];
    return low > 0
        && low <= open
        && low <= close
        && high >= open
        && high >= close
        && cells[at + VOLUME] >= 0
        && cells[at + OPEN_TIME] >= Utc.FIRST_NS
        && cells[at + CLOSE_TIME] <= Utc.LAST_NS
        && cells[at + OPEN_TIME] < cells[at + CLOSE_TIME];
  }

  private void refuse(int row) {
    Check.argument(low(row) > 0, "a price must be > 0, was %s", low(row));
    Check.argument(volume(row) >= 0, "a volume must be >= 0, was %s", volume(row));
    Check.argument(
        low(row) <= Math.min(open(row), close(row)) && high(row) >= Math.max(open(row), close(row)),
        "a candle must hold low <= open, close <= high, row %s",
        row);
    Check.argument(
        openTimeNs(row) >= Utc.FIRST_NS && closeTimeNs(row) <= Utc.LAST_NS,
        "candles must lie within the years 1700 to 2199, row %s",
        row);
    throw new IllegalArgumentException("candles must rise in time and not overlap, row " + row);
  }
}

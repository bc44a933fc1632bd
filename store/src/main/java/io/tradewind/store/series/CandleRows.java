package io.tradewind.store.series;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Candles with the exact decimals that they came with, rising in time. It grows by {@link #add} and
 * is not written to by those it is handed to.
 */
public final class CandleRows {
  private long[] openTimeNs;
  private final DecimalColumn open;
  private final DecimalColumn high;
  private final DecimalColumn low;
  private final DecimalColumn close;
  private final DecimalColumn volume;
  private int size;

  /** Without rows. */
  public CandleRows(int capacity) {
    openTimeNs = new long[capacity];
    open = new DecimalColumn(capacity);
    high = new DecimalColumn(capacity);
    low = new DecimalColumn(capacity);
    close = new DecimalColumn(capacity);
    volume = new DecimalColumn(capacity);
  }

  /** The same values, taken out of scaled columns. */
  public static CandleRows of(CandleColumns columns) {
    CandleRows rows = new CandleRows(columns.size());
    int price = columns.priceScale();
    for (int i = 0; i < columns.size(); i++) {
      rows.add(
          columns.openTimeNs(i),
          new CandleValues(
              Decimals.trim(columns.open(i), price),
              Decimals.trim(columns.high(i), price),
              Decimals.trim(columns.low(i), price),
              Decimals.trim(columns.close(i), price),
              Decimals.trim(columns.volume(i), columns.volumeScale())));
    }
    return rows;
  }

  /**
   * Appends a candle.
   *
   * @throws IllegalArgumentException if it does not rise in time, or breaks {@code 0 < low <= open,
   *     close <= high} or {@code 0 <= volume}
   */
  public void add(long timeNs, CandleValues values) {
    Check.argument(
        size == 0 || openTimeNs[size - 1] < timeNs, "candles must rise in time, was at %s", timeNs);
    addUnordered(timeNs, values);
  }

  void addUnordered(long timeNs, CandleValues values) {
    Check.argument(values.problem().isEmpty(), "a candle must be sound: %s", values.problem());
    grow();
    openTimeNs[size++] = timeNs;
    put(open, values.open());
    put(high, values.high());
    put(low, values.low());
    put(close, values.close());
    put(volume, values.volume());
  }

  /** Appends a row of another table. */
  public void addFrom(CandleRows other, int row) {
    Check.argument(
        size == 0 || openTimeNs[size - 1] < other.openTimeNs[row],
        "candles must rise in time, was at %s",
        other.openTimeNs[row]);
    grow();
    openTimeNs[size++] = other.openTimeNs[row];
    open.addFrom(other.open, row);
    high.addFrom(other.high, row);
    low.addFrom(other.low, row);
    close.addFrom(other.close, row);
    volume.addFrom(other.volume, row);
  }

  /** How many candles. */
  public int size() {
    return size;
  }

  /** Start of a candle, epoch nanoseconds. */
  public long openTimeNs(int row) {
    return openTimeNs[row];
  }

  /** First price. */
  public BigDecimal open(int row) {
    return open.value(row);
  }

  /** Highest price. */
  public BigDecimal high(int row) {
    return high.value(row);
  }

  /** Lowest price. */
  public BigDecimal low(int row) {
    return low.value(row);
  }

  /** Last price. */
  public BigDecimal close(int row) {
    return close.value(row);
  }

  /** Volume in base. */
  public BigDecimal volume(int row) {
    return volume.value(row);
  }

  /** The values of a row. */
  public CandleValues values(int row) {
    return new CandleValues(
        parsed(open, row),
        parsed(high, row),
        parsed(low, row),
        parsed(close, row),
        parsed(volume, row));
  }

  /** Whether two rows hold the same values, time aside. */
  public boolean isSame(int row, CandleRows other, int otherRow) {
    return open.isSame(row, other.open, otherRow)
        && high.isSame(row, other.high, otherRow)
        && low.isSame(row, other.low, otherRow)
        && close.isSame(row, other.close, otherRow)
        && volume.isSame(row, other.volume, otherRow);
  }

  /** What the price scale has to satisfy. */
  public ColumnNeeds priceNeeds() {
    return open.needs().and(high.needs()).and(low.needs()).and(close.needs());
  }

  /** What the volume scale has to satisfy. */
  public ColumnNeeds volumeNeeds() {
    return volume.needs();
  }

  /** The scales of these rows taken as a whole series. */
  public Scales scales() {
    return Scales.of(priceNeeds(), volumeNeeds());
  }

  /** Scaled columns, each candle closing one interval after it opens. */
  public CandleColumns toColumns(Interval interval, Scales scales) {
    long[] opens = Arrays.copyOf(openTimeNs, size);
    long[] closes = new long[size];
    for (int i = 0; i < size; i++) {
      closes[i] = opens[i] + interval.durationNs();
    }
    return new CandleColumns(
        scales.price(),
        scales.volume(),
        opens,
        closes,
        open.scaledAboveZero(scales.price()),
        high.scaledAboveZero(scales.price()),
        low.scaledAboveZero(scales.price()),
        close.scaledAboveZero(scales.price()),
        volume.scaled(scales.volume()));
  }

  private static Decimals.Parsed parsed(DecimalColumn column, int row) {
    return new Decimals.Parsed(column.mantissa(row), column.decimals(row));
  }

  private static void put(DecimalColumn column, Decimals.Parsed value) {
    column.add(value.mantissa(), value.decimals());
  }

  private void grow() {
    if (size == openTimeNs.length) {
      openTimeNs = Arrays.copyOf(openTimeNs, Math.max(16, size + (size >> 1)));
    }
  }
}

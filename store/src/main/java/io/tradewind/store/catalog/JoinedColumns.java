package io.tradewind.store.catalog;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Interval;
import io.tradewind.store.series.Scales;
import java.math.RoundingMode;
import java.nio.LongBuffer;
import java.util.Arrays;

/** Columns of several files, put one behind the other in the scales of their series. */
final class JoinedColumns {
  private final Scales scales;
  private final long[][] columns;
  private int size;

  /** With room for rows; it grows where a file has more than it was said to have. */
  JoinedColumns(Scales scales, int rows) {
    this.scales = scales;
    this.columns = new long[ColumnCache.COLUMNS][rows];
  }

  /** Copies a file's columns, which lie one after the other. */
  void add(CacheHeader header, LongBuffer from) {
    int rows = header.rows();
    for (int i = 0; i < columns.length; i++) {
      if (columns[i].length < size + rows) {
        columns[i] = Arrays.copyOf(columns[i], size + rows);
      }
      from.get(i * rows, columns[i], size, rows);
    }
    for (int i = 1; i < columns.length; i++) {
      boolean volume = i == columns.length - 1;
      int had = volume ? header.scales().volume() : header.scales().price();
      rescale(columns[i], rows, had, volume ? scales.volume() : scales.price());
    }
    size += rows;
  }

  /** Up to more decimals, or down where what is cut off is known to be zeros. */
  private void rescale(long[] column, int rows, int had, int wanted) {
    if (had != wanted) {
      for (int row = size; row < size + rows; row++) {
        column[row] = FixedPoint.rescale(column[row], had, wanted, RoundingMode.HALF_EVEN);
      }
    }
  }

  /** All rows, each candle closing one interval after it opens. */
  CandleColumns columns(Interval interval) {
    for (int i = 0; i < columns.length; i++) {
      columns[i] = columns[i].length == size ? columns[i] : Arrays.copyOf(columns[i], size);
    }
    long[] closes = new long[size];
    for (int i = 0; i < size; i++) {
      closes[i] = columns[0][i] + interval.durationNs();
    }
    return new CandleColumns(
        scales.price(),
        scales.volume(),
        columns[0],
        closes,
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }
}

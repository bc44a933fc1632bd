package io.tradewind.testkit;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Interval;
import java.math.RoundingMode;
import java.util.Arrays;

/** Candles written by hand: {@code "100 101 99 100, 100 103 98 102 250"}. */
public final class CandleTable {
  /** 2024-01-01T00:00:00Z, where every table begins. */
  public static final long START_NS = 1_704_067_200_000_000_000L;

  private CandleTable() {}

  /**
   * Rows separated by commas, each open, high, low, close and maybe volume (1000 where it is left
   * out); {@code -} leaves a gap. In the scales of {@link TestInstruments}.
   */
  public static CandleColumns parse(String table, Interval interval) {
    return parse(table, interval, START_NS);
  }

  /** As {@link #parse(String, Interval)}, beginning at another instant. */
  public static CandleColumns parse(String table, Interval interval, long startNs) {
    String[] rows = table.strip().split("\\s*,\\s*");
    int size = 0;
    long[][] columns = new long[7][rows.length];
    for (int i = 0; i < rows.length; i++) {
      if (!rows[i].equals("-")) {
        fill(columns, size++, rows[i].split("\\s+"), startNs + i * interval.durationNs(), interval);
      }
    }
    for (int i = 0; i < columns.length; i++) {
      columns[i] = Arrays.copyOf(columns[i], size);
    }
    return CandleColumns.of(TestInstruments.PRICE_SCALE, TestInstruments.QTY_SCALE, columns);
  }

  /** The rows of several tables one behind the other; their lengths may differ. */
  public static CandleColumns join(CandleColumns... parts) {
    int size = Arrays.stream(parts).mapToInt(CandleColumns::size).sum();
    long[][] columns = new long[7][size];
    int at = 0;
    for (CandleColumns part : parts) {
      for (int row = 0; row < part.size(); row++) {
        copy(part, row, columns, at++);
      }
    }
    return CandleColumns.of(TestInstruments.PRICE_SCALE, TestInstruments.QTY_SCALE, columns);
  }

  private static void copy(CandleColumns part, int row, long[][] columns, int at) {
    columns[0][at] = part.openTimeNs(row);
    columns[1][at] = part.closeTimeNs(row);
    columns[2][at] = part.open(row);
    columns[3][at] = part.high(row);
    columns[4][at] = part.low(row);
    columns[5][at] = part.close(row);
    columns[6][at] = part.volume(row);
  }

  private static void fill(
      long[][] columns, int row, String[] words, long openNs, Interval interval) {
    columns[0][row] = openNs;
    columns[1][row] = openNs + interval.durationNs();
    for (int i = 0; i < 4; i++) {
      columns[2 + i][row] =
          FixedPoint.parse(words[i], TestInstruments.PRICE_SCALE, RoundingMode.UNNECESSARY);
    }
    columns[6][row] =
        FixedPoint.parse(
            words.length > 4 ? words[4] : "1000",
            TestInstruments.QTY_SCALE,
            RoundingMode.UNNECESSARY);
  }
}

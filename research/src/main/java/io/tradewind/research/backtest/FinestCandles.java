package io.tradewind.research.backtest;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Composes the feed of a run: for each candle of the run's interval the finest rows that make it up
 * without a gap, so that they decide the way within it; where none are whole, the longest that are
 * there.
 */
public final class FinestCandles {
  private FinestCandles() {}

  /**
   * The feed.
   *
   * @param interval of the run; all others must divide it
   * @param series candles by interval, all in the same scales
   */
  public static CandleColumns compose(Interval interval, Map<Interval, CandleColumns> series) {
    Check.argument(!series.isEmpty(), "a feed needs candles of %s or shorter", interval);
    TreeMap<Interval, CandleColumns> byLength = new TreeMap<>(series);
    for (Interval each : byLength.keySet()) {
      Check.argument(interval.isMultipleOf(each), "%s candles do not make up %s", each, interval);
    }
    if (byLength.size() == 1) {
      return byLength.firstEntry().getValue();
    }
    return new Composition(interval, byLength).compose();
  }

  private static final class Composition {
    private final Interval interval;
    private final List<CandleColumns> finestFirst;
    private final long[] lengths;
    private final int[] rows;
    private final Rows out;

    Composition(Interval interval, Map<Interval, CandleColumns> byLength) {
      this.interval = interval;
      this.finestFirst = new ArrayList<>(byLength.values());
      this.lengths = byLength.keySet().stream().mapToLong(Interval::durationNs).toArray();
      this.rows = new int[lengths.length];
      this.out = new Rows(finestFirst.getFirst());
    }

    CandleColumns compose() {
      long start = nextStart();
      while (start != Long.MAX_VALUE) {
        long end = start + interval.durationNs();
        int chosen = choose(start, end);
        for (int i = 0; i < rows.length; i++) {
          CandleColumns source = finestFirst.get(i);
          while (rows[i] < source.size() && source.openTimeNs(rows[i]) < end) {
            if (i == chosen) {
              out.add(source, rows[i]);
            }
            rows[i]++;
          }
        }
        start = nextStart();
      }
      return out.toColumns();
    }

    private long nextStart() {
      long next = Long.MAX_VALUE;
      for (int i = 0; i < rows.length; i++) {
        if (rows[i] < finestFirst.get(i).size()) {
          next = Math.min(next, interval.floor(finestFirst.get(i).openTimeNs(rows[i])));
        }
      }
      return next;
    }

    private int choose(long start, long end) {
      int longest = 0;
      for (int i = 0; i < rows.length; i++) {
        long have = count(i, end);
        if (have * lengths[i] == end - start) {
          return i;
        }
        longest = have > 0 ? i : longest;
      }
      return longest;
    }

    private long count(int i, long end) {
      int row = rows[i];
      CandleColumns source = finestFirst.get(i);
      while (row < source.size() && source.openTimeNs(row) < end) {
        row++;
      }
      return (long) row - rows[i];
    }
  }

  /** Rows that grow. */
  private static final class Rows {
    private final int priceScale;
    private final int volumeScale;
    private final long[][] columns = new long[7][1024];
    private int size;

    Rows(CandleColumns like) {
      this.priceScale = like.priceScale();
      this.volumeScale = like.volumeScale();
    }

    void add(CandleColumns source, int row) {
      Check.argument(
          source.priceScale() == priceScale && source.volumeScale() == volumeScale,
          "candles of one feed must be in one scale, row %s",
          row);
      if (size == columns[0].length) {
        for (int i = 0; i < columns.length; i++) {
          columns[i] = Arrays.copyOf(columns[i], size * 2);
        }
      }
      columns[0][size] = source.openTimeNs(row);
      columns[1][size] = source.closeTimeNs(row);
      columns[2][size] = source.open(row);
      columns[3][size] = source.high(row);
      columns[4][size] = source.low(row);
      columns[5][size] = source.close(row);
      columns[6][size++] = source.volume(row);
    }

    CandleColumns toColumns() {
      long[][] cut = new long[columns.length][];
      for (int i = 0; i < cut.length; i++) {
        cut[i] = Arrays.copyOf(columns[i], size);
      }
      return new CandleColumns(
          priceScale, volumeScale, cut[0], cut[1], cut[2], cut[3], cut[4], cut[5], cut[6]);
    }
  }
}

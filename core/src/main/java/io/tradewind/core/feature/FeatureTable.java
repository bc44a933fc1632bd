package io.tradewind.core.feature;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The features of a set at each close of candles that are at hand, computed by the classes that the
 * engine computes them with, so that training sees what trading will see.
 */
public final class FeatureTable {
  private final List<String> names;
  private final long[] closeTimeNs;
  private final double[][] rows;

  private FeatureTable(List<String> names, long[] closeTimeNs, double[][] rows) {
    this.names = names;
    this.closeTimeNs = closeTimeNs;
    this.rows = rows;
  }

  /**
   * Computes them.
   *
   * @param interval of the rows of the table; the candles may be shorter
   * @throws IllegalArgumentException if a column is on an interval that is no multiple of that
   */
  public static FeatureTable of(FeatureSet set, Interval interval, CandleColumns candles) {
    TreeSet<Interval> intervals = new TreeSet<>(List.of(interval));
    FeatureBoard board = new FeatureBoard(1);
    FeatureFrame frame = set.on(interval, new Asked(interval, intervals, board));
    board.build();
    InstrumentBars bars =
        new InstrumentBars(intervals, candles.priceScale(), candles.volumeScale(), board, 0);
    Fill fill = new Fill(frame, board.of(0), bars.of(interval), candles.size());
    long dueNs = Long.MAX_VALUE;
    for (int row = 0; row < candles.size(); row++) {
      while (dueNs <= candles.openTimeNs(row)) {
        dueNs = bars.closeDue(dueNs);
        fill.take();
      }
      dueNs = bars.add(candles, row);
      fill.take();
    }
    return fill.table();
  }

  /** Names of the columns. */
  public List<String> names() {
    return names;
  }

  /** How many rows there are: one for each close. */
  public int size() {
    return rows.length;
  }

  /** When a row became known. */
  public long closeTimeNs(int row) {
    return closeTimeNs[row];
  }

  /** A value, NaN before the feature's first. */
  public double value(int row, int column) {
    return rows[row][column];
  }

  /** A copy of a row. */
  public double[] row(int row) {
    return rows[row].clone();
  }

  /**
   * Takes what a set asks for.
   *
   * @param shortest of the intervals
   * @param intervals all that were asked for
   */
  private record Asked(Interval shortest, Set<Interval> intervals, FeatureBoard board)
      implements FeatureRequests {
    @Override
    public Feature feature(Interval interval, FeatureSpec spec) {
      add(interval);
      return board.request(interval, spec);
    }

    @Override
    public WindowFeature feature(Interval interval, WindowSpec spec) {
      add(interval);
      return board.request(interval, spec);
    }

    private void add(Interval interval) {
      Check.argument(
          interval.isMultipleOf(shortest), "%s is no multiple of %s", interval, shortest);
      intervals.add(interval);
    }
  }

  /** A table under way. */
  private static final class Fill {
    private final FeatureFrame frame;
    private final FeatureRow features;
    private final BarSeries shown;
    private final long[] times;
    private final double[][] rows;
    private int size;

    Fill(FeatureFrame frame, FeatureRow features, BarSeries shown, int capacity) {
      this.frame = frame;
      this.features = features;
      this.shown = shown;
      this.times = new long[capacity];
      this.rows = new double[capacity][];
    }

    /** A row, if a candle of the table's interval closed. */
    void take() {
      if (shown.isClosed()) {
        shown.clearClosed();
        times[size] = shown.closeTimeNs();
        rows[size] = new double[frame.width()];
        frame.fill(features, rows[size]);
        size++;
      }
    }

    FeatureTable table() {
      return new FeatureTable(frame.names(), Arrays.copyOf(times, size), Arrays.copyOf(rows, size));
    }
  }
}

package io.tradewind.research.report;

import io.tradewind.core.market.CandleAggregator;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The candles that a report carries for one symbol: those of the run, or longer ones where the run
 * had too many for a file that is handed on.
 *
 * @param interval of the candles
 * @param candles at most the limit
 */
record ReportCandles(Interval interval, CandleColumns candles) {
  private static final List<Interval> USUAL =
      Stream.of("1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "1w")
          .map(Interval::parse)
          .toList();

  /** A usual interval may be this many times longer than it has to be. */
  private static final int PATIENCE = 4;

  /**
   * The shortest usual interval that keeps the limit; where none is near, because the run's own is
   * unusual, that one is doubled until it does.
   */
  static ReportCandles of(CandleColumns candles, Interval interval, int limit) {
    if (candles.size() <= limit) {
      return new ReportCandles(interval, candles);
    }
    double neededNs = (double) interval.durationNs() * candles.size() / limit;
    for (Interval longer : USUAL) {
      if (longer.compareTo(interval) > 0
          && longer.durationNs() <= PATIENCE * neededNs
          && longer.isMultipleOf(interval)) {
        CandleColumns fewer = aggregate(candles, longer);
        if (fewer.size() <= limit) {
          return new ReportCandles(longer, fewer);
        }
      }
    }
    Interval twice = new Interval(Math.multiplyExact(2, interval.durationNs()));
    return of(aggregate(candles, twice), twice, limit);
  }

  private static CandleColumns aggregate(CandleColumns in, Interval interval) {
    CandleAggregator aggregator = new CandleAggregator(interval);
    long[][] columns = new long[7][in.size()];
    int rows = 0;
    for (int i = 0; i < in.size(); i++) {
      if (aggregator.isDue(in.openTimeNs(i))) {
        take(aggregator, columns, rows++);
      }
      aggregator.add(
          in.openTimeNs(i),
          in.closeTimeNs(i),
          in.open(i),
          in.high(i),
          in.low(i),
          in.close(i),
          in.volume(i));
    }
    if (aggregator.isFilled()) {
      take(aggregator, columns, rows++);
    }
    return columns(in, columns, rows);
  }

  private static void take(CandleAggregator candle, long[][] columns, int row) {
    columns[0][row] = candle.openTimeNs();
    columns[1][row] = candle.closeTimeNs();
    columns[2][row] = candle.open();
    columns[3][row] = candle.high();
    columns[4][row] = candle.low();
    columns[5][row] = candle.close();
    columns[6][row] = candle.volume();
    candle.clear();
  }

  private static CandleColumns columns(CandleColumns like, long[][] columns, int rows) {
    long[][] cut = Arrays.stream(columns).map(c -> Arrays.copyOf(c, rows)).toArray(long[][]::new);
    return new CandleColumns(
        like.priceScale(),
        like.volumeScale(),
        cut[0],
        cut[1],
        cut[2],
        cut[3],
        cut[4],
        cut[5],
        cut[6]);
  }

  /** The largest unit of which every price is a whole multiple, in price scale; at least 1. */
  long unit() {
    long unit = 0;
    for (int i = 0; i < candles.size() && unit != 1; i++) {
      unit = gcd(unit, candles.open(i));
      unit = gcd(unit, candles.high(i));
      unit = gcd(unit, candles.low(i));
      unit = gcd(unit, candles.close(i));
    }
    return Math.max(1, unit);
  }

  private static long gcd(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }
}

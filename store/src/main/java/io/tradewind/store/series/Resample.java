package io.tradewind.store.series;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.CandleAggregator;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Interval;
import java.util.Arrays;

/**
 * Candles of a longer interval out of shorter ones or out of trades, by the one {@link
 * CandleAggregator}. A candle is known once it has closed: the last one is left out unless a row
 * reaches its end. Stretches without rows give no candle.
 */
public final class Resample {
  private Resample() {}

  /**
   * Longer candles out of shorter ones; volume keeps its scale.
   *
   * @throws IllegalArgumentException if the interval is no multiple of the rows' length
   */
  public static CandleColumns candles(CandleColumns rows, Interval interval) {
    Collector out = new Collector(interval);
    for (int i = 0; i < rows.size(); i++) {
      Check.argument(
          interval.durationNs() % (rows.closeTimeNs(i) - rows.openTimeNs(i)) == 0,
          "%s is no multiple of the length of the candle at row %s",
          interval,
          i);
      out.closeBefore(rows.openTimeNs(i));
      out.aggregator.add(
          rows.openTimeNs(i),
          rows.closeTimeNs(i),
          rows.open(i),
          rows.high(i),
          rows.low(i),
          rows.close(i),
          rows.volume(i));
      out.closeIfComplete();
    }
    return out.columns(rows.priceScale(), rows.volumeScale());
  }

  /** Candles out of trades; volume is in the trades' quantity scale. */
  public static CandleColumns trades(TradeColumns rows, Interval interval) {
    Collector out = new Collector(interval);
    for (int i = 0; i < rows.size(); i++) {
      out.closeBefore(rows.timeNs(i));
      out.aggregator.addTrade(rows.timeNs(i), rows.price(i), rows.qty(i));
    }
    return out.columns(rows.priceScale(), rows.qtyScale());
  }

  private static final class Collector {
    private final CandleAggregator aggregator;
    private final long[][] columns = new long[7][1024];
    private int size;

    Collector(Interval interval) {
      aggregator = new CandleAggregator(interval);
    }

    void closeBefore(long timeNs) {
      if (aggregator.isDue(timeNs)) {
        take();
      }
    }

    void closeIfComplete() {
      if (aggregator.isComplete()) {
        take();
      }
    }

    private void take() {
      if (size == columns[0].length) {
        for (int i = 0; i < columns.length; i++) {
          columns[i] = Arrays.copyOf(columns[i], size * 2);
        }
      }
      columns[0][size] = aggregator.openTimeNs();
      columns[1][size] = aggregator.closeTimeNs();
      columns[2][size] = aggregator.open();
      columns[3][size] = aggregator.high();
      columns[4][size] = aggregator.low();
      columns[5][size] = aggregator.close();
      columns[6][size] = aggregator.volume();
      size++;
      aggregator.clear();
    }

    CandleColumns columns(int priceScale, int volumeScale) {
      long[][] cut = new long[columns.length][];
      for (int i = 0; i < cut.length; i++) {
        cut[i] = Arrays.copyOf(columns[i], size);
      }
      return new CandleColumns(
          priceScale, volumeScale, cut[0], cut[1], cut[2], cut[3], cut[4], cut[5], cut[6]);
    }
  }
}

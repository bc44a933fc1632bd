package io.tradewind.app.download;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.MergeReport;
import io.tradewind.store.series.CandleRows;
import io.tradewind.store.series.CandleValues;
import io.tradewind.store.series.Decimals;
import io.tradewind.venues.binance.model.MarketRow.Kline;
import io.tradewind.venues.binance.rest.Pages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Candles. A candle that has not closed by the end of what is asked for is not taken. */
final class CandleJob implements Job<Kline> {
  /** Stretches that lie closer than a page are asked for in one. */
  private static final long PAGE_ROWS = 1_000;

  private final Asked asked;
  private final Interval interval;
  private final CandleStore store;
  private final TreeMap<Long, CandleValues> came = new TreeMap<>();
  private int qtyScale;
  private long latestNs;

  CandleJob(Asked asked, Interval interval, CandleStore store) {
    this.asked = asked;
    this.interval = interval;
    this.store = store;
    latestNs = asked.fromNs();
  }

  @Override
  public String name() {
    return asked.id() + " candles-" + interval;
  }

  @Override
  public List<Pages<Kline>> missing(int attempt) {
    qtyScale = asked.instrument(attempt).qtyScale();
    CandleColumns there = store.read(asked.id(), interval, asked.fromNs(), asked.toNs());
    List<long[]> stretches = new ArrayList<>();
    long nextNs = firstOpenNs();
    for (int i = 0; i < there.size(); i++) {
      add(stretches, nextNs, there.openTimeNs(i));
      nextNs = there.openTimeNs(i) + interval.durationNs();
    }
    add(stretches, nextNs, interval.floor(asked.toNs()));
    return stretches.stream()
        .map(stretch ->
            asked
                .queries()
                .klines(asked.instrument(attempt), interval, asked.range(stretch[0], stretch[1])))
        .toList();
  }

  private long firstOpenNs() {
    long floorNs = interval.floor(asked.fromNs());
    return floorNs == asked.fromNs() ? floorNs : floorNs + interval.durationNs();
  }

  private void add(List<long[]> stretches, long fromNs, long toNs) {
    if (fromNs >= toNs) {
      return;
    }
    long nearNs = fromNs - PAGE_ROWS * interval.durationNs();
    if (!stretches.isEmpty() && stretches.getLast()[1] > nearNs) {
      stretches.getLast()[1] = toNs;
    } else {
      stretches.add(new long[] {fromNs, toNs});
    }
  }

  @Override
  public void take(List<Kline> rows) {
    for (Kline row : rows) {
      boolean aligned = interval.floor(row.openTimeNs()) == row.openTimeNs();
      if (aligned && row.openTimeNs() + interval.durationNs() <= asked.toNs()) {
        came.put(row.openTimeNs(), values(row));
        latestNs = Math.max(latestNs, row.openTimeNs());
      }
    }
  }

  private CandleValues values(Kline row) {
    return new CandleValues(
        price(row.openScaled()),
        price(row.highScaled()),
        price(row.lowScaled()),
        price(row.closeScaled()),
        Decimals.of(BigDecimal.valueOf(row.volumeScaled(), qtyScale)));
  }

  private Decimals.Parsed price(long scaled) {
    return Decimals.of(BigDecimal.valueOf(scaled, asked.instrument(0).priceScale()));
  }

  @Override
  public MergeReport store() {
    CandleRows rows = new CandleRows(came.size());
    came.forEach(rows::add);
    came.clear();
    return store.merge(asked.id(), interval, rows);
  }

  @Override
  public int waiting() {
    return came.size();
  }

  @Override
  public double share() {
    return asked.share(latestNs);
  }
}

package io.tradewind.app.download;

import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.MergeReport;
import io.tradewind.store.catalog.NumberedTrades;
import io.tradewind.store.series.Decimals;
import io.tradewind.store.series.TradeKind;
import io.tradewind.store.series.TradeRows;
import io.tradewind.venues.binance.model.MarketRow.AggTrade;
import io.tradewind.venues.binance.rest.Pages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Trades as takers made them. The venue numbers them without a gap, so what is missing between two
 * that are stored is known by their numbers.
 */
final class TradeJob implements Job<AggTrade> {
  private final Asked asked;
  private final CandleStore store;
  private final TreeMap<Long, AggTrade> came = new TreeMap<>();
  private int qtyScale;
  private int priceScale;
  private long latestNs;

  TradeJob(Asked asked, CandleStore store) {
    this.asked = asked;
    this.store = store;
    latestNs = asked.fromNs();
  }

  @Override
  public String name() {
    return asked.id() + " " + TradeKind.AGG_TRADES.folder();
  }

  @Override
  public List<Pages<AggTrade>> missing(int attempt) {
    qtyScale = asked.instrument(attempt).qtyScale();
    priceScale = asked.instrument(attempt).priceScale();
    List<NumberedTrades> there =
        store.numberedTrades(asked.id(), TradeKind.AGG_TRADES, asked.fromNs(), asked.toNs());
    List<Pages<AggTrade>> stretches = new ArrayList<>();
    addByTime(stretches, attempt, there.isEmpty() ? asked.toNs() : there.getFirst().firstNs());
    for (int i = 0; i < there.size(); i++) {
      boolean last = i == there.size() - 1;
      long endNs = last ? asked.toNs() : there.get(i + 1).firstNs() + 1;
      stretches.add(from(attempt, there.get(i).lastId() + 1, there.get(i).lastNs(), endNs));
    }
    return stretches;
  }

  private void addByTime(List<Pages<AggTrade>> stretches, int attempt, long toNs) {
    if (asked.fromNs() < toNs) {
      stretches.add(
          asked.queries().aggTrades(asked.instrument(attempt), asked.range(asked.fromNs(), toNs)));
    }
  }

  private Pages<AggTrade> from(int attempt, long id, long fromNs, long toNs) {
    return asked.queries().aggTradesFrom(asked.instrument(attempt), id, asked.range(fromNs, toNs));
  }

  @Override
  public void take(List<AggTrade> rows) {
    for (AggTrade row : rows) {
      if (row.timeNs() >= asked.fromNs() && row.timeNs() < asked.toNs()) {
        came.put(row.id(), row);
        latestNs = Math.max(latestNs, row.timeNs());
      }
    }
  }

  @Override
  public MergeReport store() {
    TradeRows rows = new TradeRows(came.size());
    List<AggTrade> byTime = new ArrayList<>(came.values());
    byTime.sort(Comparator.comparingLong(AggTrade::timeNs));
    for (AggTrade row : byTime) {
      rows.add(
          row.timeNs(),
          Decimals.of(BigDecimal.valueOf(row.priceScaled(), priceScale)),
          Decimals.of(BigDecimal.valueOf(row.qtyScaled(), qtyScale)),
          new TradeRows.Tag(
              OptionalLong.of(row.id()),
              row.buyerIsAggressor() ? TradeRows.Aggressor.BUYER : TradeRows.Aggressor.SELLER));
    }
    came.clear();
    return store.mergeTrades(asked.id(), TradeKind.AGG_TRADES, rows);
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

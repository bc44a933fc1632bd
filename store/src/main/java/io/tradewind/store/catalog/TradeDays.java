package io.tradewind.store.catalog;

import io.tradewind.core.market.TradeColumns;
import io.tradewind.store.series.TradeRows;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one series of trades, of which only those of the time that is asked for are read.
 */
final class TradeDays {
  private final ParquetFiles parquet;
  private final List<StoreLayout.Part> parts;

  /** Files rise in time. */
  TradeDays(ParquetFiles parquet, List<StoreLayout.Part> parts) {
    this.parquet = parquet;
    this.parts = parts;
  }

  TradeColumns read(long fromNs, long toNs) {
    TradeRows rows = new TradeRows(1024);
    for (StoreLayout.Part part : within(fromNs, toNs)) {
      TradeRows day = parquet.readTrades(part.file());
      for (int i = 0; i < day.size(); i++) {
        if (day.timeNs(i) >= fromNs && day.timeNs(i) < toNs) {
          rows.addFrom(day, i);
        }
      }
    }
    return rows.toColumns(rows.scales());
  }

  List<NumberedTrades> numbered(long fromNs, long toNs) {
    List<NumberedTrades> all = new ArrayList<>();
    for (StoreLayout.Part part : within(fromNs, toNs)) {
      for (NumberedTrades next : parquet.numbered(part.file(), fromNs, toNs)) {
        if (!all.isEmpty() && all.getLast().isFollowedBy(next)) {
          all.set(all.size() - 1, all.getLast().and(next));
        } else {
          all.add(next);
        }
      }
    }
    return all;
  }

  private List<StoreLayout.Part> within(long fromNs, long toNs) {
    return parts.stream().filter(part -> part.firstNs() < toNs && part.endNs() > fromNs).toList();
  }
}

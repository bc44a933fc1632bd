package io.tradewind.app.download;

import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.MergeReport;
import io.tradewind.store.series.Decimals;
import io.tradewind.store.series.FundingRows;
import io.tradewind.venues.binance.model.MarketRow.Funding;
import io.tradewind.venues.binance.rest.Pages;
import java.util.List;
import java.util.TreeMap;

/**
 * Fundings of a perpetual. There are few, and their rhythm is the venue's: all are asked for, and
 * after an error those behind the last that came.
 */
final class FundingJob implements Job<Funding> {
  private final Asked asked;
  private final CandleStore store;
  private final TreeMap<Long, Funding> came = new TreeMap<>();
  private long latestNs;

  FundingJob(Asked asked, CandleStore store) {
    this.asked = asked;
    this.store = store;
    latestNs = asked.fromNs();
  }

  @Override
  public String name() {
    return asked.id() + " " + FundingRows.KIND;
  }

  @Override
  public List<Pages<Funding>> missing(int attempt) {
    return List.of(
        asked.queries().fundings(asked.instrument(attempt), asked.range(latestNs, asked.toNs())));
  }

  @Override
  public void take(List<Funding> rows) {
    for (Funding row : rows) {
      if (row.timeNs() >= asked.fromNs() && row.timeNs() < asked.toNs()) {
        came.put(FundingRows.minuteNs(row.timeNs()), row);
        latestNs = Math.max(latestNs, row.timeNs());
      }
    }
  }

  @Override
  public MergeReport store() {
    FundingRows rows = new FundingRows(came.size());
    came.values().forEach(row -> rows.add(row.timeNs(), Decimals.of(row.rate())));
    came.clear();
    return store.mergeFunding(asked.id(), rows, share -> {});
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

package io.tradewind.store.catalog;

import io.tradewind.store.series.CandleRows;
import io.tradewind.store.series.Decimals;
import io.tradewind.store.series.FundingRows;
import io.tradewind.store.series.TradeRows;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Joins what is there with what comes, and counts. */
final class SeriesMerge {
  private SeriesMerge() {}

  /** Joined candles. */
  record Candles(CandleRows rows, MergeReport report) {}

  /** Joined trades. */
  record Trades(TradeRows rows, MergeReport report) {}

  /** By time; rows {@code [from, to)} of what comes. */
  static Candles candles(CandleRows there, CandleRows comes, int from, int to) {
    CandleRows out = new CandleRows(there.size() + to - from);
    long added = 0;
    long unchanged = 0;
    long replaced = 0;
    int old = 0;
    for (int i = from; i < to; i++) {
      long timeNs = comes.openTimeNs(i);
      while (old < there.size() && there.openTimeNs(old) < timeNs) {
        out.addFrom(there, old++);
      }
      if (old == there.size() || there.openTimeNs(old) > timeNs) {
        added++;
      } else if (there.isSame(old++, comes, i)) {
        unchanged++;
      } else {
        replaced++;
      }
      out.addFrom(comes, i);
    }
    while (old < there.size()) {
      out.addFrom(there, old++);
    }
    return new Candles(out, new MergeReport(added, unchanged, replaced));
  }

  /** Joined fundings. */
  record Fundings(FundingRows rows, MergeReport report) {}

  /** By minute; rows {@code [from, to)} of what comes. What is the same keeps its own time. */
  static Fundings fundings(FundingRows there, FundingRows comes, int from, int to) {
    FundingRows out = new FundingRows(there.size() + to - from);
    long added = 0;
    long unchanged = 0;
    long replaced = 0;
    int old = 0;
    for (int i = from; i < to; i++) {
      long minuteNs = minuteNs(comes, i);
      while (old < there.size() && minuteNs(there, old) < minuteNs) {
        out.addFrom(there, old++);
      }
      if (old == there.size() || minuteNs(there, old) > minuteNs) {
        added++;
        out.addFrom(comes, i);
      } else if (there.isSame(old, comes, i)) {
        unchanged++;
        out.addFrom(there, old++);
      } else {
        replaced++;
        old++;
        out.addFrom(comes, i);
      }
    }
    while (old < there.size()) {
      out.addFrom(there, old++);
    }
    return new Fundings(out, new MergeReport(added, unchanged, replaced));
  }

  private static long minuteNs(FundingRows rows, int row) {
    return FundingRows.minuteNs(rows.timeNs(row));
  }

  private record Content(long timeNs, Decimals.Parsed price, Decimals.Parsed qty) {}

  /** By the venue's number, or by the how-manieth trade of its time, price and quantity it is. */
  static Trades trades(TradeRows there, TradeRows comes) {
    Map<Long, Integer> byId = new HashMap<>();
    Map<Content, Integer> left = new HashMap<>();
    for (int i = 0; i < there.size(); i++) {
      OptionalLong id = there.tag(i).id();
      if (id.isPresent()) {
        byId.put(id.getAsLong(), i);
      } else {
        left.merge(content(there, i), 1, Integer::sum);
      }
    }
    boolean[] gone = new boolean[there.size()];
    boolean[] taken = new boolean[comes.size()];
    long added = 0;
    long replaced = 0;
    for (int i = 0; i < comes.size(); i++) {
      OptionalLong id = comes.tag(i).id();
      if (id.isEmpty()) {
        taken[i] = left.merge(content(comes, i), -1, Integer::sum) < 0;
        added += taken[i] ? 1 : 0;
        continue;
      }
      Integer old = byId.get(id.getAsLong());
      if (old == null) {
        taken[i] = true;
        added++;
      } else if (!there.isSame(old, comes, i) || there.lacksReceiveTimeOf(old, comes, i)) {
        taken[i] = true;
        gone[old] = true;
        replaced++;
      }
    }
    TradeRows rows = join(there, gone, comes, taken);
    return new Trades(rows, new MergeReport(added, comes.size() - added - replaced, replaced));
  }

  private static TradeRows join(TradeRows there, boolean[] gone, TradeRows comes, boolean[] taken) {
    TradeRows out = new TradeRows(there.size() + comes.size());
    int next = 0;
    for (int i = 0; i < there.size(); i++) {
      while (next < comes.size() && comes.timeNs(next) < there.timeNs(i)) {
        addIf(taken[next], out, comes, next++);
      }
      addIf(!gone[i], out, there, i);
    }
    while (next < comes.size()) {
      addIf(taken[next], out, comes, next++);
    }
    return out;
  }

  private static void addIf(boolean wanted, TradeRows out, TradeRows from, int row) {
    if (wanted) {
      out.addFrom(from, row);
    }
  }

  private static Content content(TradeRows rows, int row) {
    return new Content(rows.timeNs(row), rows.price(row), rows.qty(row));
  }
}

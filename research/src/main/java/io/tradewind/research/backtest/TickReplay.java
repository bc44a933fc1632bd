package io.tradewind.research.backtest;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.simulation.session.TickSettings;
import java.util.List;

/**
 * What a run on ticks is made of, by instrument and in the instruments' scales.
 *
 * @param trades those before the run's {@code fromNs} only warm up
 * @param books empty columns where none is known
 * @param settings latencies, place in the queue, and the candles that are made of the trades
 */
public record TickReplay(
    List<TradeColumns> trades, List<BookColumns> books, TickSettings settings) {
  /** Checks that both are of the same instruments. */
  public TickReplay {
    trades = List.copyOf(trades);
    books = List.copyOf(books);
    Check.argument(
        trades.size() == books.size(),
        "each instrument needs trades and a book, maybe an empty one; there are %s and %s",
        trades.size(),
        books.size());
  }

  /** When the first trade happened, epoch nanoseconds; {@link Long#MAX_VALUE} if there is none. */
  long firstNs() {
    return trades.stream()
        .filter(rows -> rows.size() > 0)
        .mapToLong(rows -> rows.timeNs(0))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** When the last trade happened; {@link Long#MIN_VALUE} if there is none. */
  long lastNs() {
    return trades.stream()
        .filter(rows -> rows.size() > 0)
        .mapToLong(rows -> rows.timeNs(rows.size() - 1))
        .max()
        .orElse(Long.MIN_VALUE);
  }
}

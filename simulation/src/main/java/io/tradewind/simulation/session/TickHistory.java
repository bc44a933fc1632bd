package io.tradewind.simulation.session;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.market.TradeColumns;
import java.util.List;

/**
 * What happened in the markets of a session, by instrument, in the scales of the instrument.
 *
 * @param trades empty columns where there are none
 * @param books empty columns where no book was recorded
 * @param fundings empty where there are none
 * @param isHeard whether rows happen at the venue when they come here, as in a session on paper,
 *     which hears of them no sooner
 */
public record TickHistory(
    List<TradeColumns> trades,
    List<BookColumns> books,
    List<FundingColumns> fundings,
    boolean isHeard) {
  /** Checks that all are of the same instruments. */
  public TickHistory {
    trades = List.copyOf(trades);
    books = List.copyOf(books);
    fundings = List.copyOf(fundings);
    Check.argument(
        trades.size() == books.size() && trades.size() == fundings.size(),
        "each instrument needs trades, book and fundings, maybe none; there are %s, %s and %s",
        trades.size(),
        books.size(),
        fundings.size());
  }

  /** As it happened. */
  public TickHistory(
      List<TradeColumns> trades, List<BookColumns> books, List<FundingColumns> fundings) {
    this(trades, books, fundings, false);
  }

  /** As a session on paper has heard it. */
  public TickHistory heard() {
    return new TickHistory(trades, books, fundings, true);
  }

  /** Without fundings. */
  public static TickHistory of(List<TradeColumns> trades, List<BookColumns> books) {
    return new TickHistory(
        trades, books, trades.stream().map(each -> FundingColumns.empty()).toList());
  }
}

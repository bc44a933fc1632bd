package io.tradewind.app.run;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.market.TradeColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trades and order book of one symbol as they were found, each in scales of its own.
 *
 * @param trades at least one
 * @param book without rows where none is known
 * @param funding of a perpetual, within what may be read; empty where none is known
 * @param notices what the user should know about them
 */
record SymbolTicks(
    InstrumentId id,
    TradeColumns trades,
    BookColumns book,
    Optional<FundingColumns> funding,
    List<String> notices) {
  SymbolTicks {
    notices = List.copyOf(notices);
  }

  /** The same with what is known of funding. */
  SymbolTicks with(KnownFunding known) {
    List<String> all = new ArrayList<>(notices);
    all.addAll(known.notices());
    return new SymbolTicks(id, trades, book, known.columns(), all);
  }

  /**
   * The same in the scales of an instrument.
   *
   * @throws ArithmeticException if they do not fit
   */
  SymbolTicks rescaled(int priceScale, int qtyScale) {
    return new SymbolTicks(
        id,
        trades.rescaled(priceScale, qtyScale),
        book.rescaled(priceScale, qtyScale),
        funding,
        notices);
  }
}

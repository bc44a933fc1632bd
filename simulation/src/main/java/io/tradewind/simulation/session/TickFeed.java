package io.tradewind.simulation.session;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.market.TickRows;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.number.Crossing;
import java.util.OptionalLong;

/**
 * Trades, order book and fundings of one instrument, and how far the session has come in them: the
 * venue by the time at which they happened, the engine by the time at which they came.
 */
final class TickFeed implements Stateful {
  private final TradeColumns trades;
  private final BookColumns book;
  private final FundingColumns fundings;
  private final boolean isHeard;
  private int venueTrade;
  private int venueBook;
  private int engineTrade;
  private int engineBook;
  private int funding;

  TickFeed(
      Instrument instrument,
      TradeColumns trades,
      BookColumns book,
      FundingColumns fundings,
      OptionalLong latencyNs,
      boolean isHeard) {
    Check.argument(
        trades.priceScale() == instrument.priceScale()
            && trades.qtyScale() == instrument.qtyScale()
            && book.priceScale() == instrument.priceScale()
            && book.qtyScale() == instrument.qtyScale(),
        "trades and book must be in the scales of %s",
        instrument.id());
    this.trades = trades.withReceiveTimes(arrivals(trades, latencyNs));
    this.book = book.withReceiveTimes(arrivals(book, latencyNs));
    this.fundings = fundings;
    this.isHeard = isHeard;
  }

  /** Two clocks may differ: nothing is here before it happened. */
  private static long[] arrivals(TickRows rows, OptionalLong latencyNs) {
    long[] times = new long[rows.size()];
    for (int i = 0; i < times.length; i++) {
      long timeNs = rows.timeNs(i);
      times[i] =
          latencyNs.isPresent()
              ? timeNs + latencyNs.getAsLong()
              : Math.max(timeNs, rows.receiveTimeNs(i));
    }
    return times;
  }

  TradeColumns trades() {
    return trades;
  }

  BookColumns book() {
    return book;
  }

  /** When the next trade happens; MAX_VALUE at the end, as of all others. */
  long venueTradeNs() {
    return venueTrade == trades.size() ? Long.MAX_VALUE : venueNs(trades, venueTrade);
  }

  private long venueNs(TickRows rows, int row) {
    return isHeard ? rows.receiveTimeNs(row) : rows.timeNs(row);
  }

  int takeVenueTrade() {
    return venueTrade++;
  }

  /** When the book changes next. */
  long venueBookNs() {
    return venueBook == book.size() ? Long.MAX_VALUE : venueNs(book, venueBook);
  }

  int takeVenueBook() {
    return venueBook++;
  }

  /** When the next trade comes here. */
  long engineTradeNs() {
    return engineTrade == trades.size() ? Long.MAX_VALUE : trades.receiveTimeNs(engineTrade);
  }

  int takeEngineTrade() {
    return engineTrade++;
  }

  /** When the next change of the book comes here. */
  long engineBookNs() {
    return engineBook == book.size() ? Long.MAX_VALUE : book.receiveTimeNs(engineBook);
  }

  int takeEngineBook() {
    return engineBook++;
  }

  /** When the next funding is exchanged. */
  long fundingNs() {
    return funding == fundings.size() ? Long.MAX_VALUE : fundings.timeNs(funding);
  }

  /** The rate of the next funding as a ratio of the notional, which then is over. */
  double takeFunding() {
    return Crossing.toDouble(fundings.rate(funding++), FundingColumns.RATE_SCALE);
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(venueTrade)
        .writeInt(venueBook)
        .writeInt(engineTrade)
        .writeInt(engineBook)
        .writeInt(funding);
  }

  @Override
  public void load(StateReader in) {
    venueTrade = in.readCount(trades.size());
    venueBook = in.readCount(book.size());
    engineTrade = in.readCount(trades.size());
    engineBook = in.readCount(book.size());
    funding = in.readCount(fundings.size());
  }
}

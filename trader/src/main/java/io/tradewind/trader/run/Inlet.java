package io.tradewind.trader.run;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.MarketEvent;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.store.journal.JournalEvents;
import io.tradewind.trader.feed.FeedListener;
import java.util.Arrays;

/** What the market tells, as inputs of the session, each at its own time. */
final class Inlet implements FeedListener {
  private final Inputs inputs;
  private final JournalEvents session;
  private long taken;

  Inlet(Inputs inputs, JournalEvents session) {
    this.inputs = inputs;
    this.session = session;
  }

  /** How many inputs there were. */
  long taken() {
    return taken;
  }

  @Override
  public void onTrade(int instrument, MarketEvent.Trade trade) {
    taken++;
    Instrument of = inputs.instruments().get(instrument);
    TradeColumns row =
        new TradeColumns(
            of.priceScale(),
            of.qtyScale(),
            new long[] {trade.eventTimeNs()},
            new long[] {inputs.stamp()},
            new long[] {trade.priceScaled()},
            new long[] {trade.qtyScaled()},
            new boolean[] {trade.buyerIsAggressor()});
    session.onTrade(instrument, row, 0);
  }

  @Override
  public void onBook(int instrument, BookColumns rows) {
    taken++;
    int n = rows.size();
    long[] happened = new long[n];
    long[] came = new long[n];
    long[] prices = new long[n];
    long[] qtys = new long[n];
    byte[] flags = new byte[n];
    Arrays.fill(came, inputs.stamp());
    for (int i = 0; i < n; i++) {
      happened[i] = rows.timeNs(i);
      prices[i] = rows.price(i);
      qtys[i] = rows.qty(i);
      flags[i] = BookColumns.flags(rows.isBid(i), rows.begins(i), rows.ends(i));
    }
    session.onBook(
        instrument,
        new BookColumns(rows.priceScale(), rows.qtyScale(), happened, came, prices, qtys, flags),
        0,
        n);
  }

  @Override
  public void onCandle(int instrument, MarketEvent.Candle candle) {
    taken++;
    Instrument of = inputs.instruments().get(instrument);
    long[][] columns = {
      {candle.openTimeNs()},
      {candle.eventTimeNs()},
      {candle.openScaled()},
      {candle.highScaled()},
      {candle.lowScaled()},
      {candle.closeScaled()},
      {candle.volumeScaled()}
    };
    session.onCandle(
        inputs.stamp(), instrument, CandleColumns.of(of.priceScale(), of.qtyScale(), columns), 0);
  }

  @Override
  public void onFunding(int instrument, double rate) {
    taken++;
    session.onFunding(inputs.stamp(), instrument, rate);
  }
}

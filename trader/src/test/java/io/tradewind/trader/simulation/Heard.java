package io.tradewind.trader.simulation;

import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.margin.FundingPaid;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.store.journal.JournalEvents;
import java.util.ArrayList;
import java.util.List;

/** The market as a journal tells it, as columns by instrument. */
final class Heard implements JournalEvents {
  private final List<Instrument> instruments;
  private final List<List<long[]>> trades = new ArrayList<>();
  private final List<List<long[]>> books = new ArrayList<>();

  Heard(List<Instrument> instruments) {
    this.instruments = instruments;
    for (int i = 0; i < instruments.size(); i++) {
      trades.add(new ArrayList<>());
      books.add(new ArrayList<>());
    }
  }

  List<TradeColumns> trades() {
    List<TradeColumns> all = new ArrayList<>();
    for (int i = 0; i < instruments.size(); i++) {
      List<long[]> rows = trades.get(i);
      boolean[] buys = new boolean[rows.size()];
      for (int row = 0; row < buys.length; row++) {
        buys[row] = rows.get(row)[4] == 1;
      }
      all.add(
          new TradeColumns(
              instruments.get(i).priceScale(),
              instruments.get(i).qtyScale(),
              column(rows, 0),
              column(rows, 1),
              column(rows, 2),
              column(rows, 3),
              buys));
    }
    return all;
  }

  List<BookColumns> books() {
    List<BookColumns> all = new ArrayList<>();
    for (int i = 0; i < instruments.size(); i++) {
      List<long[]> rows = books.get(i);
      byte[] flags = new byte[rows.size()];
      for (int row = 0; row < flags.length; row++) {
        flags[row] = (byte) rows.get(row)[4];
      }
      all.add(
          new BookColumns(
              instruments.get(i).priceScale(),
              instruments.get(i).qtyScale(),
              column(rows, 0),
              column(rows, 1),
              column(rows, 2),
              column(rows, 3),
              flags));
    }
    return all;
  }

  private static long[] column(List<long[]> rows, int at) {
    return rows.stream().mapToLong(row -> row[at]).toArray();
  }

  @Override
  public void onTrade(int instrument, TradeColumns rows, int row) {
    trades
        .get(instrument)
        .add(
            new long[] {
              rows.timeNs(row),
              rows.receiveTimeNs(row),
              rows.price(row),
              rows.qty(row),
              rows.buyerIsAggressor(row) ? 1 : 0
            });
  }

  @Override
  public void onBook(int instrument, BookColumns rows, int from, int to) {
    for (int row = from; row < to; row++) {
      books
          .get(instrument)
          .add(
              new long[] {
                rows.timeNs(row),
                rows.receiveTimeNs(row),
                rows.price(row),
                rows.qty(row),
                BookColumns.flags(rows.isBid(row), rows.begins(row), rows.ends(row))
              });
    }
  }

  @Override
  public void onCandle(long timeNs, int instrument, CandleColumns rows, int row) {}

  @Override
  public void onFunding(long timeNs, int instrument, double rate) {}

  @Override
  public void onTime(long timeNs) {}

  @Override
  public void onOrder(long timeNs, OrderEvent event) {}

  @Override
  public void onFill(long timeNs, OrderEvent.Filled fill, long tradeId) {}

  @Override
  public void onLateFill(long timeNs, OrderIntent intent, OrderEvent.Filled fill, long tradeId) {}

  @Override
  public void onMargin(long timeNs, MarginEvent event) {}

  @Override
  public void onFunded(long timeNs, FundingPaid event) {}

  @Override
  public void onTransfer(long timeNs, Transferred event) {}

  @Override
  public void onControl(long timeNs, ControlEvent event) {}

  @Override
  public void onCommand(long timeNs, VenueCommand command) {}
}

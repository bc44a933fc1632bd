package io.tradewind.store.journal;

import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.margin.FundingPaid;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.VenueCommand;
import java.util.ArrayList;
import java.util.List;

/** What a journal tells, a line for each entry. */
final class Tape implements JournalEvents {
  final List<String> lines = new ArrayList<>();

  @Override
  public void onTrade(int instrument, TradeColumns rows, int row) {
    lines.add(
        "trade %s %s/%s %s %s %s %s %s"
            .formatted(
                instrument,
                rows.priceScale(),
                rows.qtyScale(),
                rows.timeNs(row),
                rows.receiveTimeNs(row),
                rows.price(row),
                rows.qty(row),
                rows.buyerIsAggressor(row)));
  }

  @Override
  public void onBook(int instrument, BookColumns rows, int from, int to) {
    StringBuilder levels = new StringBuilder();
    for (int row = from; row < to; row++) {
      levels
          .append(rows.isBid(row) ? " bid " : " ask ")
          .append(rows.qty(row))
          .append('@')
          .append(rows.price(row));
    }
    lines.add(
        "book %s %s/%s %s %s%s%s"
            .formatted(
                instrument,
                rows.priceScale(),
                rows.qtyScale(),
                rows.timeNs(from),
                rows.receiveTimeNs(from),
                rows.begins(from) ? " whole" : "",
                levels));
  }

  @Override
  public void onCandle(long timeNs, int instrument, CandleColumns rows, int row) {
    lines.add(
        "candle %s %s %s-%s %s %s %s %s %s"
            .formatted(
                timeNs,
                instrument,
                rows.openTimeNs(row),
                rows.closeTimeNs(row),
                rows.open(row),
                rows.high(row),
                rows.low(row),
                rows.close(row),
                rows.volume(row)));
  }

  @Override
  public void onFunding(long timeNs, int instrument, double rate) {
    lines.add("funding %s %s %s".formatted(timeNs, instrument, rate));
  }

  @Override
  public void onTime(long timeNs) {
    lines.add("time " + timeNs);
  }

  @Override
  public void onOrder(long timeNs, OrderEvent event) {
    lines.add(timeNs + " " + event);
  }

  @Override
  public void onFill(long timeNs, OrderEvent.Filled fill, long tradeId) {
    lines.add(timeNs + " " + fill + " " + tradeId);
  }

  @Override
  public void onLateFill(long timeNs, OrderIntent intent, OrderEvent.Filled fill, long tradeId) {
    lines.add(timeNs + " " + intent + " " + fill + " " + tradeId);
  }

  @Override
  public void onMargin(long timeNs, MarginEvent event) {
    lines.add(timeNs + " " + event);
  }

  @Override
  public void onFunded(long timeNs, FundingPaid event) {
    lines.add(timeNs + " " + event);
  }

  @Override
  public void onTransfer(long timeNs, Transferred event) {
    lines.add(timeNs + " " + event);
  }

  @Override
  public void onControl(long timeNs, ControlEvent event) {
    lines.add(timeNs + " " + event);
  }

  @Override
  public void onCommand(long timeNs, VenueCommand command) {
    lines.add(timeNs + " " + command);
  }
}

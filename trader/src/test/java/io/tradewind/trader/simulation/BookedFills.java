package io.tradewind.trader.simulation;

import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.margin.FundingPaid;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.store.journal.JournalEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The fills and fundings that a journal holds, as lines that can be held against those of the
 * exchange.
 */
final class BookedFills implements JournalEvents {
  private static final int SCALE = 8;

  private final List<Instrument> instruments;
  private final Map<Long, OrderIntent> intents = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> fundings = new ArrayList<>();

  BookedFills(List<Instrument> instruments) {
    this.instruments = instruments;
  }

  /** All, sorted: symbol, number, side, quantity, price and fee in units of 10^-8. */
  List<String> lines() {
    return lines.stream().sorted().toList();
  }

  /** All fundings, sorted: symbol, number, what was received in units of 10^-8. */
  List<String> fundings() {
    return fundings.stream().sorted().toList();
  }

  /** A line of a funding. */
  static String funding(String symbol, long transactionId, long receivedE8) {
    return "%s %010d %s".formatted(symbol, transactionId, receivedE8);
  }

  /** A line of one. */
  static String line(
      String symbol, long tradeId, Enum<?> side, long qtyE8, long priceE8, long feeE8) {
    return "%s %010d %s %s at %s, fee %s".formatted(symbol, tradeId, side, qtyE8, priceE8, feeE8);
  }

  private void add(OrderIntent intent, OrderEvent.Filled fill, long tradeId) {
    Instrument of = instruments.get(intent.instrument());
    lines.add(
        line(
            of.id().base() + of.id().quote(),
            tradeId,
            intent.side(),
            e8(fill.qtyScaled(), of.qtyScale()),
            e8(fill.priceScaled(), of.priceScale()),
            e8(fill.feeScaled(), fill.feeInBase() ? of.qtyScale() : of.cashScale())));
  }

  private static long e8(long scaled, int scale) {
    return scaled * FixedPoint.pow10(SCALE - scale);
  }

  @Override
  public void onCommand(long timeNs, VenueCommand command) {
    if (command instanceof VenueCommand.NewOrder order) {
      intents.put(order.intent().orderId(), order.intent());
    }
  }

  @Override
  public void onFill(long timeNs, OrderEvent.Filled fill, long tradeId) {
    add(Objects.requireNonNull(intents.get(fill.orderId())), fill, tradeId);
  }

  @Override
  public void onLateFill(long timeNs, OrderIntent intent, OrderEvent.Filled fill, long tradeId) {
    add(intent, fill, tradeId);
  }

  @Override
  public void onTrade(int instrument, TradeColumns rows, int row) {}

  @Override
  public void onBook(int instrument, BookColumns rows, int from, int to) {}

  @Override
  public void onCandle(long timeNs, int instrument, CandleColumns rows, int row) {}

  @Override
  public void onFunding(long timeNs, int instrument, double rate) {}

  @Override
  public void onTime(long timeNs) {}

  @Override
  public void onOrder(long timeNs, OrderEvent event) {}

  @Override
  public void onMargin(long timeNs, MarginEvent event) {}

  @Override
  public void onFunded(long timeNs, FundingPaid event) {
    Instrument of = instruments.get(event.instrument());
    fundings.add(
        funding(
            of.id().base() + of.id().quote(),
            event.transactionId(),
            -e8(event.amountScaled(), of.cashScale())));
  }

  @Override
  public void onTransfer(long timeNs, Transferred event) {}

  @Override
  public void onControl(long timeNs, ControlEvent event) {}
}

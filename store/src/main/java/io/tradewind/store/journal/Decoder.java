package io.tradewind.store.journal;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.core.engine.ControlCodec;
import io.tradewind.core.margin.MarginCodec;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.CommandCodec;
import io.tradewind.core.order.OrderCodec;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderEventCodec;
import io.tradewind.core.order.OrderIntent;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Entries as what they were before. */
final class Decoder {
  private static final int CANDLE_COLUMNS = 7;

  private final JournalEvents events;

  Decoder(JournalEvents events) {
    this.events = events;
  }

  void decode(Frame frame) {
    long timeNs = frame.timeNs();
    switch (frame.kind()) {
      case HEAD -> {}
      case TRADE -> trade(frame);
      case BOOK -> book(frame);
      case CANDLE -> candle(frame);
      case FUNDING ->
          events.onFunding(timeNs, frame.content().getInt(), frame.content().getDouble());
      case TIME -> events.onTime(timeNs);
      case ORDER -> events.onOrder(timeNs, OrderEventCodec.read(state(frame)));
      case FILL -> fill(timeNs, state(frame));
      case LATE_FILL -> lateFill(timeNs, state(frame));
      case MARGIN -> events.onMargin(timeNs, MarginCodec.read(state(frame)));
      case FUNDED -> events.onFunded(timeNs, MarginCodec.readFundingPaid(state(frame)));
      case TRANSFER -> events.onTransfer(timeNs, MarginCodec.readTransfer(state(frame)));
      case CONTROL -> events.onControl(timeNs, ControlCodec.read(state(frame)));
      case COMMAND -> events.onCommand(timeNs, CommandCodec.read(state(frame)));
    }
  }

  private void fill(long timeNs, StateReader in) {
    OrderEvent.Filled fill = filled(in);
    events.onFill(timeNs, fill, in.readLong());
  }

  private void lateFill(long timeNs, StateReader in) {
    OrderIntent intent = OrderCodec.read(in);
    OrderEvent.Filled fill = filled(in);
    events.onLateFill(timeNs, intent, fill, in.readLong());
  }

  private static OrderEvent.Filled filled(StateReader in) {
    if (OrderEventCodec.read(in) instanceof OrderEvent.Filled fill) {
      return fill;
    }
    throw new StateException("no fill of an order");
  }

  private static StateReader state(Frame frame) {
    return new StateReader(frame.bytes());
  }

  private void trade(Frame frame) {
    ByteBuffer in = frame.content();
    int instrument = in.getInt();
    TradeColumns row =
        new TradeColumns(
            in.get(),
            in.get(),
            new long[] {in.getLong()},
            new long[] {frame.timeNs()},
            new long[] {in.getLong()},
            new long[] {in.getLong()},
            new boolean[] {in.get() != 0});
    events.onTrade(instrument, row, 0);
  }

  private void book(Frame frame) {
    ByteBuffer in = frame.content();
    int instrument = in.getInt();
    int priceScale = in.get();
    int qtyScale = in.get();
    long happenedNs = in.getLong();
    boolean begins = in.get() != 0;
    int rows = in.getInt();
    long[] times = new long[rows];
    long[] received = new long[rows];
    Arrays.fill(times, happenedNs);
    Arrays.fill(received, frame.timeNs());
    long[] prices = new long[rows];
    long[] qtys = new long[rows];
    byte[] flags = new byte[rows];
    for (int i = 0; i < rows; i++) {
      prices[i] = in.getLong();
      qtys[i] = in.getLong();
      flags[i] = BookColumns.flags(in.get() != 0, begins && i == 0, i == rows - 1);
    }
    BookColumns columns =
        new BookColumns(priceScale, qtyScale, times, received, prices, qtys, flags);
    events.onBook(instrument, columns, 0, rows);
  }

  private void candle(Frame frame) {
    ByteBuffer in = frame.content();
    int instrument = in.getInt();
    int priceScale = in.get();
    int qtyScale = in.get();
    long[][] columns = new long[CANDLE_COLUMNS][1];
    for (long[] column : columns) {
      column[0] = in.getLong();
    }
    events.onCandle(frame.timeNs(), instrument, CandleColumns.of(priceScale, qtyScale, columns), 0);
  }
}

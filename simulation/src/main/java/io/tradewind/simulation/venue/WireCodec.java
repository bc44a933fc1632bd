package io.tradewind.simulation.venue;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.margin.MarginChange;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.order.OrderCodec;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.VenueCommand;

/** Commands and answers as bytes. */
final class WireCodec {
  private WireCodec() {}

  static void write(StateWriter out, VenueCommand command) {
    switch (command) {
      case VenueCommand.NewOrder order -> OrderCodec.write(out.writeInt(0), order.intent());
      case VenueCommand.AmendOrder amend -> {
        out.writeInt(1).writeLong(amend.orderId()).writeInt(amend.instrument());
        OrderCodec.writeTerms(out, amend.terms());
      }
      case VenueCommand.CancelOrder cancel ->
          out.writeInt(2).writeLong(cancel.orderId()).writeInt(cancel.instrument());
      case VenueCommand.SetMargin margin ->
          out.writeInt(3)
              .writeInt(margin.book())
              .writeInt(margin.instrument())
              .writeInt(margin.mode().ordinal())
              .writeInt(margin.leverage());
      case VenueCommand.Transfer transfer ->
          out.writeInt(4)
              .writeInt(transfer.fromBook())
              .writeInt(transfer.toBook())
              .writeLong(transfer.amountScaled());
    }
  }

  static VenueCommand readCommand(StateReader in) {
    int kind = in.readInt();
    return switch (kind) {
      case 0 -> new VenueCommand.NewOrder(OrderCodec.read(in));
      case 1 -> new VenueCommand.AmendOrder(in.readLong(), in.readInt(), OrderCodec.readTerms(in));
      case 2 -> new VenueCommand.CancelOrder(in.readLong(), in.readInt());
      case 3 ->
          new VenueCommand.SetMargin(
              in.readInt(), in.readInt(), MarginMode.values()[in.readInt()], in.readInt());
      case 4 -> new VenueCommand.Transfer(in.readInt(), in.readInt(), in.readLong());
      default -> throw new StateException("no kind of command: " + kind);
    };
  }

  static void write(StateWriter out, Wire.Answer answer) {
    switch (answer) {
      case Wire.Answer.OfOrder order -> write(out, order.event());
      case Wire.Answer.OfMargin margin -> write(out, margin.event());
      case Wire.Answer.OfTransfer transfer ->
          out.writeInt(10)
              .writeInt(transfer.event().fromBook())
              .writeInt(transfer.event().toBook())
              .writeLong(transfer.event().timeNs())
              .writeLong(transfer.event().amountScaled());
    }
  }

  private static void write(StateWriter out, OrderEvent event) {
    switch (event) {
      case OrderEvent.Accepted _ -> head(out, 0, event);
      case OrderEvent.Rejected rejected ->
          head(out, 1, event).writeInt(rejected.reason().ordinal());
      case OrderEvent.Triggered triggered -> head(out, 2, event).writeLong(triggered.levelScaled());
      case OrderEvent.Filled fill ->
          head(out, 3, event)
              .writeLong(fill.qtyScaled())
              .writeLong(fill.priceScaled())
              .writeLong(fill.quoteScaled())
              .writeLong(fill.feeScaled())
              .writeBoolean(fill.feeInBase())
              .writeLong(fill.slippageScaled())
              .writeBoolean(fill.isLast());
      case OrderEvent.Amended amended ->
          OrderCodec.writeTerms(head(out, 4, event), amended.terms());
      case OrderEvent.Cancelled _ -> head(out, 5, event);
      case OrderEvent.Expired _ -> head(out, 6, event);
      case OrderEvent.Sent _, OrderEvent.Lost _ ->
          throw new IllegalStateException("a venue does not say " + event);
    }
  }

  private static StateWriter head(StateWriter out, int kind, OrderEvent event) {
    return out.writeInt(kind).writeLong(event.orderId()).writeLong(event.timeNs());
  }

  private static void write(StateWriter out, MarginEvent event) {
    int kind =
        switch (event) {
          case MarginEvent.Funded _ -> 7;
          case MarginEvent.Changed _ -> 8;
          case MarginEvent.Liquidated _ -> 9;
        };
    out.writeInt(kind).writeInt(event.book()).writeInt(event.instrument());
    out.writeLong(event.timeNs());
    switch (event) {
      case MarginEvent.Funded funded ->
          out.writeDouble(funded.rate()).writeLong(funded.amountScaled());
      case MarginEvent.Changed changed ->
          out.writeInt(changed.mode().ordinal())
              .writeInt(changed.leverage())
              .writeInt(changed.outcome().ordinal());
      case MarginEvent.Liquidated closed ->
          out.writeLong(closed.qtyScaled())
              .writeLong(closed.priceScaled())
              .writeLong(closed.quoteScaled())
              .writeLong(closed.feeScaled())
              .writeLong(closed.coveredScaled());
    }
  }

  static Wire.Answer readAnswer(StateReader in, long atNs) {
    int kind = in.readInt();
    return switch (kind) {
      case 0, 1, 2, 3, 4, 5, 6 ->
          new Wire.Answer.OfOrder(atNs, orderEvent(kind, in.readLong(), in.readLong(), in));
      case 7, 8, 9 -> new Wire.Answer.OfMargin(atNs, marginEvent(kind, in));
      case 10 ->
          new Wire.Answer.OfTransfer(
              atNs, new Transferred(in.readInt(), in.readInt(), in.readLong(), in.readLong()));
      default -> throw new StateException("no kind of answer: " + kind);
    };
  }

  private static OrderEvent orderEvent(int kind, long id, long timeNs, StateReader in) {
    return switch (kind) {
      case 0 -> new OrderEvent.Accepted(id, timeNs);
      case 1 -> new OrderEvent.Rejected(id, timeNs, RejectReason.values()[in.readInt()]);
      case 2 -> new OrderEvent.Triggered(id, timeNs, in.readLong());
      case 3 ->
          new OrderEvent.Filled(
              id,
              timeNs,
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readBoolean(),
              in.readLong(),
              in.readBoolean());
      case 4 -> new OrderEvent.Amended(id, timeNs, OrderCodec.readTerms(in));
      case 5 -> new OrderEvent.Cancelled(id, timeNs);
      case 6 -> new OrderEvent.Expired(id, timeNs);
      default -> throw new StateException("no event of an order: " + kind);
    };
  }

  private static MarginEvent marginEvent(int kind, StateReader in) {
    int book = in.readInt();
    int instrument = in.readInt();
    long timeNs = in.readLong();
    return switch (kind) {
      case 7 -> new MarginEvent.Funded(book, instrument, timeNs, in.readDouble(), in.readLong());
      case 8 ->
          new MarginEvent.Changed(
              book,
              instrument,
              timeNs,
              MarginMode.values()[in.readInt()],
              in.readInt(),
              MarginChange.values()[in.readInt()]);
      case 9 ->
          new MarginEvent.Liquidated(
              book,
              instrument,
              timeNs,
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readLong());
      default -> throw new StateException("no event of an account: " + kind);
    };
  }
}

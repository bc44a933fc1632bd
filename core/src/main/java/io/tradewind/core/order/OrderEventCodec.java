package io.tradewind.core.order;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/** Events of orders as bytes, for snapshots and journals. */
public final class OrderEventCodec {
  private OrderEventCodec() {}

  /** Writes an event. */
  public static void write(StateWriter out, OrderEvent event) {
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
      case OrderEvent.Sent _ -> head(out, 7, event);
      case OrderEvent.Lost _ -> head(out, 8, event);
    }
  }

  private static StateWriter head(StateWriter out, int kind, OrderEvent event) {
    return out.writeInt(kind).writeLong(event.orderId()).writeLong(event.timeNs());
  }

  /** Reads what {@link #write} wrote. */
  public static OrderEvent read(StateReader in) {
    int kind = in.readInt();
    long id = in.readLong();
    long timeNs = in.readLong();
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
      case 7 -> new OrderEvent.Sent(id, timeNs);
      case 8 -> new OrderEvent.Lost(id, timeNs);
      default -> throw new StateException("no event of an order: " + kind);
    };
  }
}

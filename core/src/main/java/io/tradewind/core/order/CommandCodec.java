package io.tradewind.core.order;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.margin.MarginMode;

/** Commands as bytes, for snapshots and journals. */
public final class CommandCodec {
  private CommandCodec() {}

  /** Writes a command. */
  public static void write(StateWriter out, VenueCommand command) {
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

  /** Reads what {@link #write} wrote. */
  public static VenueCommand read(StateReader in) {
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
}

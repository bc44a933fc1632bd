package io.tradewind.simulation.venue;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.margin.MarginCodec;
import io.tradewind.core.order.OrderEventCodec;

/** Answers as bytes. */
final class WireCodec {
  private WireCodec() {}

  static void write(StateWriter out, Wire.Answer answer) {
    switch (answer) {
      case Wire.Answer.OfOrder order -> OrderEventCodec.write(out.writeInt(0), order.event());
      case Wire.Answer.OfMargin margin -> MarginCodec.write(out.writeInt(1), margin.event());
      case Wire.Answer.OfTransfer transfer -> MarginCodec.write(out.writeInt(2), transfer.event());
    }
  }

  static Wire.Answer readAnswer(StateReader in, long atNs) {
    int kind = in.readInt();
    return switch (kind) {
      case 0 -> new Wire.Answer.OfOrder(atNs, OrderEventCodec.read(in));
      case 1 -> new Wire.Answer.OfMargin(atNs, MarginCodec.read(in));
      case 2 -> new Wire.Answer.OfTransfer(atNs, MarginCodec.readTransfer(in));
      default -> throw new StateException("no kind of answer: " + kind);
    };
  }
}

package io.tradewind.core.order;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Optional;

/** Orders and where they stand as bytes, for snapshots. */
public final class StandingOrderCodec {
  private static final OrderState[] STATES = OrderState.values();

  private StandingOrderCodec() {}

  /** Writes one. */
  public static void write(StateWriter out, StandingOrder order) {
    OrderCodec.write(out, order.intent());
    OrderCodec.writeTerms(out, order.terms());
    out.writeBoolean(order.wantedTerms().isPresent());
    order.wantedTerms().ifPresent(terms -> OrderCodec.writeTerms(out, terms));
    out.writeInt(order.state().ordinal())
        .writeLong(order.filledQtyScaled())
        .writeBoolean(order.isCancelAsked());
  }

  /** Reads what {@link #write} wrote. */
  public static StandingOrder read(StateReader in) {
    return new StandingOrder(
        OrderCodec.read(in),
        OrderCodec.readTerms(in),
        in.readBoolean() ? Optional.of(OrderCodec.readTerms(in)) : Optional.empty(),
        STATES[in.readCount(STATES.length - 1)],
        in.readLong(),
        in.readBoolean());
  }
}

package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.OrderTransitions;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.core.order.StandingOrderCodec;
import java.util.Optional;

/** An order as the engine knows it: what was meant, where it stands, how much is filled. */
final class Order {
  private final OrderIntent intent;
  private final long reservedScaled;
  private final double stopDistance;
  private OrderTerms terms;
  private OrderState state = OrderState.INTENDED;
  private long filledQtyScaled;
  private long filledQuoteScaled;
  private boolean cancelAsked;
  private Optional<OrderTerms> wantedTerms = Optional.empty();
  private long triggerLevelScaled;

  /**
   * Not sent yet.
   *
   * @param reservedScaled the notional that an entry takes when all of it fills, 0 of others
   * @param stopDistance of an entry, as a ratio of the price
   */
  Order(OrderIntent intent, long reservedScaled, double stopDistance) {
    this.intent = intent;
    this.reservedScaled = reservedScaled;
    this.stopDistance = stopDistance;
    this.terms = intent.terms();
  }

  OrderIntent intent() {
    return intent;
  }

  /** Its terms as they were last amended. */
  OrderTerms terms() {
    return terms;
  }

  OrderState state() {
    return state;
  }

  long filledQtyScaled() {
    return filledQtyScaled;
  }

  /** What its fills have cost, or brought, without fees. */
  long filledQuoteScaled() {
    return filledQuoteScaled;
  }

  /** What its entry has reserved and not filled yet, never negative. */
  long pendingScaled() {
    return Math.max(0, reservedScaled - filledQuoteScaled);
  }

  /** How far the stop of an entry is, as a ratio of the price. */
  double stopDistance() {
    return stopDistance;
  }

  /** Whether it opens or adds and is not taken back. */
  boolean isOpening() {
    return intent.purpose().opens() && !cancelAsked;
  }

  /** Whether nobody knows yet whether the venue has it. */
  boolean isUnanswered() {
    return state == OrderState.INTENDED || state == OrderState.SENT || state == OrderState.UNKNOWN;
  }

  /** The level at which it was triggered, 0 before. */
  long triggerLevelScaled() {
    return triggerLevelScaled;
  }

  boolean isCancelAsked() {
    return cancelAsked;
  }

  void askCancel() {
    cancelAsked = true;
  }

  void askTerms(OrderTerms wanted) {
    wantedTerms = Optional.of(wanted);
  }

  StandingOrder standing() {
    return new StandingOrder(intent, terms, wantedTerms, state, filledQtyScaled, cancelAsked);
  }

  /** Moves along the table; what is not in it is a broken invariant. */
  void apply(OrderEvent event) {
    OrderState from = state;
    state =
        OrderTransitions.next(from, event)
            .orElseThrow(() ->
                new IllegalStateException(
                    "order " + intent.orderId() + " cannot take " + event + " in " + from));
    switch (event) {
      case OrderEvent.Filled filled -> {
        filledQtyScaled = Math.addExact(filledQtyScaled, filled.qtyScaled());
        filledQuoteScaled = Math.addExact(filledQuoteScaled, filled.quoteScaled());
      }
      case OrderEvent.Amended amended -> {
        terms = amended.terms();
        wantedTerms = wantedTerms.filter(wanted -> !wanted.equals(terms));
      }
      case OrderEvent.Triggered triggered -> triggerLevelScaled = triggered.levelScaled();
      case OrderEvent.Sent _,
          OrderEvent.Accepted _,
          OrderEvent.Rejected _,
          OrderEvent.Lost _,
          OrderEvent.Cancelled _,
          OrderEvent.Expired _ -> {}
    }
  }

  void save(StateWriter out) {
    StandingOrderCodec.write(out, standing());
    out.writeLong(reservedScaled)
        .writeDouble(stopDistance)
        .writeLong(filledQuoteScaled)
        .writeLong(triggerLevelScaled);
  }

  static Order load(StateReader in) {
    StandingOrder standing = StandingOrderCodec.read(in);
    Order order = new Order(standing.intent(), in.readLong(), in.readDouble());
    order.terms = standing.terms();
    order.wantedTerms = standing.wantedTerms();
    order.state = standing.state();
    order.filledQtyScaled = standing.filledQtyScaled();
    order.cancelAsked = standing.isCancelAsked();
    order.filledQuoteScaled = in.readLong();
    order.triggerLevelScaled = in.readLong();
    return order;
  }
}

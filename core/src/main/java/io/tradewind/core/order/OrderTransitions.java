package io.tradewind.core.order;

import java.util.Optional;

/**
 * The table of order states. What is not in it cannot happen; a venue that says it anyway has
 * broken an invariant.
 *
 * <pre>
 * event      INTENDED SENT      UNKNOWN   OPEN      TRIGGERED PARTLY_FILLED
 * Sent       SENT     -         -         -         -         -
 * Accepted   -        OPEN      OPEN      -         -         -
 * Rejected   -        REJECTED  REJECTED  REJECTED  REJECTED  CANCELLED
 * Lost       -        UNKNOWN   -         -         -         -
 * Triggered  -        -         TRIGGERED TRIGGERED -         -
 * Filled     -        by rest   by rest   by rest   by rest   by rest
 * Amended    -        -         OPEN      OPEN      -         PARTLY_FILLED
 * Cancelled  -        CANCELLED CANCELLED CANCELLED CANCELLED CANCELLED
 * Expired    -        EXPIRED   EXPIRED   EXPIRED   EXPIRED   EXPIRED
 * </pre>
 *
 * "By rest" is FILLED when nothing is left, else PARTLY_FILLED. No event leaves a final state.
 */
public final class OrderTransitions {
  private OrderTransitions() {}

  /** The state after an event, empty where the table has none. */
  public static Optional<OrderState> next(OrderState state, OrderEvent event) {
    if (state.isFinal()) {
      return Optional.empty();
    }
    if (state == OrderState.INTENDED) {
      return event instanceof OrderEvent.Sent ? Optional.of(OrderState.SENT) : Optional.empty();
    }
    return switch (event) {
      case OrderEvent.Sent _ -> Optional.empty();
      case OrderEvent.Accepted _ -> onlyFrom(isUnanswered(state), OrderState.OPEN);
      case OrderEvent.Rejected _ ->
          Optional.of(
              state == OrderState.PARTLY_FILLED ? OrderState.CANCELLED : OrderState.REJECTED);
      case OrderEvent.Lost _ -> onlyFrom(state == OrderState.SENT, OrderState.UNKNOWN);
      case OrderEvent.Triggered _ ->
          onlyFrom(state == OrderState.OPEN || state == OrderState.UNKNOWN, OrderState.TRIGGERED);
      case OrderEvent.Filled filled ->
          Optional.of(filled.isLast() ? OrderState.FILLED : OrderState.PARTLY_FILLED);
      case OrderEvent.Amended _ ->
          switch (state) {
            case OPEN, UNKNOWN -> Optional.of(OrderState.OPEN);
            case PARTLY_FILLED -> Optional.of(OrderState.PARTLY_FILLED);
            case INTENDED, SENT, TRIGGERED, FILLED, CANCELLED, EXPIRED, REJECTED ->
                Optional.empty();
          };
      case OrderEvent.Cancelled _ -> Optional.of(OrderState.CANCELLED);
      case OrderEvent.Expired _ -> Optional.of(OrderState.EXPIRED);
    };
  }

  private static boolean isUnanswered(OrderState state) {
    return state == OrderState.SENT || state == OrderState.UNKNOWN;
  }

  private static Optional<OrderState> onlyFrom(boolean allowed, OrderState next) {
    return allowed ? Optional.of(next) : Optional.empty();
  }
}

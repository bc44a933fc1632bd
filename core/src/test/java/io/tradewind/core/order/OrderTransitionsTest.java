package io.tradewind.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table: every event in every state; - is what cannot happen. */
class OrderTransitionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # event     | INTENDED | SENT         | UNKNOWN      | OPEN         | TRIGGERED    | PARTLY_FILLED
          Sent        | SENT     | -            | -            | -            | -            | -
          Accepted    | -        | OPEN         | OPEN         | -            | -            | -
          Rejected    | -        | REJECTED     | REJECTED     | REJECTED     | REJECTED     | CANCELLED
          Lost        | -        | UNKNOWN      | -            | -            | -            | -
          Triggered   | -        | -            | TRIGGERED    | TRIGGERED    | -            | -
          FilledPart  | -        | PARTLY_FILLED| PARTLY_FILLED| PARTLY_FILLED| PARTLY_FILLED| PARTLY_FILLED
          FilledAll   | -        | FILLED       | FILLED       | FILLED       | FILLED       | FILLED
          Amended     | -        | -            | OPEN         | OPEN         | -            | PARTLY_FILLED
          Cancelled   | -        | CANCELLED    | CANCELLED    | CANCELLED    | CANCELLED    | CANCELLED
          Expired     | -        | EXPIRED      | EXPIRED      | EXPIRED      | EXPIRED      | EXPIRED
          """)
  void table(
      String event,
      String intended,
      String sent,
      String unknown,
      String open,
      String triggered,
      String partly) {
    OrderEvent said = event(event);
    check(OrderState.INTENDED, said, intended);
    check(OrderState.SENT, said, sent);
    check(OrderState.UNKNOWN, said, unknown);
    check(OrderState.OPEN, said, open);
    check(OrderState.TRIGGERED, said, triggered);
    check(OrderState.PARTLY_FILLED, said, partly);
    for (OrderState state : OrderState.values()) {
      if (state.isFinal()) {
        check(state, said, "-");
      }
    }
  }

  private static void check(OrderState from, OrderEvent event, String expected) {
    Optional<OrderState> next =
        expected.equals("-") ? Optional.empty() : Optional.of(OrderState.valueOf(expected));
    assertThat(OrderTransitions.next(from, event)).as("%s in %s", event, from).isEqualTo(next);
  }

  private static OrderEvent event(String name) {
    return switch (name) {
      case "Sent" -> new OrderEvent.Sent(1, 0);
      case "Accepted" -> new OrderEvent.Accepted(1, 0);
      case "Rejected" -> new OrderEvent.Rejected(1, 0, RejectReason.QTY_TOO_SMALL);
      case "Lost" -> new OrderEvent.Lost(1, 0);
      case "Triggered" -> new OrderEvent.Triggered(1, 0, 5);
      case "FilledPart" -> new OrderEvent.Filled(1, 0, 1, 1, 1, 0, false, 0, false);
      case "FilledAll" -> new OrderEvent.Filled(1, 0, 1, 1, 1, 0, false, 0, true);
      case "Amended" -> new OrderEvent.Amended(1, 0, new OrderTerms.Market());
      case "Cancelled" -> new OrderEvent.Cancelled(1, 0);
      case "Expired" -> new OrderEvent.Expired(1, 0);
      default -> throw new IllegalArgumentException(name);
    };
  }
}

package io.tradewind.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTransitionsTest {
  /** Each event in each state, final ones last; a dash is what cannot happen. */
  private static final String TABLE =
      """
      event      INTENDED SENT         UNKNOWN      OPEN         TRIGGERED    PARTLY_FILLED FILLED CANCELLED EXPIRED REJECTED
      sent       SENT     -            -            -            -            -             -      -         -       -
      accepted   -        OPEN         OPEN         -            -            -             -      -         -       -
      rejected   -        REJECTED     REJECTED     REJECTED     REJECTED     CANCELLED     -      -         -       -
      lost       -        UNKNOWN      -            -            -            -             -      -         -       -
      triggered  -        -            TRIGGERED    TRIGGERED    -            -             -      -         -       -
      part       -        PARTLY_FILLED PARTLY_FILLED PARTLY_FILLED PARTLY_FILLED PARTLY_FILLED -   -         -       -
      last       -        FILLED       FILLED       FILLED       FILLED       FILLED        -      -         -       -
      amended    -        -            OPEN         OPEN         -            PARTLY_FILLED -      -         -       -
      cancelled  -        CANCELLED    CANCELLED    CANCELLED    CANCELLED    CANCELLED     -      -         -       -
      expired    -        EXPIRED      EXPIRED      EXPIRED      EXPIRED      EXPIRED       -      -         -       -
      """;

  private static final Map<String, OrderEvent> EVENTS =
      Map.of(
          "sent", new OrderEvent.Sent(1, 1),
          "accepted", new OrderEvent.Accepted(1, 1),
          "rejected", new OrderEvent.Rejected(1, 1, RejectReason.NOT_HELD),
          "lost", new OrderEvent.Lost(1, 1),
          "triggered", new OrderEvent.Triggered(1, 1, 5),
          "part", new OrderEvent.Filled(1, 1, 1, 1, 1, 0, false, 0, false),
          "last", new OrderEvent.Filled(1, 1, 1, 1, 1, 0, false, 0, true),
          "amended", new OrderEvent.Amended(1, 1, new OrderTerms.Market()),
          "cancelled", new OrderEvent.Cancelled(1, 1),
          "expired", new OrderEvent.Expired(1, 1));

  record Case(OrderState state, String event, Optional<OrderState> next) {}

  static Stream<Case> cases() {
    List<String[]> rows = TABLE.lines().map(line -> line.split(" +")).toList();
    String[] head = rows.getFirst();
    return rows.stream()
        .skip(1)
        .flatMap(row ->
            Stream.iterate(1, i -> i < head.length, i -> i + 1)
                .map(i ->
                    new Case(
                        OrderState.valueOf(head[i]),
                        row[0],
                        row[i].equals("-")
                            ? Optional.empty()
                            : Optional.of(OrderState.valueOf(row[i])))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void moves(Case one) {
    OrderEvent event = Optional.ofNullable(EVENTS.get(one.event())).orElseThrow();
    assertThat(OrderTransitions.next(one.state(), event)).isEqualTo(one.next());
  }

  @Test
  void theTableIsWhole() {
    assertThat(cases()).hasSize(OrderState.values().length * EVENTS.size());
    assertThat(EVENTS.values().stream().map(Object::getClass).distinct())
        .hasSize(OrderEvent.class.getPermittedSubclasses().length);
  }
}

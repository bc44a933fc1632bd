package io.tradewind.trader.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.status.Timing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of an order's way, and how long each of its steps took then. */
class OrderPathTest {
  private final OrderPath path = new OrderPath();

  /**
   * Words are {@code took VENUE ARRIVED NOW}, {@code looked NOW}, {@code order ID NOW}, {@code
   * forced NOW}, {@code left NOW}, {@code stayed}, or what became of an order; steps are told with
   * their count and their longest, and how often they went backward.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          took 10 30 35                                           | feed 1x20, hand over 1x5
          took 50 30 35                                           | feed 0x0 back 1, hand over 1x5
          took 10 30 35; order 7 40                               | feed 1x20, hand over 1x5, decision 1x5
          took 10 30 35; order 7 40; forced 60; left 61           | feed 1x20, hand over 1x5, decision 1x5, journal 1x20, out 1x1, in to out 1x31
          looked 35; order 7 40; forced 60; left 61               | decision 1x5, journal 1x20, out 1x1, in to out 1x26
          looked 35; order 7 40; order 8 42; forced 60; left 61   | decision 2x7, journal 2x20, out 2x1, in to out 2x26
          looked 1; order 7 2; stayed; looked 3; forced 4; left 5 | decision 1x1
          looked 1; order 7 2; forced 3; left 4; accepted 7 9; filled 7 19 | decision 1x1, journal 1x1, out 1x1, ack 1x5, fill 1x10, in to out 1x3
          looked 1; order 7 2; forced 3; left 4; filled 7 19; filled 7 30  | decision 1x1, journal 1x1, out 1x1, ack 1x15, fill 1x0, in to out 1x3
          looked 1; order 7 2; forced 3; left 4; rejected 7 9; filled 7 30 | decision 1x1, journal 1x1, out 1x1, ack 1x5, in to out 1x3
          looked 1; order 7 2; forced 3; left 4; accepted 7 9; cancelled 7 30 | decision 1x1, journal 1x1, out 1x1, ack 1x5, in to out 1x3
          looked 1; order 7 2; forced 3; left 4; sent 7 5; lost 7 6; accepted 7 9 | decision 1x1, journal 1x1, out 1x1, ack 1x5, in to out 1x3
          looked 1; order 7 2; forced 3; left 4; accepted 8 9     | decision 1x1, journal 1x1, out 1x1, in to out 1x3
          accepted 7 9; filled 7 12                               | ``
          looked 1; order 7 2; forced 3; left 4; order 1031 5; forced 6; left 7; accepted 7 9; accepted 1031 9 | decision 2x4, journal 2x1, out 2x1, ack 1x2, in to out 2x6
          """,
      quoteCharacter = '`')
  void eachStepIsTold(String told, String steps) {
    for (String each : told.split("; *")) {
      tell(each.strip().split(" "));
    }
    assertThat(told()).isEqualTo(steps);
  }

  private void tell(String[] word) {
    long last = Long.parseLong(word.length > 1 ? word[word.length - 1] : "0");
    switch (word[0]) {
      case "took" -> path.took(number(word[1]), number(word[2]), last);
      case "looked" -> path.looked(last);
      case "order" -> path.decided(number(word[1]), last);
      case "forced" -> path.forced(last);
      case "left" -> path.left(last);
      case "stayed" -> path.stayed();
      default -> path.moved(event(word[0], number(word[1])), last);
    }
  }

  private static OrderEvent event(String name, long id) {
    return switch (name) {
      case "sent" -> new OrderEvent.Sent(id, 0);
      case "lost" -> new OrderEvent.Lost(id, 0);
      case "accepted" -> new OrderEvent.Accepted(id, 0);
      case "rejected" -> new OrderEvent.Rejected(id, 0, RejectReason.NOT_SENT);
      case "cancelled" -> new OrderEvent.Cancelled(id, 0);
      case "filled" -> new OrderEvent.Filled(id, 0, 1, 1, 1, 0, false, 0, false);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static long number(String word) {
    return Long.parseLong(word);
  }

  private String told() {
    List<String> steps = new ArrayList<>();
    for (Timing each : path.all()) {
      String back = each.faults() > 0 ? " back " + each.faults() : "";
      if (each.summary().count() > 0 || !back.isEmpty()) {
        steps.add(
            "%s %sx%s%s"
                .formatted(each.name(), each.summary().count(), each.summary().maxNs(), back));
      }
    }
    return String.join(", ", steps);
  }

  @Test
  void moreAtOnceThanIsRememberedAreNotCountedAndDoNoHarm() {
    path.looked(0);
    for (int id = 1; id <= 1_000; id++) {
      path.decided(id, 1);
    }
    path.forced(2);
    path.left(3);
    assertThat(told()).isEqualTo("decision 1000x1, journal 256x1, out 256x1, in to out 256x3");
  }
}

package io.tradewind.exchange.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.exchange.api.Liveness;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pings each 20 seconds, 60 to answer, 300 to live. A line tells at which second somebody looks, or
 * which pong comes.
 */
class HeartbeatTest {
  private static final Liveness RULES = new Liveness(20_000, 60_000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          19                         | -
          20 21 39 40                | ping1 - - ping2
          20 40 60 79 80             | ping1 ping2 ping3 - silent
          20 pong1 40 79 80 99 100   | ping1 ping2 ping3 - ping4 silent
          20 40 pong2 79 99 139      | ping1 ping2 ping3 ping4 silent
          20 40 pong1 99 100         | ping1 ping2 ping3 silent
          20 pong pong7 79 80        | ping1 ping2 silent
          20 pong1 pong1 40 100      | ping1 ping2 silent
          299 pong1 300              | ping1 old
          300                        | old
          """)
  void whatIsDue(String line, String expected) {
    Heartbeat heartbeat = new Heartbeat(0);
    List<String> told = new ArrayList<>();
    for (String part : line.split(" +")) {
      if (part.startsWith("pong")) {
        heartbeat.onPong(part.substring(4));
      } else {
        Heartbeat.Due due = heartbeat.due(RULES, 300_000, Long.parseLong(part) * 1000);
        told.add(
            switch (due) {
              case NOTHING -> "-";
              case PING -> "ping" + heartbeat.payload();
              case END_SILENT -> "silent";
              case END_OLD -> "old";
            });
      }
    }
    assertThat(String.join(" ", told)).isEqualTo(expected);
  }
}

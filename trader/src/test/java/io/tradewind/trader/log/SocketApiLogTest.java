package io.tradewind.trader.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.status.BufferStatus;
import io.tradewind.core.status.SourceStatus;
import io.tradewind.core.status.Vitals;
import io.tradewind.core.time.Utc;
import io.tradewind.trader.meter.Meters;
import io.tradewind.trader.world.VirtualTime;
import io.tradewind.trader.world.World;
import io.tradewind.venues.stream.SocketTransport;
import io.tradewind.venues.stream.SocketTransport.Connection;
import io.tradewind.venues.stream.SocketTransport.Events;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls over a socket, and what is not written of them. */
class SocketApiLogTest {
  private static final String LISTEN_KEY = "pqia91ma19a5s61cv6a81va65sdf19v8a65a1a5s61cv6a81va65sd";

  @TempDir private Path folder;

  private final VirtualTime time = new VirtualTime(World.START_NS);
  private final Meters meters = new Meters();
  private final List<String> passed = new ArrayList<>();
  private final List<Events> inside = new ArrayList<>();

  private SocketTransport inner() {
    return (uri, events) -> {
      inside.add(events);
      return new Connection() {
        @Override
        public void send(String text) {
          passed.add("sent " + text.length());
        }

        @Override
        public void ping() {
          passed.add("ping");
        }

        @Override
        public void more() {
          passed.add("more");
        }

        @Override
        public void close() {
          passed.add("close");
        }
      };
    };
  }

  private final class Ear implements Events {
    @Override
    public void opened() {
      passed.add("opened");
    }

    @Override
    public void text(String text) {
      passed.add("text " + text.length());
    }

    @Override
    public void alive() {
      passed.add("alive");
    }

    @Override
    public SocketTransport.Backlog backlog() {
      return new SocketTransport.Backlog(5, 9);
    }

    @Override
    public void ended(String why) {
      passed.add("ended " + why);
    }
  }

  @Test
  void callsAreToldAndTextsAreNot() throws IOException {
    try (LogFiles files = LogFiles.open(folder, LogSettings.STANDARD, new Secrets(), passed::add)) {
      Connection connection =
          new SocketApiLog(inner(), "binance", time, files, meters)
              .connect(URI.create("wss://venue.example:9443/ws/" + LISTEN_KEY), new Ear());
      Events venue = inside.getFirst();
      venue.opened();
      connection.send("{\"id\":\"7\",\"method\":\"order.place\",\"params\":{\"apiKey\":\"k1\"}}");
      connection.send("{\"id\":\"8\",\"method\":\"order.cancel\",\"params\":{}}");
      venue.text("{\"e\":\"trade\",\"id\":9,\"status\":500}");
      time.run(time.nowNs() + 3_000_000);
      venue.text("{\"id\":\"8\",\"status\":400,\"error\":{\"code\":-2011,\"msg\":\"secret\"}}");
      venue.text("{\"id\":\"7\",\"status\":200,\"result\":{\"orderId\":1}}");
      venue.text("{\"id\":\"7\",\"status\":200,\"result\":{\"orderId\":1}}");
      connection.ping();
      connection.more();
      venue.alive();
      connection.close();
      venue.ended("closed");
    }
    List<String> lines = Lines.of(folder, LogStream.API);
    assertThat(lines.stream().map(line -> line.replaceFirst(".*\"message\":", "")))
        .containsExactly(
            "\"socket to venue.example is open\"}",
            "\"order.cancel\",\"entry\":{\"venue\":\"binance\",\"method\":\"order.cancel\","
                + "\"status\":400,\"tookMicros\":3000}}",
            "\"order.place\",\"entry\":{\"venue\":\"binance\",\"method\":\"order.place\","
                + "\"status\":200,\"tookMicros\":3000}}",
            "\"socket to venue.example has ended: closed\"}");
    assertThat(String.join("", lines)).doesNotContain(LISTEN_KEY, "k1", "secret");
    assertThat(passed)
        .containsExactly(
            "opened",
            "sent 58",
            "sent 46",
            "text 33",
            "text 61",
            "text 46",
            "text 46",
            "ping",
            "more",
            "alive",
            "close",
            "ended closed");
  }

  /** On spot the account is heard where orders could go, too. */
  @Test
  void aConnectionIsOfTheAccountOnceItIsAskedFor() throws IOException {
    try (LogFiles files = LogFiles.open(folder, LogSettings.STANDARD, new Secrets(), passed::add)) {
      Connection connection =
          new SocketApiLog(inner(), "binance", time, files, meters)
              .connect(URI.create("wss://ws-api.binance.com:443/ws-api/v3"), new Ear());
      connection.send("{\"id\":\"1\",\"method\":\"userDataStream.subscribe.signature\"}");
      inside.getFirst().text("{\"id\":\"1\",\"status\":200}");
    }
    Vitals vitals = meters.vitals(0);
    assertThat(vitals.buffers()).containsExactly(new BufferStatus("account stream", 5, 9));
    assertThat(vitals.sources().stream().filter(each -> each.lastNs().isPresent()))
        .containsExactly(new SourceStatus("account stream", OptionalLong.of(time.nowNs())));
  }

  /** By the address, where a connection's words come from. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wss://stream.binance.com:9443/stream?streams=btcusdt@trade    | market stream  | true
          wss://fstream.binance.com/market/stream?streams=btcusdt@trade | market stream  | false
          wss://stream.binance.com:9443/ws/pqia91ma19a5s61cv6a81va65sd  | account stream | true
          wss://fstream.binance.com/private/ws/pqia91ma19a5s61cv6a81    | account stream | false
          wss://ws-api.binance.com:443/ws-api/v3                        | order line     | true
          wss://ws-fapi.binance.com/ws-fapi/v1                          | order line     | false
          """)
  void aConnectionIsMeasured(URI uri, String source, boolean opens) throws IOException {
    try (LogFiles files = LogFiles.open(folder, LogSettings.STANDARD, new Secrets(), passed::add)) {
      Connection connection =
          new SocketApiLog(inner(), "binance", time, files, meters).connect(uri, new Ear());
      time.run(time.nowNs() + 1_000);
      if (opens) {
        inside.getFirst().opened();
      } else {
        inside.getFirst().text("{}");
      }
      Vitals vitals = meters.vitals(0);
      assertThat(vitals.buffers()).containsExactly(new BufferStatus(source, 5, 9));
      assertThat(vitals.sources().stream().filter(each -> each.lastNs().isPresent()))
          .containsExactly(new SourceStatus(source, OptionalLong.of(time.nowNs())));
      connection.send("{\"id\":\"8\",\"method\":\"order.cancel\",\"params\":{}}");
      time.run(time.nowNs() + 3_000_000);
      inside.getFirst().text("{\"id\":\"8\",\"status\":400}");
      connection.close();
    }
    Vitals after = meters.vitals(3 * Utc.SECOND_NS);
    assertThat(after.buffers()).isEmpty();
    assertThat(after.calls()).hasSize(1);
    assertThat(after.calls().getFirst().name()).isEqualTo("order.cancel");
    assertThat(after.calls().getFirst().faults()).isEqualTo(1);
    assertThat(after.calls().getFirst().summary().maxNs()).isEqualTo(3_000_000);
  }
}

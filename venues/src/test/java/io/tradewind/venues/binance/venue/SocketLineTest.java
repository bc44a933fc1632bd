package io.tradewind.venues.binance.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.rest.BinanceProtocol;
import io.tradewind.venues.http.HttpSettings;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.RateBudget;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Parameter;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import io.tradewind.venues.stream.SocketTransport;
import io.tradewind.venues.stream.VenueSocket;
import io.tradewind.venues.time.Backoff;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders over the WebSocket API, where the venue refuses, is silent, or the line breaks. */
class SocketLineTest {
  private final ManualClock clock = new ManualClock(1_700_000_040L * Utc.SECOND_NS);
  private final List<String> sent = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final SocketLine line;
  private SocketTransport.@Nullable Events socket;
  private int timeQuestions;
  private boolean streams = true;

  SocketLineTest() {
    BinanceSigner signer = new BinanceSigner(HmacKey.ofText("key", "secret"));
    RestParser answers = new RestParser(new FaultLog(clock, report -> {}));
    VenueHttp http =
        new VenueHttp(
            HttpSettings.STANDARD,
            new BinanceProtocol(Market.SPOT, Optional.of(signer), answers),
            new VenueHttp.Line(this::send, clock),
            new Backoff(1, 1, new SplitMix(1)),
            new RateBudget(RateBudget.Shares.STANDARD, List.of()));
    line =
        new SocketLine(
            http,
            signer,
            URI.create("ws://localhost:1"),
            new VenueSocket.Line(this::connect, clock),
            new Backoff(1, 1, new SplitMix(1)));
    work();
  }

  private Transport.Call send(WireRequest wire, long timeoutNs, Consumer<Outcome> done) {
    if (!wire.target().startsWith("/api/v3/time")) {
      sent.add("REST");
      return () -> {};
    }
    timeQuestions++;
    String time = "{\"serverTime\":" + clock.nowNs() / 1_000_000 + "}";
    done.accept(new Outcome.Answered(200, Map.of(), time));
    return () -> {};
  }

  private SocketTransport.Connection connect(URI uri, SocketTransport.Events events) {
    if (!streams) {
      events.ended("refused");
    } else {
      socket = events;
      events.opened();
    }
    return new SocketTransport.Connection() {
      @Override
      public void send(String text) {
        sent.add(text.replaceAll(".*\"id\":\"(\\d+)\".*", "$1"));
      }

      @Override
      public void ping() {
        events.alive();
      }

      @Override
      public void more() {}

      @Override
      public void close() {}
    };
  }

  private void work() {
    for (int i = 0; i < 20; i++) {
      line.doWork();
    }
  }

  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      clock.advance(Utc.SECOND_NS);
      Objects.requireNonNull(socket).alive();
      work();
    }
  }

  private void order() {
    line.submit(
        new VenueRequest(
            Method.POST,
            "/api/v3/order",
            List.of(new Parameter("symbol", "BTCUSDT")),
            new Terms(Access.SIGNED, Repeat.NEVER, 1, 1)),
        reply -> told.add(text(reply)));
    work();
  }

  private static String text(Reply reply) {
    return reply instanceof Reply.Failed(var error) ? error.getClass().getSimpleName() : "Done";
  }

  private void answer(int id, int status, String rest) {
    Objects.requireNonNull(socket).text("{\"id\":\"" + id + "\",\"status\":" + status + rest + "}");
    work();
  }

  /**
   * A limit stops what follows, as long as the venue says, or a minute; what goes first then is a
   * request, before which the others wait.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          429 | -1003 | Too much request weight used.                       | 59
          418 | -1003 | Way too much; IP banned until 1700000070000.        | 29
          """)
  void aLimitStopsWhatFollows(int status, int code, String words, int seconds) {
    order();
    answer(1, status, ",\"error\":{\"code\":" + code + ",\"msg\":\"" + words + "\"}");
    order();
    pass(seconds);
    order();
    assertThat(told).containsExactly("Retryable", "Retryable", "Retryable");
    assertThat(sent).containsExactly("1");
    pass(2);
    order();
    assertThat(sent).containsExactly("1", "REST");
  }

  @Test
  void aDoubtedClockIsMeasuredAnew() {
    order();
    int before = timeQuestions;
    answer(
        1, 400, ",\"error\":{\"code\":-1021,\"msg\":\"Timestamp for this request is outside.\"}");
    pass(2);
    assertThat(timeQuestions).isGreaterThan(before);
  }

  /** Nobody knows what came of it; an answer that comes too late is not heard. */
  @Test
  void whatHasNoAnswerIsUnknown() {
    order();
    pass(11);
    answer(1, 200, ",\"result\":{}");
    order();
    Objects.requireNonNull(socket).ended("broke");
    work();
    assertThat(told).containsExactly("Unknown", "Unknown");
    assertThat(sent).containsExactly("1", "2");
  }

  /** What has not gone out over the socket goes by a request, once. */
  @Test
  void withoutAConnectionOrdersGoByRest() {
    streams = false;
    Objects.requireNonNull(socket).ended("broke");
    work();
    order();
    assertThat(sent).containsExactly("REST");
  }
}

package io.tradewind.venues.binance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.http.CircuitBreaker;
import io.tradewind.venues.http.HttpSettings;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.RateBudget;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.time.Backoff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions for many symbols at once, over a line in which each answer takes one step. */
class FetchesTest {
  private static final HttpSettings SETTINGS =
      new HttpSettings(
          new HttpSettings.Bulkhead(8, 256),
          10 * Utc.SECOND_NS,
          60 * Utc.SECOND_NS,
          1,
          new CircuitBreaker.Settings(99, Utc.SECOND_NS));

  private final ManualClock clock = new ManualClock(1_700_000_040L * Utc.SECOND_NS);
  private final Map<WireRequest, Consumer<Outcome>> open = new LinkedHashMap<>();
  private final List<String> log = new ArrayList<>();
  private int mostAtOnce;
  private int steps;
  private final VenueHttp http =
      new VenueHttp(
          SETTINGS,
          new BinanceProtocol(
              Market.SPOT, Optional.empty(), new RestParser(new FaultLog(clock, report -> {}))),
          new VenueHttp.Line(this::send, clock),
          new Backoff(1, 1, new SplitMix(1)),
          new RateBudget(RateBudget.Shares.STANDARD, List.of()));

  private Transport.Call send(WireRequest wire, long timeoutNs, Consumer<Outcome> done) {
    if (wire.target().equals("/api/v3/time")) {
      String body = "{\"serverTime\":" + clock.nowNs() / 1_000_000 + "}";
      done.accept(new Outcome.Answered(200, Map.of(), body));
    } else {
      open.put(wire, done);
      mostAtOnce = Math.max(mostAtOnce, open.size());
    }
    return () -> open.remove(wire);
  }

  /** So many pages of one row each. */
  private static Pages<String> pages(String symbol, int page, int last) {
    return new Pages<>(
        VenueRequest.get("/" + symbol + page, 1),
        body ->
            body.startsWith("[?")
                ? Optional.empty()
                : Optional.of(
                    new Pages.Page<>(
                        List.of(symbol + page),
                        page == last
                            ? Optional.empty()
                            : Optional.of(pages(symbol, page + 1, last)))));
  }

  private Fetches.Taker<String> taker(String symbol) {
    return new Fetches.Taker<>() {
      @Override
      public void onRows(List<String> rows) {
        log.addAll(rows);
      }

      @Override
      public void onEnd(Fetches.End end) {
        log.add(symbol + " " + end.getClass().getSimpleName());
      }
    };
  }

  /** Every request that is open is answered within a step, but those to symbol X never. */
  private void run(Fetches fetches) {
    for (int i = 0; i < 20; i++) {
      http.doWork(); // measures the clock
    }
    while (fetches.open() > 0 && steps < 1_000) {
      while (fetches.doWork() > 0) {}
      List.copyOf(open.keySet()).stream()
          .filter(wire -> !wire.target().startsWith("/X"))
          .forEach(wire ->
              Objects.requireNonNull(open.remove(wire))
                  .accept(
                      new Outcome.Answered(
                          200, Map.of(), wire.target().startsWith("/Q") ? "[?" : "[]")));
      clock.advance(50_000_000L);
      steps++;
    }
  }

  /** The time for 20 symbols of 6 pages is counted in answers that one has to wait for. */
  @ParameterizedTest
  @CsvSource({"1, 1, 120", "4, 4, 30", "8, 8, 18"})
  void symbolsAreAskedForAtOnce(int most, int atOnce, int expectedSteps) {
    Fetches fetches = new Fetches(http, most);
    for (int i = 0; i < 20; i++) {
      fetches.add(pages("S" + i + "-", 1, 6), taker("S" + i));
    }
    run(fetches);
    assertThat(mostAtOnce).isEqualTo(atOnce);
    assertThat(log).hasSize(140).filteredOn(line -> line.endsWith("Complete")).hasSize(20);
    // The last step is that in which the last answers are taken.
    assertThat(steps - 1).isEqualTo(expectedSteps);
  }

  @Test
  void oneThatHangsHoldsUpNoOther() {
    Fetches fetches = new Fetches(http, 4);
    fetches.add(pages("X", 1, 6), taker("X"));
    for (int i = 0; i < 9; i++) {
      fetches.add(pages("S" + i + "-", 1, 6), taker("S" + i));
    }
    run(fetches);
    // Nine symbols of six pages over the three places that are left.
    assertThat(log).hasSize(64).last().isEqualTo("X Failed");
    assertThat(log).filteredOn(line -> line.endsWith("Complete")).hasSize(9);
  }

  @Test
  void rowsOfOneSymbolKeepTheirOrder() {
    Fetches fetches = new Fetches(http, 3);
    fetches.add(pages("A", 1, 3), taker("A"));
    fetches.add(pages("Q", 1, 3), taker("Q"));
    fetches.add(pages("B", 1, 2), taker("B"));
    run(fetches);
    assertThat(log)
        .containsExactly("A1", "Q Unreadable", "B1", "A2", "B2", "B Complete", "A3", "A Complete");
  }
}

package io.tradewind.venues.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import io.tradewind.venues.time.Backoff;
import io.tradewind.venues.time.ClockOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small rules under {@link VenueHttp}. */
class TrafficRulesTest {
  private static final long MS = 1_000_000L;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1,  100
          2,  200
          3,  400
          4,  500
          9,  500
          99, 500
          """)
  void waitsSpreadUpToABoundThatDoubles(int attempts, long boundNs) {
    Backoff backoff = new Backoff(100, 500, new SplitMix(7));
    assertThat(backoff.boundNs(attempts)).isEqualTo(boundNs);
    List<Long> delays = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      delays.add(backoff.delayNs(attempts));
    }
    assertThat(delays).allMatch(d -> d >= 0 && d < boundNs);
    assertThat(delays).anyMatch(d -> d < boundNs / 10).anyMatch(d -> d > boundNs - boundNs / 10);
  }

  /** Sent, received, the venue's time, all in milliseconds; the offset in microseconds. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 10 1005                                     | 1000500
          0 10 1005, 100 110 1105, 200 210 1305         | 1000500
          0 10 1005, 100 110 1207                       | 1051500
          0 10 905, 100 110 1005, 200 210 1105, 300 310 1205, 400 410 1305, 500 510 1405 | 900500
          0 10 1005, 100 5100 9999                      | 1000500
          """)
  void theOffsetIsTheMedian(String samples, long expectedMicros) {
    ClockOffset offset = new ClockOffset(1000 * MS, 60_000 * MS);
    assertThat(offset.isKnown()).isFalse();
    for (String sample : samples.split(",")) {
      String[] numbers = sample.strip().split(" ");
      long sentNs = Long.parseLong(numbers[0]) * MS;
      long receivedNs = Long.parseLong(numbers[1]) * MS;
      offset.measured(sentNs, receivedNs, Long.parseLong(numbers[2]));
    }
    assertThat(offset.offsetNs() / 1000).isEqualTo(expectedMicros);
    assertThat(offset.venueMs(5 * MS)).isEqualTo((expectedMicros / 1000) + 5);
  }

  @Test
  void theOffsetIsMeasuredAgainWhenItIsOldOrDoubted() {
    ClockOffset offset = new ClockOffset(1000 * MS, 60_000 * MS);
    for (int i = 0; i < 5; i++) {
      assertThat(offset.isDue(i)).isTrue();
      offset.measured(0, 10 * MS, 1005);
    }
    assertThat(offset.isDue(60_009 * MS)).isFalse();
    assertThat(offset.isDue(60_010 * MS)).isTrue();
    offset.measured(60_000 * MS, 60_010 * MS, 61_005);
    assertThat(offset.isDue(60_011 * MS)).isFalse();
    offset.doubt();
    assertThat(offset.isDue(60_011 * MS)).isTrue();
    assertThat(offset.isKnown()).isTrue();
  }

  @Test
  void onlyAGetIsSafe() {
    Terms terms = new Terms(Access.SIGNED, Repeat.SAFE, 1, 1);
    assertThatThrownBy(() -> new VenueRequest(Method.POST, "/order", List.of(), terms))
        .hasMessage("only a GET is safe to repeat, was POST");
  }

  @Test
  void aRequestShowsNeitherKeyNorSignature() {
    WireRequest wire =
        new WireRequest(
            Method.GET,
            "/account?signature=abc",
            List.of(new WireRequest.Header("key", "xyz")),
            "signature=abc");
    assertThat(wire).hasToString("GET /account");
  }

  @Test
  void newLimitsKeepWhatWasUsed() {
    RateLimit old = new RateLimit(RateLimit.Kind.WEIGHT, 60_000 * MS, 100);
    RateLimit larger = new RateLimit(RateLimit.Kind.WEIGHT, 60_000 * MS, 200);
    RateBudget budget = new RateBudget(RateBudget.Shares.STANDARD, List.of(old));
    budget.charge(new Terms(Access.PUBLIC, Repeat.SAFE, 70, 0), 5);
    budget.limits(List.of(larger));
    assertThat(budget.used(larger, 5)).isEqualTo(70);
    assertThat(budget.used(larger, 60_000 * MS)).isZero();
  }
}

package io.tradewind.exchange.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.exchange.request.WireError;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {
  private static final long MINUTE = 60_000;

  /** Requests as time in seconds and weight; answers as used, or status and seconds to wait. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0:60 1:40              | 60 100
          0:60 1:41              | 60 429/59
          0:100 1:1 60:1         | 100 429/59 1
          59:100 60:100          | 100 100
          0:101 1:1 2:1          | 429/60 429/59 418/120
          0:101 1:1 2:1 61:1     | 429/60 429/59 418/120 418/61
          0:101 1:1 2:1 122:1    | 429/60 429/59 418/120 1
          0:101 1:1 2:1 122:101 123:1 124:1 | 429/60 429/59 418/120 429/58 429/57 418/240
          0:101 60:1 61:101 62:1 63:1 | 429/60 1 429/59 429/58 418/120
          """)
  void whoGoesOnIsBanned(String requests, String answers) {
    WeightLimit limit =
        new WeightLimit(100, 2, new WeightLimit.Texts("over %d", "banned until %d"));
    String told =
        Stream.of(requests.split(" "))
            .map(request -> {
              String[] parts = request.split(":");
              long now = Long.parseLong(parts[0]) * 1000;
              WeightLimit.Outcome outcome = limit.use("here", Long.parseLong(parts[1]), now);
              return outcome
                  .error()
                  .map(error -> error.status() + "/" + outcome.retryAfterSeconds())
                  .orElse("" + limit.used("here", now));
            })
            .collect(Collectors.joining(" "));
    assertThat(told).isEqualTo(answers);
  }

  @Test
  void addressesAreForThemselvesAndTextsName() {
    WeightLimit limit =
        new WeightLimit(100, 0, new WeightLimit.Texts("over %d", "banned until %d"));
    assertThat(limit.use("here", 101, 0).error())
        .contains(new WireError(418, -1003, "banned until " + 2 * MINUTE));
    assertThat(limit.use("there", 100, 0).error()).isEmpty();
    limit.ban("there", 0, 5000);
    assertThat(limit.use("there", 1, 4999).error())
        .contains(new WireError(418, -1003, "banned until 5000"));
    assertThat(limit.use("there", 1, MINUTE).error()).isEmpty();
  }

  @Test
  void ordersCountByAccountAndWindow() {
    OrderLimit limit =
        new OrderLimit(
            List.of(new OrderLimit.Rule("SECOND", 10, 3), new OrderLimit.Rule("DAY", 1, 5)));
    limit.add(1, 3, 0);
    assertThat(limit.refusal(1, 9_999))
        .contains(
            new WireError(
                429, -1015, "Too many new orders; current limit is 3 orders per 10 SECOND."));
    assertThat(limit.retryAfterSeconds(1, 9_000)).isEqualTo(1);
    assertThat(limit.refusal(2, 0)).isEmpty();
    assertThat(limit.refusal(1, 10_000)).isEmpty();
    limit.add(1, 2, 10_000);
    assertThat(limit.refusal(1, 20_000))
        .contains(
            new WireError(429, -1015, "Too many new orders; current limit is 5 orders per 1 DAY."));
    limit.add(1, -3, 20_000);
    assertThat(limit.refusal(1, 20_000)).isEmpty();
    assertThat(limit.use(1, 20_000))
        .extracting(use -> use.rule().label() + " " + use.used())
        .containsExactly("10S 0", "1D 2");
  }
}

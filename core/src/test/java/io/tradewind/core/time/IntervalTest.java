package io.tradewind.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

  @ParameterizedTest
  @CsvSource({"30s, 30s", "5m, 5m", "60m, 1h", "24h, 1d", "7d, 1w", "90s, 90s", "36h, 36h"})
  void readsAndWrites(String text, String shortest) {
    assertThat(Interval.parse(text)).hasToString(shortest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "0m", "-5m", "5x", "1M", "5 m", "1.5h"})
  void refuses(String text) {
    assertThatThrownBy(() -> Interval.parse(text)).hasMessageContaining("is no interval");
  }

  @ParameterizedTest
  @CsvSource({
    "1h, 2024-01-01T00:59:59.999999999Z, 2024-01-01T00:00:00Z",
    "1h, 2024-01-01T01:00:00Z, 2024-01-01T01:00:00Z",
    "1d, 2024-02-29T23:00:00Z, 2024-02-29T00:00:00Z",
    "1w, 2024-01-03T05:00:00Z, 2024-01-01T00:00:00Z",
    "1w, 2024-01-01T00:00:00Z, 2024-01-01T00:00:00Z",
    "1h, 1969-12-31T23:30:00Z, 1969-12-31T23:00:00Z",
  })
  void alignsToTheEpochAndWeeksToMonday(String interval, String time, String start) {
    long floor = Interval.parse(interval).floor(Utc.fromInstant(Instant.parse(time)));
    assertThat(Utc.format(floor)).isEqualTo(start);
  }

  @Test
  void multiples() {
    assertThat(Interval.parse("1h").isMultipleOf(Interval.parse("5m"))).isTrue();
    assertThat(Interval.parse("1h").isMultipleOf(Interval.parse("7m"))).isFalse();
    assertThat(Interval.parse("1h")).isGreaterThan(Interval.parse("5m"));
  }
}

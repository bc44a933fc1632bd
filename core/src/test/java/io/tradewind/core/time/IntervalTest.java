package io.tradewind.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {
  @ParameterizedTest
  @CsvSource({
    "1s, 1s",
    "30s, 30s",
    "60s, 1m",
    "5m, 5m",
    "90m, 90m",
    "60m, 1h",
    "24h, 1d",
    "7d, 1w",
    "8d, 8d",
    "1w, 1w",
    "14d, 2w"
  })
  void readsAndWrites(String text, String shortest) {
    assertThat(Interval.parse(text)).hasToString(shortest);
    assertThat(Interval.parse(shortest)).isEqualTo(Interval.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "m",
        "0m",
        "-5m",
        "5M",
        "5 m",
        "1.5h",
        "05m",
        "1y",
        "1000000s",
        "999999w"
      })
  void refuses(String text) {
    assertThatThrownBy(() -> Interval.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isWholeSeconds() {
    assertThatThrownBy(() -> new Interval(500_000_000L))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(1_500_000_000L))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "5m, 2024-02-29T23:59:59Z, 2024-02-29T23:55:00Z",
    "5m, 2024-03-01T00:00:00Z, 2024-03-01T00:00:00Z",
    "4h, 2024-03-01T11:00:00Z, 2024-03-01T08:00:00Z",
    "1d, 2024-02-29T12:00:00Z, 2024-02-29T00:00:00Z",
    "1w, 2024-03-03T23:59:59Z, 2024-02-26T00:00:00Z",
    "1w, 2024-03-04T00:00:00Z, 2024-03-04T00:00:00Z",
    "1h, 1969-12-31T23:30:00Z, 1969-12-31T23:00:00Z",
    "1w, 1969-12-31T23:30:00Z, 1969-12-29T00:00:00Z"
  })
  void beginsAt(String interval, Instant time, Instant start) {
    assertThat(Utc.toInstant(Interval.parse(interval).floor(Utc.fromInstant(time))))
        .isEqualTo(start);
  }

  @Test
  void aStartThatDoesNotFitThrows() {
    Interval week = Interval.parse("1w");
    assertThat(week.floor(Long.MAX_VALUE)).isPositive();
    assertThat(week.floor(Long.MIN_VALUE + week.durationNs())).isNegative();
    for (long timeNs : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 1}) {
      for (Interval interval : new Interval[] {week, Interval.ONE_DAY, Interval.parse("1s")}) {
        assertThatThrownBy(() -> interval.floor(timeNs))
            .as("%s before %s", interval, timeNs)
            .isInstanceOf(ArithmeticException.class)
            .hasMessage("no %s candle that holds %s begins after 1677-09-21", interval, timeNs);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1h, 5m, true",
    "1h, 1h, true",
    "5m, 1h, false",
    "1h, 7m, false",
    "1d, 4h, true",
    "1w, 1d, true",
    "1w, 8h, true",
    "2w, 1w, true",
    "2w, 2d, true",
    "1w, 7h, false",
    "3w, 3d, false",
    "1w, 84h, false"
  })
  void isMadeUpOf(String longer, String shorter, boolean expected) {
    assertThat(Interval.parse(longer).isMultipleOf(Interval.parse(shorter))).isEqualTo(expected);
  }

  @Test
  void wholeShorterCandlesMakeUpALongerOne() {
    for (long seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Interval shorter = new Interval(random.nextLong(1, 2_000) * 60_000_000_000L);
      Interval longer = new Interval(shorter.durationNs() * random.nextLong(1, 50));
      if (longer.isMultipleOf(shorter)) {
        long start = longer.floor(random.nextLong(2_000_000_000_000_000_000L));
        assertThat(shorter.floor(start))
            .as("seed %s: %s of %s", seed, longer, shorter)
            .isEqualTo(start);
      }
    }
  }

  @Test
  void isOrderedByLength() {
    assertThat(Interval.parse("5m")).isLessThan(Interval.parse("1h"));
    assertThat(Interval.parse("1w")).isGreaterThan(Interval.ONE_DAY);
  }
}

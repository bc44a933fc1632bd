package io.tradewind.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTest {
  /** nanoseconds, text, day since the epoch, date. */
  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T00:00:00Z, 0, 1970-01-01",
    "-1, 1969-12-31T23:59:59.999999999Z, -1, 1969-12-31",
    "-86400000000000, 1969-12-31T00:00:00Z, -1, 1969-12-31",
    "-86400000000001, 1969-12-30T23:59:59.999999999Z, -2, 1969-12-30",
    "86399999999999, 1970-01-01T23:59:59.999999999Z, 0, 1970-01-01",
    "86400000000000, 1970-01-02T00:00:00Z, 1, 1970-01-02",
    "1709251199000000000, 2024-02-29T23:59:59Z, 19782, 2024-02-29",
    "1500000000, 1970-01-01T00:00:01.500Z, 0, 1970-01-01",
    "9223372036854775807, 2262-04-11T23:47:16.854775807Z, 106751, 2262-04-11",
    "-9223372036854775808, 1677-09-21T00:12:43.145224192Z, -106752, 1677-09-21"
  })
  void oneInstantInEveryForm(long timeNs, String text, long epochDay, String date) {
    assertThat(Utc.format(timeNs)).isEqualTo(text);
    assertThat(Utc.toInstant(timeNs)).isEqualTo(Instant.parse(text));
    assertThat(Utc.fromInstant(Instant.parse(text))).isEqualTo(timeNs);
    assertThat(Utc.epochDay(timeNs)).isEqualTo(epochDay);
    assertThat(Utc.date(timeNs)).hasToString(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2262-04-11T23:47:16.854775808Z",
        "1677-09-21T00:12:43.145224191Z",
        "9999-12-31T00:00:00Z",
        "0001-01-01T00:00:00Z"
      })
  void whatDoesNotFitThrows(Instant instant) {
    assertThatThrownBy(() -> Utc.fromInstant(instant))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("a time must lie within 1677-09-21 and 2262-04-11, was " + instant);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 3, 8",
    "5, -8, -3",
    "9223372036854775807, 0, 9223372036854775807",
    "9223372036854775800, 8, 9223372036854775807",
    "1, 9223372036854775807, 9223372036854775807",
    "-9223372036854775807, -2, -9223372036854775808",
    "-1, -9223372036854775808, -9223372036854775808"
  })
  void aSumStaysAtTheEndsOfTime(long timeNs, long durationNs, long sum) {
    assertThat(Utc.plus(timeNs, durationNs)).isEqualTo(sum);
  }

  @Test
  void everyNumberIsAnInstantAndBack() {
    for (long seed = 0; seed < 2_000; seed++) {
      long timeNs = new SplittableRandom(seed).nextLong();
      assertThat(Utc.fromInstant(Utc.toInstant(timeNs))).as("seed %s", seed).isEqualTo(timeNs);
    }
  }
}

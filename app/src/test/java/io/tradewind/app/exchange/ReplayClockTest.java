package io.tradewind.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a replay begins, and how its time passes. */
class ReplayClockTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-22T09:30:15Z | 2024-01-01T00:00:00Z | 2024-03-01T00:00:00Z | 2024-01-01T09:30:15Z
          2026-11-22T09:30:15Z | 2024-01-01T09:30:15Z | 2024-03-01T00:00:00Z | 2024-01-01T09:30:15Z
          2026-11-22T09:30:15Z | 2024-01-01T09:30:16Z | 2024-03-01T00:00:00Z | 2024-01-02T09:30:15Z
          2026-11-22T09:30:15Z | 2024-01-01T00:00:00Z | 2024-01-02T12:00:00Z | 2024-01-01T00:30:15Z
          2026-11-22T09:30:15Z | 2024-01-01T00:00:00Z | 2024-01-01T01:00:00Z | 2024-01-01T00:00:15Z
          2026-11-22T09:30:15Z | 2024-01-01T00:00:00Z | 2024-01-01T00:00:30Z | 2024-01-01T00:00:00Z
          2023-11-22T09:30:15Z | 2024-01-01T00:00:00Z | 2024-03-01T00:00:00Z | 2024-01-01T09:30:15Z
          """)
  void dataIsMovedByWholeDaysOrLessWhereThereIsLittle(
      Instant now, Instant from, Instant end, Instant position) {
    ReplayClock clock = ReplayClock.ofTheWall(InstantSource.fixed(now), ns(from), ns(end));
    assertThat(clock.positionNs()).isEqualTo(ns(position));
    assertThat(clock.startNs()).isEqualTo(ns(now));
    assertThat(clock.wallMsUntil(ns(end) + clock.shiftNs()))
        .isEqualTo(Duration.between(position, end).toMillis());
  }

  @Test
  void timeOfTheDataPassesAsFastAsItIsTold() {
    Instant begun = Instant.parse("2026-11-22T09:30:15Z");
    Instant from = Instant.parse("2024-01-01T00:00:00Z");
    AtomicReference<Instant> now = new AtomicReference<>(begun);
    ReplayClock clock = ReplayClock.ofTheData(now::get, ns(from), 60);
    assertThat(clock.exchange().instant()).isEqualTo(from);
    for (int i = 1; i <= 15; i++) {
      now.set(begun.plusMillis(i * 100L));
      assertThat(clock.exchange().instant()).isEqualTo(from.plusSeconds(i * 6L));
    }
    assertThat(clock.wallMsUntil(ns(from.plusSeconds(150)))).isEqualTo(1_000);
    assertThat(clock.positionNs()).isEqualTo(ns(from));
  }

  /** Milliseconds of the wall between questions, and of the data that have passed at last. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          10 10 10     | 600
          200 200      | 8000
          201          | 4000
          5000         | 4000
          5000 10      | 4200
          10 5000 5000 | 8200
          100 -50 50   | 3000
          """)
  void itWaitsForAnExchangeThatIsBusy(String steps, long passedMs) {
    AtomicLong nowMs = new AtomicLong();
    ReplayClock clock = ReplayClock.ofTheData(() -> Instant.ofEpochMilli(nowMs.get()), 0, 20);
    long toldMs = 0;
    for (String step : steps.split(" ")) {
      nowMs.addAndGet(Long.parseLong(step));
      long ms = clock.exchange().millis();
      assertThat(ms).isGreaterThanOrEqualTo(toldMs);
      toldMs = ms;
    }
    assertThat(toldMs).isEqualTo(passedMs);
  }

  private static long ns(Instant instant) {
    return instant.toEpochMilli() * 1_000_000;
  }
}

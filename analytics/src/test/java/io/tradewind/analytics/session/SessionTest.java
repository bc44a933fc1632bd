package io.tradewind.analytics.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SessionTest {
  private static final long DAY_NS = 86_400_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    // the last and the first nanosecond, leap years, centuries, years that begin in a week
    "DAY,   2024-02-29T00:00:00Z,           2024-02-29, 2024-03-01",
    "DAY,   2024-02-29T23:59:59.999999999Z, 2024-02-29, 2024-03-01",
    "WEEK,  2024-09-01T23:59:59.999999999Z, 2024-08-26, 2024-09-02",
    "WEEK,  2024-09-02T00:00:00Z,           2024-09-02, 2024-09-09",
    "WEEK,  1970-01-01T00:00:00Z,           1969-12-29, 1970-01-05",
    "WEEK,  2025-01-01T12:00:00Z,           2024-12-30, 2025-01-06",
    "MONTH, 2024-02-29T12:00:00Z,           2024-02-01, 2024-03-01",
    "MONTH, 2023-02-28T12:00:00Z,           2023-02-01, 2023-03-01",
    "MONTH, 2100-02-28T12:00:00Z,           2100-02-01, 2100-03-01",
    "MONTH, 2024-12-31T23:00:00Z,           2024-12-01, 2025-01-01",
    "YEAR,  2024-01-01T00:00:00Z,           2024-01-01, 2025-01-01",
    "YEAR,  2024-02-29T00:00:00Z,           2024-01-01, 2025-01-01",
    "YEAR,  2023-12-31T23:59:59Z,           2023-01-01, 2024-01-01",
    "YEAR,  2000-03-01T00:00:00Z,           2000-01-01, 2001-01-01",
    "YEAR,  1969-12-31T23:59:59Z,           1969-01-01, 1970-01-01",
  })
  void beginsAndEnds(Session session, Instant time, LocalDate start, LocalDate end) {
    long timeNs = time.getEpochSecond() * 1_000_000_000L + time.getNano();
    assertThat(session.startNs(timeNs)).isEqualTo(start.toEpochDay() * DAY_NS);
    assertThat(session.endNs(timeNs)).isEqualTo(end.toEpochDay() * DAY_NS);
  }

  @ParameterizedTest
  @EnumSource
  void equalsTheCalendarOfJava(Session session) {
    LocalDate last = LocalDate.of(2100, 12, 31);
    for (LocalDate day = LocalDate.of(1960, 1, 1); !day.isAfter(last); day = day.plusDays(1)) {
      LocalDate start = start(session, day);
      for (long nanosecond : new long[] {0, DAY_NS / 3, DAY_NS - 1}) {
        long timeNs = day.toEpochDay() * DAY_NS + nanosecond;
        assertThat(session.startNs(timeNs)).isEqualTo(start.toEpochDay() * DAY_NS);
        assertThat(session.endNs(timeNs)).isEqualTo(next(session, start).toEpochDay() * DAY_NS);
      }
    }
  }

  private static LocalDate start(Session session, LocalDate day) {
    return switch (session) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  private static LocalDate next(Session session, LocalDate start) {
    return switch (session) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case YEAR -> start.plusYears(1);
    };
  }

  @Test
  void holdsFromTheFirstWholeYearOfALongToTheLast() {
    for (int year : new int[] {1679, 2261}) {
      LocalDate day = LocalDate.of(year, 6, 15);
      long timeNs = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L;
      assertThat(Session.YEAR.startNs(timeNs))
          .isEqualTo(day.withDayOfYear(1).toEpochDay() * DAY_NS);
      assertThat(Session.YEAR.endNs(timeNs))
          .isEqualTo(LocalDate.of(year + 1, 1, 1).toEpochDay() * DAY_NS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsLabel(Session session) {
    assertThat(Session.of(session.label())).isSameAs(session);
    assertThat(Session.parameter().choices()).contains(session.label());
    assertThatThrownBy(() -> Session.of("hour")).isInstanceOf(IllegalArgumentException.class);
  }
}

package io.tradewind.analytics.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is known of sessions, told of days bar by bar: time, open, high, low, close. */
class SessionCandleTest {

  @Test
  void theFirstDayIsNotKnownIfItIsEnteredMidway() {
    assertThat(
            days(
                "2024-03-01T01:00:00Z 5 9 4 6",
                "2024-03-01T23:00:00Z 6 8 5 7",
                "2024-03-02T00:00:00Z 7 7 6 6",
                "2024-03-02T01:00:00Z 6 9 6 8",
                "2024-03-03T00:00:00Z 8 8 7 7"))
        .containsExactly(
            "begins: now - - -, before - - - -",
            "now - - -, before - - - -",
            "begins: now 7 7 6, before - - - -",
            "now 7 9 6, before - - - -",
            "begins: now 8 8 7, before 7 9 6 8");
  }

  @Test
  void theFirstDayIsKnownIfItsFirstBarOpensWithIt() {
    assertThat(
            days(
                "2024-03-01T00:00:00Z 5 9 4 6",
                "2024-03-01T23:59:59.999999999Z 6 8 3 7",
                "2024-03-02T00:00:00Z 7 7 6 6"))
        .containsExactly(
            "begins: now 5 9 4, before - - - -",
            "now 5 9 3, before - - - -",
            "begins: now 7 7 6, before 5 9 3 7");
  }

  @Test
  void aNanosecondLateIsMidway() {
    assertThat(days("2024-03-01T00:00:00.000000001Z 5 9 4 6", "2024-03-02T00:00:00Z 7 7 6 6"))
        .containsExactly("begins: now - - -, before - - - -", "begins: now 7 7 6, before - - - -");
  }

  @Test
  void aDayWithoutBarsIsNoneAndOneThatBeginsLateBeginsThen() {
    assertThat(
            days(
                "2024-03-01T00:00:00Z 5 9 4 6",
                "2024-03-04T13:00:00Z 1 3 1 2",
                "2024-03-04T14:00:00Z 2 4 2 3",
                "2024-03-10T00:00:00Z 8 8 8 8"))
        .containsExactly(
            "begins: now 5 9 4, before - - - -",
            "begins: now 1 3 1, before 5 9 4 6",
            "now 1 4 1, before 5 9 4 6",
            "begins: now 8 8 8, before 1 4 1 3");
  }

  @Test
  void aNaNIsSeenToTheEndOfTheDayAfterAndNoLonger() {
    assertThat(
            days(
                "2024-03-01T00:00:00Z 5 9 4 6",
                "2024-03-01T12:00:00Z 5 NaN 4 6",
                "2024-03-01T13:00:00Z 5 9 4 7",
                "2024-03-02T00:00:00Z 7 7 6 6",
                "2024-03-03T00:00:00Z 8 8 7 7"))
        .containsExactly(
            "begins: now 5 9 4, before - - - -",
            "now 5 - 4, before - - - -",
            "now 5 - 4, before - - - -",
            "begins: now 7 7 6, before 5 - 4 7",
            "begins: now 8 8 7, before 7 7 6 6");
  }

  private static List<String> days(String... bars) {
    SessionCandle candle = new SessionCandle(Session.DAY);
    List<String> seen = new ArrayList<>();
    for (String bar : bars) {
      String[] parts = bar.split(" ", -1);
      Instant time = Instant.parse(parts[0]);
      double[] prices = new double[4];
      for (int i = 0; i < prices.length; i++) {
        prices[i] = Double.parseDouble(parts[i + 1]);
      }
      boolean begins =
          candle.update(
              time.getEpochSecond() * 1_000_000_000L + time.getNano(),
              prices[0],
              prices[1],
              prices[2],
              prices[3]);
      seen.add(
          (begins ? "begins: " : "")
              + "now"
              + text(candle.open(), candle.high(), candle.low())
              + ", before"
              + text(
                  candle.previousOpen(),
                  candle.previousHigh(),
                  candle.previousLow(),
                  candle.previousClose()));
    }
    return seen;
  }

  private static String text(double... values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(Double.isNaN(value) ? " -" : String.format(Locale.ROOT, " %.0f", value));
    }
    return text.toString();
  }
}

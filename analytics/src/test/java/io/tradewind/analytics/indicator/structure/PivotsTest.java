package io.tradewind.analytics.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.catalog.Specification;
import io.tradewind.analytics.indicator.TimedBarIndicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Levels worked out by hand from a day with open 100, high 120, low 90, close 108, made of two
 * bars, and a next day that opens at 110.
 */
class PivotsTest {
  private static final long HOUR_NS = 3_600_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    // p = 318 / 3
    "pivots-classic,   106  122 136 152  92 76 62",
    // 0.382 x 30 = 11.46, 0.618 x 30 = 18.54
    "pivots-fibonacci, 106  117.46 124.54 136  94.54 87.46 76",
    // 1.1 x 30 = 33: 2.75, 5.5, 8.25, 16.5 around 108
    "pivots-camarilla, 106  110.75 113.5 116.25 124.5  105.25 102.5 99.75 91.5",
    // p = (120 + 90 + 220) / 4
    "pivots-woodie,    107.5  125 137.5 155  95 77.5 65",
    // it rose: x = 240 + 90 + 108 = 438
    "pivots-demark,    109.5  129 99",
    "previous-session, 120 90 108 100",
  })
  void standOverTheNextDay(String name, String levels) {
    TimedBarIndicator pivots = dayOf(name, 100, 108);
    assertThat(values(pivots)).containsOnly(Double.NaN);
    for (int hour = 24; hour < 48; hour += 7) {
      pivots.update(hour * HOUR_NS, 110, 500, 1, 300, 5);
      assertThat(values(pivots)).containsExactly(doubles(levels), within(1e-12));
    }
    pivots.update(48 * HOUR_NS, 300, 300, 300, 300, 1);
    assertThat(pivots.value()).isGreaterThan(200);
  }

  @Test
  void demarkHasThreeForms() {
    TimedBarIndicator fallen = dayOf("pivots-demark", 110, 108);
    fallen.update(24 * HOUR_NS, 1, 1, 1, 1, 1);
    assertThat(values(fallen)).containsExactly(408 / 4.0, 408 / 2.0 - 90, 408 / 2.0 - 120);
    TimedBarIndicator level = dayOf("pivots-demark", 108, 108);
    level.update(24 * HOUR_NS, 1, 1, 1, 1, 1);
    assertThat(values(level)).containsExactly(426 / 4.0, 426 / 2.0 - 90, 426 / 2.0 - 120);
  }

  @Test
  void woodieNeedsTheOpenOfTheDayAlone() {
    TimedBarIndicator pivots = dayOf("pivots-woodie", 100, 108);
    pivots.update(24 * HOUR_NS, 110, 110, 110, 110, 0);
    double p = pivots.value();
    pivots.update(25 * HOUR_NS, 200, 300, 50, 60, 1);
    assertThat(pivots.value()).isEqualTo(p);
  }

  @Test
  void theOpeningRangeStandsOnceItsMinutesAreOver() {
    OpeningRange range = new OpeningRange(io.tradewind.analytics.session.Session.DAY, 120);
    assertThat(range.update(0, 5, 6, 4, 5, 1)).isNaN();
    assertThat(range.update(HOUR_NS, 5, 9, 5, 8, 1)).isNaN();
    assertThat(range.update(2 * HOUR_NS, 8, 20, 1, 8, 1)).isEqualTo(9);
    assertThat(values(range)).containsExactly(9, 4, 6.5);
    assertThat(range.update(23 * HOUR_NS, 8, 30, 1, 8, 1)).isEqualTo(9);
    assertThat(range.update(24 * HOUR_NS, 8, 30, 1, 8, 1)).isNaN();
    assertThat(range.update(26 * HOUR_NS - 1, 8, 40, 2, 8, 1)).isNaN();
    assertThat(range.update(26 * HOUR_NS, 8, 50, 2, 8, 1)).isEqualTo(40);
    assertThat(range.update(60 * HOUR_NS, 8, 50, 2, 8, 1)).as("no bar in those minutes").isNaN();
  }

  @Test
  void theRangeOfTheDayGrowsWithIt() {
    TimedBarIndicator range = dayOf("session-range", 100, 108);
    assertThat(values(range)).containsExactly(120, 90, 100);
    range.update(24 * HOUR_NS, 110, 111, 109, 110, 1);
    assertThat(values(range)).containsExactly(111, 109, 110);
    range.update(25 * HOUR_NS, 110, 112, 108, 110, 1);
    assertThat(values(range)).containsExactly(112, 108, 110);
  }

  private static TimedBarIndicator dayOf(String name, double open, double close) {
    TimedBarIndicator indicator = (TimedBarIndicator) Specification.parse(name).make();
    indicator.update(0, open, 120, 95, 97, 3);
    indicator.update(23 * HOUR_NS, 97, 115, 90, close, 2);
    return indicator;
  }

  private static double[] values(TimedBarIndicator indicator) {
    double[] values = new double[indicator.outputs()];
    for (int i = 0; i < values.length; i++) {
      values[i] = indicator.value(i);
    }
    return values;
  }

  private static double[] doubles(String text) {
    return java.util.Arrays.stream(text.strip().split(" +", -1))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}

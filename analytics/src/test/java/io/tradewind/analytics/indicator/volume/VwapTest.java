package io.tradewind.analytics.indicator.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.indicator.Indicator;
import io.tradewind.analytics.session.Session;
import org.junit.jupiter.api.Test;

/** Bars whose high, low and close are one price, so that the sums can be done by hand. */
class VwapTest {
  private static final long HOUR_NS = 3_600_000_000_000L;

  /** 1 at 10 and 3 at 20: 70 / 4, and deviation by (56.25 + 3 x 6.25) / 4 = 18.75. */
  private static final double DEVIATION = StrictMath.sqrt(18.75);

  @Test
  void bandsAreOneTwoAndThreeDeviationsAway() {
    SessionVwap vwap = new SessionVwap(Session.DAY);
    bar(vwap, 0, 10, 1);
    assertThat(values(vwap)).containsOnly(10);
    bar(vwap, 1, 20, 3);
    double d = DEVIATION;
    assertThat(values(vwap))
        .containsExactly(
            new double[] {
              17.5, 17.5 + d, 17.5 - d, 17.5 + 2 * d, 17.5 - 2 * d, 17.5 + 3 * d, 17.5 - 3 * d
            },
            within(1e-12));
  }

  @Test
  void eachSessionBeginsAnew() {
    SessionVwap vwap = new SessionVwap(Session.DAY);
    assertThat(bar(vwap, 22, 10, 1)).as("entered midway").isNaN();
    assertThat(bar(vwap, 23, 20, 3)).isNaN();
    assertThat(bar(vwap, 24, 30, 2)).isEqualTo(30);
    assertThat(bar(vwap, 47, 36, 1)).isEqualTo(32);
    assertThat(bar(vwap, 100, 50, 1)).as("days later, after a gap").isEqualTo(50);
  }

  @Test
  void withoutVolumeThereIsNoPrice() {
    SessionVwap vwap = new SessionVwap(Session.DAY);
    assertThat(bar(vwap, 0, 10, 0)).isNaN();
    assertThat(values(vwap)).containsOnly(Double.NaN);
    assertThat(bar(vwap, 1, 12, 2)).isEqualTo(12);
    assertThat(bar(vwap, 2, 99, 0)).isEqualTo(12);
    assertThat(vwap.value(1)).isEqualTo(12);
  }

  @Test
  void aNaNStaysToTheEndOfItsSession() {
    SessionVwap vwap = new SessionVwap(Session.DAY);
    assertThat(bar(vwap, 0, 10, 1)).isEqualTo(10);
    assertThat(bar(vwap, 1, Double.NaN, 1)).isNaN();
    assertThat(bar(vwap, 2, 10, 1)).isNaN();
    assertThat(bar(vwap, 24, 10, Double.NaN)).isNaN();
    assertThat(bar(vwap, 48, 10, 1)).isEqualTo(10);
  }

  @Test
  void equalPricesHaveNoDeviation() {
    SessionVwap vwap = new SessionVwap(Session.YEAR);
    for (int hour = 0; hour < 8000; hour++) {
      bar(vwap, hour, 0.1, 1 + hour % 7 * 1e9);
    }
    assertThat(values(vwap)).containsOnly((0.1 + 0.1 + 0.1) / 3.0);
  }

  @Test
  void anAnchorCountsTheBarsThatOpenAtItOrLater() {
    AnchoredVwap vwap = new AnchoredVwap(120);
    assertThat(bar(vwap, 0, 10, 1)).isNaN();
    assertThat(bar(vwap, 1, 10, 1)).isNaN();
    assertThat(bar(vwap, 2, 30, 2)).isEqualTo(30);
    assertThat(bar(vwap, 50, 36, 1)).isEqualTo(32);
    AnchoredVwap fromTheFirst = new AnchoredVwap(0);
    assertThat(bar(fromTheFirst, 500, 10, 1)).isEqualTo(10);
    assertThat(bar(fromTheFirst, 501, 20, 3)).isEqualTo(17.5);
    assertThat(fromTheFirst.value(1)).isCloseTo(17.5 + DEVIATION, within(1e-12));
  }

  @Test
  void anExtremeBeginsItAnewAndLeavingTheWindowDoesNot() {
    ExtremeVwap low = new ExtremeVwap(3, false);
    double[] prices = {10, 8, 12, 14, 16, 13, 18};
    double[] expected = {Double.NaN, Double.NaN, 10, 34 / 3.0, 12.5, 13, 15.5};
    ExtremeVwap high = new ExtremeVwap(3, true);
    double[] expectedHigh = {Double.NaN, Double.NaN, 12, 14, 16, 14.5, 18};
    for (int i = 0; i < prices.length; i++) {
      double p = prices[i];
      assertThat(low.update(i, p, p, p, p, 1)).isCloseTo(expected[i], within(1e-12));
      assertThat(high.update(i, p, p, p, p, 1)).isCloseTo(expectedHigh[i], within(1e-12));
    }
  }

  private static double bar(
      io.tradewind.analytics.indicator.TimedBarIndicator vwap,
      int hour,
      double price,
      double volume) {
    return vwap.update(hour * HOUR_NS, price, price, price, price, volume);
  }

  private static double[] values(Indicator indicator) {
    double[] values = new double[indicator.outputs()];
    for (int i = 0; i < values.length; i++) {
      values[i] = indicator.value(i);
    }
    return values;
  }
}

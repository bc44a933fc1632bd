package io.tradewind.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeAtPriceTest {

  /** Ten rows of width 1, drawn as their volumes from price 0 upward. */
  @ParameterizedTest
  @CsvSource({
    // 49 of 70: 20, and 15 + 10 above rather than 8 + 4, and 8 + 4 below rather than 6 + 3
    "1 2 4 8 20 15 10 6 3 1,   70,  4.5, 2, 7",
    "1 2 4 8 20 15 10 6 3 1,   60,  4.5, 4, 7",
    "1 2 4 8 20 15 10 6 3 1,   1,   4.5, 4, 5",
    "1 2 4 8 20 15 10 6 3 1,   100, 4.5, 0, 9.5",
    // at the top there is but one row, then none
    "0 0 0 0 0 2 3 4 9 1,      70,  8.5, 6, 9",
    "5 9 1 1 1 1 1 1 1 1,      100, 1.5, 0, 9.5",
    // of equal rows the nearest the middle, then the lower
    "9 1 1 9 1 1 1 1 9 1,      10,  3.5, 3, 4",
    "1 1 1 9 1 1 9 1 1 1,      10,  3.5, 3, 4",
    // all alike: the lower middle row, then the upper of equal pairs, then in turn
    "1 1 1 1 1 1 1 1 1 1,      30,  4.5, 4, 7",
    "1 1 1 1 1 1 1 1 1 1,      50,  4.5, 2, 7",
    "1 1 1 1 1 1 1 1 1 1,      70,  4.5, 2, 9",
    // over a hole to what lies behind it
    "0 5 0 0 9 0 0 0 0 4,      75,  4.5, 0, 7",
    "0 5 0 0 9 0 0 0 0 4,      80,  4.5, 0, 9.5",
  })
  void drawnByHand(String drawing, double percent, double poc, double areaLow, double areaHigh) {
    VolumeAtPrice profile = new VolumeAtPrice(10);
    profile.clear(0, 9.5);
    assertThat(profile.rowWidth()).isEqualTo(1);
    String[] rows = drawing.split(" ", -1);
    for (int row = 0; row < rows.length; row++) {
      profile.add(row + 0.25, row + 0.25, Double.parseDouble(rows[row]));
    }
    profile.measure(percent / 100);
    assertThat(profile.pointOfControl()).isEqualTo(poc);
    assertThat(profile.areaLow()).isEqualTo(areaLow);
    assertThat(profile.areaHigh()).isEqualTo(areaHigh);
  }

  @Test
  void aBarIsSpreadOverItsRange() {
    VolumeAtPrice profile = new VolumeAtPrice(4);
    profile.clear(0.5, 3.5);
    profile.add(0.5, 3, 10);
    assertThat(profile.volumeAt(0.6)).isEqualTo(2);
    assertThat(profile.volumeAt(1)).isEqualTo(4);
    assertThat(profile.volumeAt(2.9)).isEqualTo(4);
    assertThat(profile.volumeAt(3)).isZero();
    assertThat(profile.volumeAt(0.4)).as("outside").isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 103.9, 4, 1",
    "100, 104, 4, 2", // 100 to 104 would touch five
    "99.5, 103.2, 4, 2", // 99 to 103 too
    "0, 64, 64, 2",
    "0, 63, 64, 1",
    "1e-8, 1.5e-8, 10, 9.313225746154785E-10", // 2^-30
    "3, 3, 10, 1.862645149230957E-9", // one price: 2^-29
    "0, 0, 10, 9.332636185032189E-302", // 2^-1000
  })
  void rowsAreTheSmallestPowersOfTwoThatFit(double low, double high, int rows, double width) {
    VolumeAtPrice profile = new VolumeAtPrice(rows);
    profile.clear(low, high);
    assertThat(profile.rowWidth()).isEqualTo(width);
  }

  @Test
  void onePriceIsToldExactly() {
    VolumeAtPrice profile = new VolumeAtPrice(64);
    profile.stretch(0.1, 0.1);
    profile.add(0.1, 0.1, 3);
    profile.measure(0.7);
    assertThat(profile.pointOfControl()).isEqualTo(0.1);
    assertThat(profile.areaHigh()).isEqualTo(0.1);
    assertThat(profile.areaLow()).isEqualTo(0.1);
  }

  @Test
  void withoutVolumeNothingIsTold() {
    VolumeAtPrice profile = new VolumeAtPrice(8);
    profile.measure(0.7);
    assertThat(profile.pointOfControl()).isNaN();
    profile.stretch(1, 2);
    profile.add(1, 2, 0);
    profile.measure(0.7);
    assertThat(profile.pointOfControl()).isNaN();
    profile.add(1, 2, 1);
    profile.measure(0.7);
    assertThat(profile.pointOfControl()).isBetween(1.0, 2.0);
    profile.stretch(Double.NaN, 3);
    profile.add(Double.NaN, 3, 1);
    profile.measure(0.7);
    assertThat(profile.pointOfControl()).isNaN();
    assertThat(profile.areaHigh()).isNaN();
    profile.stretch(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    profile.add(1, 2, 1);
    profile.measure(0.7);
    assertThat(profile.areaLow()).isNaN();
  }

  /** Joined rows hold what rows of that width would have held from the start. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void stretchingLosesNothing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    VolumeAtPrice grown = new VolumeAtPrice(16);
    Deque<double[]> bars = new ArrayDeque<>();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 300; i++) {
      double[] bar = bar(random, 0.01 * (1 + i));
      bars.add(bar);
      low = Math.min(low, bar[0]);
      high = Math.max(high, bar[1]);
      grown.stretch(bar[0], bar[1]);
      grown.add(bar[0], bar[1], bar[2]);
      assertSame("seed " + seed + ", bar " + i, grown, whole(bars, low, high), low, high);
    }
  }

  /** Whatever was in before, however loud, what is left is what it was. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void removingLeavesNoTrace(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    VolumeAtPrice profile = new VolumeAtPrice(16);
    profile.clear(-10, 10);
    Deque<double[]> bars = new ArrayDeque<>();
    for (int i = 0; i < 3000; i++) {
      double[] bar = bar(random, 5);
      bar[2] *= i % 97 == 0 ? 1e15 : 1;
      bars.add(bar);
      profile.add(bar[0], bar[1], bar[2]);
      if (bars.size() > 20) {
        double[] oldest = bars.remove();
        profile.remove(oldest[0], oldest[1], oldest[2]);
      }
      assertSame("seed " + seed + ", bar " + i, profile, whole(bars, -10, 10), -10, 10);
    }
    while (!bars.isEmpty()) {
      double[] oldest = bars.remove();
      profile.remove(oldest[0], oldest[1], oldest[2]);
    }
    for (double price = -10; price <= 10; price += 0.25) {
      assertThat(profile.volumeAt(price)).as("exactly empty").isZero();
    }
  }

  private static double[] bar(SplittableRandom random, double size) {
    double a = size * (random.nextDouble() - 0.5);
    double b = random.nextInt(5) == 0 ? a : size * (random.nextDouble() - 0.5);
    return new double[] {Math.min(a, b), Math.max(a, b), random.nextDouble()};
  }

  private static VolumeAtPrice whole(Iterable<double[]> bars, double low, double high) {
    VolumeAtPrice profile = new VolumeAtPrice(16);
    profile.clear(low, high);
    for (double[] bar : bars) {
      profile.add(bar[0], bar[1], bar[2]);
    }
    return profile;
  }

  private static void assertSame(
      String label, VolumeAtPrice actual, VolumeAtPrice expected, double low, double high) {
    assertThat(actual.rowWidth()).as(label).isEqualTo(expected.rowWidth());
    for (double price = low; price <= high; price += actual.rowWidth()) {
      double wanted = expected.volumeAt(price);
      assertThat(actual.volumeAt(price))
          .as("%s at %s", label, price)
          .isCloseTo(wanted, within(1e-9 * wanted + 1e-15));
    }
  }
}

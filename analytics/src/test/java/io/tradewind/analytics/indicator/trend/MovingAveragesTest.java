package io.tradewind.analytics.indicator.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.indicator.SeriesIndicator;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MovingAveragesTest {
  private static final long SEED = 71;
  private static final int BARS = 200;

  private final double[] values = new SplittableRandom(SEED).doubles(BARS, 90, 110).toArray();

  static List<String> kinds() {
    return MovingAverages.choice("kind").choices();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isCalledAsInTheCatalogue(String kind) {
    assertThat(MovingAverages.of(kind, 5).definition().name()).isEqualTo(kind);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void smoothsNothingWithALengthOfOne(String kind) {
    assertThat(MovingAverages.of(kind, 1).batch(values)[0]).isEqualTo(values);
  }

  @Test
  void refusesWhatIsNone() {
    for (int length : new int[] {1, 5}) {
      assertThatThrownBy(() -> MovingAverages.of("foo", length))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("foo");
    }
  }

  /** Each length on its own, begun so late that it is ready with the longest. */
  @ParameterizedTest
  @MethodSource("kinds")
  void lengthsVaryFromBarToBar(String kind) {
    int min = 3;
    int max = 12;
    VariableMovingAverage varying = new VariableMovingAverage(min, max, kind);
    double[][] fixed = new double[max + 1][];
    for (int length = min; length <= max; length++) {
      SeriesIndicator average = MovingAverages.of(kind, length);
      int late = varying.warmup() - average.warmup();
      fixed[length] = average.batch(Arrays.copyOfRange(values, late, BARS))[0];
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (int bar = 0; bar < BARS; bar++) {
      double length = random.nextDouble(-5, 20);
      double actual = varying.update(values[bar], length);
      if (bar < varying.warmup() - 1) {
        assertThat(actual).isNaN();
      } else {
        double[] wanted = fixed[Math.clamp((int) length, min, max)];
        assertThat(actual)
            .as("%s of %s at %d, seed %d", kind, length, bar, SEED)
            .isEqualTo(wanted[bar - BARS + wanted.length]);
      }
    }
  }

  @Test
  void aLengthThatIsNoNumberGivesNone() {
    VariableMovingAverage varying = new VariableMovingAverage(1, 2, "sma");
    varying.update(3, 1);
    assertThat(varying.update(4, Double.NaN)).isNaN();
    assertThat(varying.update(5, 2)).isEqualTo(4.5);
  }

  @Test
  void refusesLengthsTheWrongWayAround() {
    assertThatThrownBy(() -> new VariableMovingAverage(5, 4, "sma"))
        .hasMessage("max must be >= min, was 4");
  }
}

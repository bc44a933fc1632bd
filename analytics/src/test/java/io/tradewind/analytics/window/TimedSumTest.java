package io.tradewind.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sum of a span of time against one that is made anew each time. */
class TimedSumTest {
  private static final long CELL_NS = 10_000_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void equalsTheSumOfItsCells(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TimedSum sum = new TimedSum(1);
    int count = 3000;
    long[] times = new long[count];
    double[] values = new double[count];
    long time = 1_700_000_000_000_000_000L;
    for (int i = 0; i < count; i++) {
      time += random.nextInt(50) == 0 ? random.nextLong(3_000_000_000L) : random.nextLong(CELL_NS);
      times[i] = time;
      values[i] = random.nextDouble(-5, 5);
      double expected = 0;
      for (int j = 0; j <= i; j++) {
        expected += times[j] / CELL_NS > time / CELL_NS - 100 ? values[j] : 0;
      }
      assertThat(sum.add(time, values[i]))
          .as("seed %d, %d", seed, i)
          .isCloseTo(expected, within(1e-11));
    }
  }

  @Test
  void reachesBackAHundredCells() {
    TimedSum sum = new TimedSum(1);
    sum.add(0, 7);
    assertThat(sum.add(CELL_NS - 1, 1)).isEqualTo(8);
    assertThat(sum.add(99 * CELL_NS, 0)).isEqualTo(8);
    assertThat(sum.add(100 * CELL_NS - 1, 0)).isEqualTo(8);
    assertThat(sum.add(100 * CELL_NS, 2)).isEqualTo(2);
  }

  @Test
  void whatLeavesLeavesNothing() {
    TimedSum sum = new TimedSum(1);
    sum.add(0, 1e300);
    sum.add(0, Double.NaN);
    assertThat(sum.add(50 * CELL_NS, 0.1)).isNaN();
    assertThat(sum.add(100 * CELL_NS, 0.2)).isEqualTo(0.1 + 0.2);
  }

  @Test
  void aTimeThatFallsEmptiesIt() {
    TimedSum sum = new TimedSum(1);
    sum.add(500 * CELL_NS, 7);
    assertThat(sum.add(400 * CELL_NS, 1)).isEqualTo(1);
    assertThat(sum.add(-3, 2)).isEqualTo(2);
    assertThat(sum.add(5, 2)).isEqualTo(4);
  }
}

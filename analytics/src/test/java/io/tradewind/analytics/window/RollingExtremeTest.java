package io.tradewind.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollingExtremeTest {
  private static final double[] ODD = {
    Double.NaN,
    -Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    0.0,
    -0.0,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MAX_VALUE,
    -Double.MAX_VALUE
  };

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 30})
  void isTheGreatestOfTheWindowWhateverIsInIt(int length) {
    SplittableRandom random = new SplittableRandom(length);
    RollingExtreme window = new RollingExtreme(length);
    double[] values = random.doubles(5000, -1, 1).toArray();
    for (int i = 0; i < values.length; i++) {
      if (random.nextInt(2 * length) == 0) {
        values[i] = ODD[random.nextInt(ODD.length)];
      }
      double expected = Double.NEGATIVE_INFINITY;
      for (int j = Math.max(0, i - length + 1); j <= i; j++) {
        expected = Math.max(expected, values[j]);
      }
      assertThat(Double.doubleToLongBits(window.push(values[i])))
          .as("value %d, seed %d", i, length)
          .isEqualTo(Double.doubleToLongBits(expected));
      assertThat(window.isFull()).isEqualTo(i + 1 >= length);
    }
  }
}

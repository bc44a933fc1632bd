package io.tradewind.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrigonometryTest {
  private static final double ULPS = 5e-16;

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1, 10, 1e4, 1e8, 1e12})
  void equalsStrictMath(double size) {
    long seed = 51;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 5_000; i++) {
      double x = size * (2 * random.nextDouble() - 1);
      String of = "of " + x + ", seed " + seed;
      double tangent = StrictMath.tan(x);
      assertThat(Trigonometry.sin(x)).as(of).isCloseTo(StrictMath.sin(x), within(ULPS));
      assertThat(Trigonometry.cos(x)).as(of).isCloseTo(StrictMath.cos(x), within(ULPS));
      double slope = 1 + tangent * tangent;
      assertThat(Trigonometry.tan(x)).as(of).isCloseTo(tangent, within(ULPS * slope));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, Double.NaN, Double.POSITIVE_INFINITY, Math.PI, Math.PI / 2})
  void equalsStrictMathAtTheCorners(double x) {
    assertThat(Double.valueOf(Trigonometry.sin(x))).isEqualTo(Double.valueOf(StrictMath.sin(x)));
    assertThat(Double.valueOf(Trigonometry.cos(x))).isEqualTo(Double.valueOf(StrictMath.cos(x)));
    assertThat(Double.valueOf(Trigonometry.tan(x))).isEqualTo(Double.valueOf(StrictMath.tan(x)));
  }
}

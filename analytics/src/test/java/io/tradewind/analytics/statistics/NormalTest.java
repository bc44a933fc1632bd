package io.tradewind.analytics.statistics;

import static io.tradewind.analytics.data.GoldenFile.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.data.GoldenFile;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equal to scipy, src/test/golden/risk.py. */
class NormalTest {
  private static final double TOLERANCE = 1e-12;
  private static final GoldenFile GOLDEN = GoldenFile.read("risk-normal.csv");

  static Stream<double[]> rows() {
    double[][] columns = GOLDEN.header().stream().map(GOLDEN::column).toArray(double[][]::new);
    return IntStream.range(0, GOLDEN.rows().size())
        .mapToObj(i -> Stream.of(columns).mapToDouble(column -> column[i]).toArray());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void equalsScipy(double[] row) {
    double z = row[0];
    assertClose("density of " + z, Normal.density(z), row[1], TOLERANCE, 0);
    assertClose("cumulative of " + z, Normal.cumulative(z), row[2], TOLERANCE, 0);
    assertClose("erfc of " + z, Normal.complementaryError(z), row[3], TOLERANCE, 0);
    if (z <= 0) {
      assertClose("quantile to " + z, Normal.quantile(row[2]), z, TOLERANCE, 1e-3);
    }
  }

  @Test
  void quantilesAreSymmetric() {
    assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-15));
    assertThat(Normal.quantile(0.75)).isEqualTo(-Normal.quantile(0.25));
    assertClose("95 %", Normal.quantile(0.95), 1.6448536269514722, TOLERANCE, 0);
    assertClose("smallest", Normal.quantile(Double.MIN_NORMAL), -37.51937934714450, TOLERANCE, 0);
  }

  @Test
  void chiSquareIsTheSquareOfANormal() {
    assertClose("5 %", Normal.chiSquareTail(3.841458820694124), 0.05, TOLERANCE, 0);
    assertThat(Normal.chiSquareTail(0)).isEqualTo(1);
    assertThat(Normal.chiSquareTail(Double.NaN)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
  void onlyBetweenZeroAndOneIsAProbability(double bad) {
    assertThatThrownBy(() -> Normal.quantile(bad))
        .hasMessage("probability must be > 0 and < 1, was " + bad);
  }
}

package io.tradewind.simulation.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.testkit.TestInstruments;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings that make no market are refused, each by its rule. */
class MarketModelTest {
  private static final List<Double> EVEN = Stream.generate(() -> 1.0).limit(24).toList();

  private static Arguments refused(String message, ThrowingCallable made) {
    return Arguments.of(message, made);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refused("a correlation needs a symbol", () -> new Correlation(new double[0][0])),
        refused(
            "a correlation must be square: 2 rows, but row 1 has 1",
            () -> new Correlation(new double[][] {{1, 0}, {0}})),
        refused(
            "a symbol's correlation with itself must be 1, was 0.9",
            () -> new Correlation(new double[][] {{0.9}})),
        refused(
            "a correlation must be symmetric: 1 and 0 have 0.5 and 0.4",
            () -> new Correlation(new double[][] {{1, 0.4}, {0.5, 1}})),
        refused(
            "a correlation must be within -1 and 1, was 1.1", () -> Correlation.uniform(2, 1.1)),
        refused(
            "correlations must be positive definite: symbol 1 cannot go with those before it so",
            () -> Correlation.uniform(2, 1)),
        refused(
            "correlations must be positive definite: symbol 2 cannot go with those before it so",
            () -> Correlation.uniform(3, -0.6)),
        refused("news and memory must be < 1 together, was 1.0", () -> new Garch(0.5, 0.5, 9)),
        refused("news must be >= 0, was -0.1", () -> new Garch(-0.1, 0.5, 9)),
        refused("memory must be >= 0, was NaN", () -> new Garch(0.1, Double.NaN, 9)),
        refused("most must be 1 to 1e4, was 0.5", () -> new Garch(0.1, 0.5, 0.5)),
        refused("perDay must be 0 to 1e4, was -1.0", () -> new Jumps(-1, 0.1, 0.1, 0, 0, 0)),
        refused("meanSize must be in (0, 100], was 0.0", () -> new Jumps(1, 0, 0.1, 0, 0, 0)),
        refused("cap must be in (0, 1), was 1.0", () -> new Jumps(1, 0.1, 1, 0, 0, 0)),
        refused("downShare must be 0 to 1, was 2.0", () -> new Jumps(1, 0.1, 0.1, 2, 0, 0)),
        refused(
            "commonShare must be 0 to 1, was NaN", () -> new Jumps(1, 0.1, 0.1, 0, Double.NaN, 0)),
        refused("gapShare must be 0 to 1, was -1.0", () -> new Jumps(1, 0.1, 0.1, 0, 0, -1)),
        refused("hourly must be 24 weights, was 1", () -> new VolumeShape(List.of(1.0), 0, 0)),
        refused("noise must be 0 to 3, was -1.0", () -> new VolumeShape(EVEN, -1, 0)),
        refused("coupling must be 0 to 3, was 4.0", () -> new VolumeShape(EVEN, 0, 4)),
        refused(
            "dailyVolatility must be in (0, 1], was 0.0",
            () -> new VolatilityRegime("quiet", 0, 0, 1, List.of(0.0))),
        refused(
            "dailyDrift must be -1 to 1, was 2.0",
            () -> new VolatilityRegime("quiet", 0.1, 2, 1, List.of(0.0))),
        refused(
            "meanDays must be in (0, 1e6], was 0.0",
            () -> new VolatilityRegime("quiet", 0.1, 0, 0, List.of(0.0))),
        refused(
            "a weight must be 0 to 1e6, was -1.0",
            () -> new VolatilityRegime("quiet", 0.1, 0, 1, List.of(-1.0))),
        refused(
            "startPrice must be at least a step of its scale and at most 1e15, was 0.0",
            () -> new SyntheticSymbol(TestInstruments.perp("A/USDT"), 0, 1, 1)),
        refused(
            "volatilityFactor must be in (0, 100], was 0.0",
            () -> new SyntheticSymbol(TestInstruments.perp("A/USDT"), 1, 0, 1)),
        refused(
            "dailyVolume must be in (0, 1e15], was 0.0",
            () -> new SyntheticSymbol(TestInstruments.perp("A/USDT"), 1, 1, 0)),
        refused(
            "the correlation must be of the 1 symbols, was of 2",
            () -> Markets.with(Markets.plain(1), Correlation.uniform(2, 0.5))),
        refused("a market needs a regime", () -> Markets.with(Markets.plain(1), List.of())),
        refused(
            "regime odd must have a weight for each of 1 regimes, has 2",
            () ->
                Markets.with(
                    Markets.plain(1),
                    List.of(new VolatilityRegime("odd", 0.1, 0, 1, List.of(0.0, 1.0))))),
        refused(
            "regime odd must have weights for others and none for itself",
            () ->
                Markets.with(
                    Markets.plain(1),
                    List.of(new VolatilityRegime("odd", 0.1, 0, 1, List.of(1.0))))),
        refused("tailDegrees must be > 2, was 2.0", () -> Markets.plain(1, Garch.NONE, 2, 16)),
        refused(
            "stepsPerCandle must be 1 to 10000, was 0", () -> Markets.plain(1, Garch.NONE, 5, 0)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refuses(String message, ThrowingCallable made) {
    assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void theFactorOfACorrelationMakesItAgain() {
    double[][] matrix = {
      {1, 0.8, -0.3, 0.1}, {0.8, 1, 0.1, 0.2}, {-0.3, 0.1, 1, -0.5}, {0.1, 0.2, -0.5, 1}
    };
    Correlation correlation = new Correlation(matrix);
    for (int i = 0; i < 4; i++) {
      for (int k = 0; k < 4; k++) {
        assertThat(correlation.of(i, k)).isCloseTo(matrix[i][k], within(1e-14));
      }
    }
  }

  /** {1, 2, 3} normal numbers by the factor of three symbols at 0.5, reckoned by hand. */
  @Test
  void normalsAreMixedFromThoseBefore() {
    double[] normals = {1, 2, 3};
    Correlation.uniform(3, 0.5).apply(normals);
    double second = 0.5 + 2 * Math.sqrt(0.75);
    double third = 0.5 + 2 * 0.25 / Math.sqrt(0.75) + 3 * Math.sqrt(2.0 / 3);
    assertThat(normals).containsExactly(new double[] {1, second, third}, within(1e-14));
  }

  /** Of 8 visits 3 are to a, 4 to b and 1 to c, which come to 90, 40 and 20 days. */
  @Test
  void regimesShareTimeByVisitsAndLengths() {
    List<VolatilityRegime> regimes =
        List.of(
            new VolatilityRegime("a", 0.1, 0, 30, List.of(0.0, 1.0, 0.0)),
            new VolatilityRegime("b", 0.1, 0, 10, List.of(3.0, 0.0, 1.0)),
            new VolatilityRegime("c", 0.1, 0, 20, List.of(0.0, 1.0, 0.0)));
    assertThat(RegimeClock.timeShares(regimes))
        .containsExactly(new double[] {90.0 / 150, 40.0 / 150, 20.0 / 150}, within(1e-12));
  }

  @Test
  void theDefaultsFitAnyNumberOfSymbols() {
    for (int symbols = 1; symbols <= 20; symbols++) {
      assertThat(MarketModel.of(Markets.symbols(symbols)).correlation().symbols())
          .isEqualTo(symbols);
    }
  }
}

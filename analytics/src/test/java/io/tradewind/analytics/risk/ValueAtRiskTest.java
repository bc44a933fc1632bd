package io.tradewind.analytics.risk;

import static io.tradewind.analytics.data.GoldenFile.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.data.GoldenFile;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equal to numpy and scipy on the synthetic returns of src/test/golden/risk.py. */
class ValueAtRiskTest {
  private static final double TOLERANCE = 1e-9;
  private static final double LAMBDA = ValueAtRisk.LAMBDA;
  private static final int PATHS = 400;
  private static final long SEED = 12345;
  private static final GoldenFile RETURNS = GoldenFile.read("risk-returns.csv");

  static Stream<List<String>> rows() {
    return GoldenFile.read("risk-tails.csv").rows().stream().map(List::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void equalsTheOracle(List<String> row) {
    double[] returns = RETURNS.column(row.get(1));
    double days = GoldenFile.number(row.get(3));
    RiskLevel level = new RiskLevel(GoldenFile.number(row.get(2)), (int) days);
    ValueAtRisk actual = by(row.get(0), returns, level);
    assertClose("loss", actual.loss(), GoldenFile.number(row.get(4)), TOLERANCE, 1e-3);
    double shortfall = GoldenFile.number(row.get(5));
    assertClose("shortfall", actual.expectedShortfall(), shortfall, TOLERANCE, 1e-3);
  }

  private static ValueAtRisk by(String method, double[] returns, RiskLevel level) {
    return switch (method) {
      case "historical" -> ValueAtRisk.historical(returns, level);
      case "parametric" -> ValueAtRisk.parametric(returns, level, LAMBDA);
      case "monteCarlo" -> ValueAtRisk.monteCarlo(returns, level, LAMBDA, PATHS, SEED);
      default -> throw new IllegalArgumentException("no method " + method);
    };
  }

  /**
   * A residual of a calm time, a crash, is dozens of deviations; drawn after the crash, of large
   * ones.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 10})
  void noPathLosesMoreThanEverything(int days) {
    double[] returns = new double[250];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = i % 2 == 0 ? 0.001 : -0.001;
    }
    returns[240] = -0.4;
    returns[249] = -0.3;
    ValueAtRisk risk =
        ValueAtRisk.monteCarlo(returns, new RiskLevel(0.99, days), LAMBDA, 10_000, SEED);
    assertThat(risk.loss()).isGreaterThan(0.1).isLessThanOrEqualTo(1);
    assertThat(risk.expectedShortfall()).isGreaterThanOrEqualTo(risk.loss()).isLessThanOrEqualTo(1);
  }

  @Test
  void worstDaysByHand() {
    double[] returns = {0.03, -0.04, 0.01, -0.10, 0.02};
    ValueAtRisk ofFive = ValueAtRisk.historical(returns, new RiskLevel(0.75, 1));
    assertThat(ofFive.loss()).isEqualTo(0.04);
    assertClose(
        "mean of -0.10 and a quarter of -0.04",
        ofFive.expectedShortfall(),
        (0.10 + 0.25 * 0.04) / 1.25,
        1e-15,
        0);
    assertThat(ValueAtRisk.historical(new double[] {0.5, -0.5}, new RiskLevel(0.9, 2)).loss())
        .isEqualTo(0.25);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theMeanOfTheTailIsNeverLessThanItsBegin(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 300; round++) {
      double[] returns =
          random.doubles(random.nextInt(1, 80)).map(u -> (u - 0.5) * u * u).toArray();
      RiskLevel level = new RiskLevel(random.nextDouble(0.51, 0.999), random.nextInt(1, 4));
      for (String method : List.of("historical", "parametric", "monteCarlo")) {
        ValueAtRisk risk = by(method, returns, level);
        assertThat(risk.expectedShortfall())
            .as("%s, seed %d, round %d", method, seed, round)
            .matches(
                es -> Double.isNaN(es) ? Double.isNaN(risk.loss()) : es >= risk.loss() - 1e-15);
      }
    }
  }

  @Test
  void tooShortIsUndefined() {
    ValueAtRisk nothing = new ValueAtRisk(Double.NaN, Double.NaN);
    assertThat(ValueAtRisk.historical(new double[6], new RiskLevel(0.95, 7))).isEqualTo(nothing);
    assertThat(ValueAtRisk.parametric(new double[0], RiskLevel.DEFAULT, LAMBDA)).isEqualTo(nothing);
    double[] settled = RETURNS.column("short");
    assertThat(by("monteCarlo", Arrays.copyOf(settled, 20), RiskLevel.DEFAULT)).isEqualTo(nothing);
    assertThat(by("monteCarlo", Arrays.copyOf(settled, 21), RiskLevel.DEFAULT).loss()).isFinite();
  }

  @Test
  void whereNothingMovesNothingIsLost() {
    assertThat(ValueAtRisk.historical(new double[30], RiskLevel.DEFAULT).loss()).isZero();
    assertThat(ValueAtRisk.parametric(new double[30], RiskLevel.DEFAULT, LAMBDA).loss()).isZero();
    assertThat(by("monteCarlo", new double[30], RiskLevel.DEFAULT).loss()).isNaN();
  }

  @Test
  void theSeedDecides() {
    double[] returns = RETURNS.column("fat");
    RiskLevel week = new RiskLevel(0.95, 7);
    ValueAtRisk once = ValueAtRisk.monteCarlo(returns, week, LAMBDA, 1000, 1);
    assertThat(ValueAtRisk.monteCarlo(returns, week, LAMBDA, 1000, 1)).isEqualTo(once);
    assertThat(ValueAtRisk.monteCarlo(returns, week, LAMBDA, 1000, 2)).isNotEqualTo(once);
  }

  @Test
  void manyPathsOfOneDayAreTheResidualsThemselves() {
    double[] returns = RETURNS.column("normal");
    ValueAtRisk drawn = ValueAtRisk.monteCarlo(returns, RiskLevel.DEFAULT, LAMBDA, 200_000, 7);
    ValueAtRisk told = ValueAtRisk.parametric(returns, RiskLevel.DEFAULT, LAMBDA);
    assertThat(drawn.loss() / told.loss()).isBetween(0.9, 1.1);
    assertThat(drawn.expectedShortfall() / told.expectedShortfall()).isBetween(0.9, 1.15);
  }

  @Test
  void refusesWhatIsNoReturnAndNoLevel() {
    double[] bad = {0.1, Double.NaN};
    for (String method : List.of("historical", "parametric", "monteCarlo")) {
      assertThatThrownBy(() -> by(method, bad, RiskLevel.DEFAULT))
          .hasMessage("dailyReturns must be finite, one was NaN");
    }
    assertThatThrownBy(() -> new RiskLevel(0.5, 1))
        .hasMessage("confidence must be > 0.5 and < 1, was 0.5");
    assertThatThrownBy(() -> new RiskLevel(0.95, 0)).hasMessage("days must be >= 1, was 0");
    assertThatThrownBy(() -> ValueAtRisk.parametric(new double[1], RiskLevel.DEFAULT, 1))
        .hasMessage("lambda must be > 0 and < 1, was 1.0");
  }
}

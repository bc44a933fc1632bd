package io.tradewind.analytics.risk;

import static io.tradewind.analytics.data.GoldenFile.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.data.GoldenFile;
import io.tradewind.analytics.data.RealData;
import io.tradewind.analytics.statistics.Returns;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Equal to scipy on synthetic returns, and told of real ones. */
class ExceedancesTest {
  private static final double TOLERANCE = 1e-9;

  static Stream<List<String>> rows() {
    return GoldenFile.read("risk-exceedances.csv").rows().stream().map(List::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void equalsTheOracle(List<String> row) {
    double[] returns = GoldenFile.read("risk-returns.csv").column(row.get(1));
    double[] told = row.stream().skip(2).mapToDouble(GoldenFile::number).toArray();
    double confidence = told[1];
    Exceedances actual =
        Exceedances.rolling(returns, (int) told[0], confidence, model(row.get(0), confidence));
    assertThat(actual.days()).isEqualTo((int) told[2]);
    assertThat(actual.exceedances()).isEqualTo((int) told[3]);
    assertClose("expected", actual.expected(), told[4], TOLERANCE, 0);
    assertClose("proportion", actual.proportionRatio(), told[5], TOLERANCE, 1e-3);
    assertClose("its p", actual.proportionPValue(), told[6], TOLERANCE, 1e-3);
    assertClose("independence", actual.independenceRatio(), told[7], TOLERANCE, 1e-3);
    assertClose("its p", actual.independencePValue(), told[8], TOLERANCE, 1e-3);
  }

  private static ToDoubleFunction<double[]> model(String method, double confidence) {
    RiskLevel level = new RiskLevel(confidence, 1);
    return switch (method) {
      case "historical" -> past -> ValueAtRisk.historical(past, level).loss();
      case "parametric" -> past -> ValueAtRisk.parametric(past, level, ValueAtRisk.LAMBDA).loss();
      case "monteCarlo" ->
          past -> ValueAtRisk.monteCarlo(past, level, ValueAtRisk.LAMBDA, 2000, 1).loss();
      default -> throw new IllegalArgumentException("no method " + method);
    };
  }

  /** From Kupiec (1995), table 4: the 95 % region of 5 % in 255 days is 7 to 20 failures. */
  @ParameterizedTest
  @CsvSource({"6, false", "7, true", "13, true", "20, true", "21, false"})
  void kupiecsRegionOfAYear(int count, boolean accepted) {
    boolean[] exceeded = new boolean[255];
    for (int i = 0; i < count; i++) {
      exceeded[i * 12] = true;
    }
    assertThat(Exceedances.of(exceeded, 0.95).proportionPValue() >= 0.05).isEqualTo(accepted);
  }

  @Test
  void aClusterIsNotIndependent() {
    boolean[] clustered = new boolean[200];
    boolean[] spread = new boolean[200];
    for (int i = 0; i < 10; i++) {
      clustered[100 + i] = true;
      spread[i * 20] = true;
    }
    Exceedances together = Exceedances.of(clustered, 0.95);
    assertThat(together.proportionRatio()).isCloseTo(0, within(1e-12));
    assertThat(together.independencePValue()).isLessThan(1e-9);
    assertThat(Exceedances.of(spread, 0.95).independencePValue()).isGreaterThan(0.05);
  }

  @Test
  void theDayItselfIsNotSeen() {
    double[] seen = {0};
    double[] returns = {0.01, 0.02, 0.03, -0.5};
    Exceedances.rolling(
        returns,
        2,
        0.95,
        past -> {
          seen[0] = Math.min(seen[0], past[0] + past[1]);
          return 1;
        });
    assertThat(seen[0]).isZero();
  }

  @Test
  void withoutDaysNothingIsTold() {
    Exceedances none = Exceedances.of(new boolean[0], 0.95);
    assertThat(none.days()).isZero();
    assertThat(
            new double[] {
              none.proportionRatio(),
              none.proportionPValue(),
              none.independenceRatio(),
              none.independencePValue()
            })
        .containsOnly(Double.NaN);
    assertThat(Exceedances.of(new boolean[] {true}, 0.95).independenceRatio()).isNaN();
    assertThatThrownBy(() -> Exceedances.rolling(new double[2], 1, 0.95, past -> Double.NaN))
        .hasMessage("the model must tell a loss, was NaN");
  }

  @ParameterizedTest
  @CsvSource({"historical", "parametric", "monteCarlo"})
  void tellsOfRealDays(String method) throws IOException {
    double[] closes = RealData.dailyCloses(RealData.orSkip("long/Coinbase_BTC-USD-4h.csv.gz"));
    Exceedances told =
        Exceedances.rolling(Returns.ofEquity(closes), 250, 0.95, model(method, 0.95));
    System.out.printf(
        Locale.ROOT,
        "BTC-USD daily, %-10s 95 %%: %d of %d days, %.1f expected, Kupiec p %.3f, independence p %.3f%n",
        method,
        told.exceedances(),
        told.days(),
        told.expected(),
        told.proportionPValue(),
        told.independencePValue());
    assertThat(told.days()).isGreaterThan(3000);
    assertThat(told.proportionPValue()).isGreaterThan(0.05);
  }
}

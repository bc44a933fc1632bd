package io.tradewind.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equal to quantstats on the synthetic returns of src/test/golden/statistics.py. */
class PerformanceStatisticsTest {
  private static final List<String[]> RETURNS = read("statistics-returns.csv");
  private static final List<String[]> NUMBERS = read("statistics.csv");
  private static final int ROLLING_WINDOW = 30;

  static Stream<String> cases() {
    return Arrays.stream(RETURNS.getFirst());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsQuantstats(String name) throws ReflectiveOperationException {
    Map<String, Double> actual = values(PerformanceStatistics.of(returns(name)));
    Map<String, Double> expected = new LinkedHashMap<>();
    for (String[] row : NUMBERS.subList(1, NUMBERS.size())) {
      if (row[0].equals(name)) {
        expected.put(row[1], Double.parseDouble(row[2]));
      }
    }
    assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
    expected.forEach((key, value) -> assertClose(key, actual.getOrDefault(key, 0.0), value));
  }

  @Test
  void rollingFiguresEqualQuantstats() {
    List<ToDoubleFunction<double[]>> figures =
        List.of(Returns::sharpe, Returns::sortino, Returns::volatility);
    List<String[]> expected = read("statistics-rolling.csv");
    assertThat(expected.getFirst()).containsExactly("sharpe", "sortino", "volatility");
    for (int column = 0; column < figures.size(); column++) {
      double[] actual = Returns.rolling(returns("ordinary"), ROLLING_WINDOW, figures.get(column));
      assertThat(actual).hasSize(expected.size() - 1);
      for (int i = 0; i < actual.length; i++) {
        String text = expected.get(i + 1)[column];
        double value = text.equals("nan") ? Double.NaN : Double.parseDouble(text);
        assertClose(expected.getFirst()[column] + " of day " + i, actual[i], value);
      }
    }
  }

  private static Map<String, Double> values(PerformanceStatistics statistics)
      throws ReflectiveOperationException {
    Map<String, Double> values = new LinkedHashMap<>();
    for (RecordComponent component : PerformanceStatistics.class.getRecordComponents()) {
      Number value = (Number) component.getAccessor().invoke(statistics);
      values.put(component.getName(), Objects.requireNonNull(value).doubleValue());
    }
    return values;
  }

  private static void assertClose(String name, double actual, double expected) {
    boolean bothUndefined = Double.isNaN(actual) && Double.isNaN(expected);
    double tolerance = 1e-9 * Math.max(Math.abs(actual), Math.abs(expected));
    assertThat(bothUndefined || Math.abs(actual - expected) <= tolerance)
        .as("%s: was %s, expected %s", name, actual, expected)
        .isTrue();
  }

  private static double[] returns(String name) {
    int column = Arrays.asList(RETURNS.getFirst()).indexOf(name);
    return RETURNS.stream()
        .skip(1)
        .map(row -> row[column])
        .filter(text -> !text.isEmpty())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static List<String[]> read(String name) {
    String resource = "/golden/" + name;
    try (InputStream in =
            Objects.requireNonNull(PerformanceStatisticsTest.class.getResourceAsStream(resource));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> line.split(";", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nothingIsUndefined() {
    PerformanceStatistics none = PerformanceStatistics.of(new double[0]);
    double nan = Double.NaN;
    assertThat(none)
        .isEqualTo(
            new PerformanceStatistics(
                0, 0, nan, nan, nan, nan, nan, nan, 0, 0, nan, nan, nan, nan, nan, nan, nan, nan));
  }

  @Test
  void oneDayHasNoSpread() {
    PerformanceStatistics one = PerformanceStatistics.of(new double[] {0.01});
    assertThat(
            new double[] {
              one.volatility(), one.sharpe(), one.ulcerIndex(), one.skew(), one.kurtosis()
            })
        .containsOnly(Double.NaN);
    assertThat(one.bestDay()).isEqualTo(0.01);
    assertThat(one.maxDrawdown()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.015, 0.135, 1.0 / 3})
  void equalDaysHaveNoVariance(double value) {
    double[] returns = new double[30];
    Arrays.fill(returns, value);
    PerformanceStatistics same = PerformanceStatistics.of(returns);
    assertThat(same.volatility()).isZero();
    assertThat(
            new double[] {
              same.sharpe(), same.sortino(), same.calmar(), same.skew(), same.kurtosis()
            })
        .containsOnly(Double.NaN);
    assertThat(same.dayProfitFactor()).isNaN();
    assertThat(same.dayWinRate()).isEqualTo(1);
    assertThat(Returns.rolling(returns, 10, Returns::sharpe)).containsOnly(Double.NaN);
  }

  @Test
  void idleDaysWinAndLoseNothing() {
    PerformanceStatistics idle = PerformanceStatistics.of(new double[10]);
    assertThat(new double[] {idle.dayWinRate(), idle.dayProfitFactor(), idle.tailRatio()})
        .containsOnly(Double.NaN);
    assertThat(idle.cagr()).isZero();
    assertThat(idle.ulcerIndex()).isZero();
  }

  @Test
  void ruinIsMinusOneAndMoreThanRuinIsUndefined() {
    assertThat(Returns.cagr(new double[] {0.1, -1})).isEqualTo(-1);
    assertThat(Returns.cagr(new double[] {0.1, -1.5})).isNaN();
  }

  @Test
  void notANumberIsRefused() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> PerformanceStatistics.of(new double[] {0.1, bad}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("dailyReturns must be finite, one was " + bad);
    }
  }
}

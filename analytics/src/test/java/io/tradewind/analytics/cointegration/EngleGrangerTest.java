package io.tradewind.analytics.cointegration;

import static io.tradewind.analytics.data.GoldenFile.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.cointegration.MacKinnon.Level;
import io.tradewind.analytics.data.GoldenFile;
import io.tradewind.analytics.data.RealData;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equal to statsmodels and numpy on the pairs of src/test/golden/cointegration.py, and laws. */
class EngleGrangerTest {
  private static final double TOLERANCE = 1e-9;
  private static final GoldenFile PAIRS = GoldenFile.read("cointegration-pairs.csv");

  static Stream<List<String>> made() {
    return GoldenFile.read("cointegration-tests.csv").rows().stream().map(List::of);
  }

  static Stream<List<String>> real() {
    return GoldenFile.read("cointegration-real.csv").rows().stream().map(List::of);
  }

  @ParameterizedTest
  @MethodSource("made")
  void equalsTheOracle(List<String> row) {
    double[] y = PAIRS.column(row.get(0) + "-y");
    double[] x = PAIRS.column(row.get(0) + "-x");
    EngleGranger actual = EngleGranger.of(y, x, Integer.parseInt(row.get(1)));
    assertEqual(actual, row.subList(1, row.size()));
  }

  @ParameterizedTest
  @MethodSource("real")
  void equalsTheOracleOnRealDays(List<String> row) throws IOException {
    EngleGranger actual = EngleGranger.of(logarithms(row.get(0)), logarithms(row.get(1)));
    assertEqual(actual, row.subList(2, row.size()));
  }

  /** The first 245 days, as the script takes them. */
  private static double[] logarithms(String base) throws IOException {
    double[] closes = RealData.dailyCloses(RealData.orSkip("spot/" + base + "_USDT-1h.csv.gz"));
    return Arrays.stream(closes).limit(245).map(StrictMath::log).toArray();
  }

  private static void assertEqual(EngleGranger actual, List<String> expected) {
    double[] numbers = expected.stream().mapToDouble(EngleGrangerTest::number).toArray();
    assertThat(actual.lags()).isEqualTo((int) numbers[0]);
    assertClose("ratio", actual.ratio(), numbers[1], TOLERANCE, 1e-3);
    assertClose("intercept", actual.intercept(), numbers[2], TOLERANCE, 1e-3);
    assertClose("deviation", actual.deviation(), numbers[3], TOLERANCE, 0);
    assertClose("z-score", actual.zScore(), numbers[4], TOLERANCE, 1);
    if (Double.isInfinite(numbers[5])) {
      assertThat(actual.halfLife()).isEqualTo(numbers[5]);
    } else {
      assertClose("half-life", actual.halfLife(), numbers[5], 1e-8, 1);
    }
    assertClose("statistic", actual.statistic(), numbers[6], TOLERANCE, 1);
    assertClose("probability", actual.probability(), numbers[7], 1e-8, 1e-20);
    for (Level level : Level.values()) {
      double critical = level.critical(actual.changes());
      assertClose("critical", critical, numbers[8 + level.ordinal()], 1e-14, 1);
    }
  }

  private static double number(String text) {
    return text.equals("inf") ? Double.POSITIVE_INFINITY : GoldenFile.number(text);
  }

  @Test
  void theLawOfTheStatisticIsMacKinnons() {
    for (String[] row : GoldenFile.read("cointegration-tail.csv").rows()) {
      double statistic = GoldenFile.number(row[0]);
      double expected = GoldenFile.number(row[1]);
      double actual = MacKinnon.probability(statistic);
      assertClose("at " + statistic, actual, expected, 1e-10, 1e-30);
    }
    assertThat(MacKinnon.probability(Double.NaN)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "25, 2", "99, 3", "100, 4", "244, 4", "245, 5", "1000, 7"})
  void lagsByLength(int values, int lags) {
    assertThat(DickeyFuller.lags(values)).isEqualTo(lags);
  }

  /** Changes 0, -1, -1.5 over levels 2, 2, 1. */
  @Test
  void statisticByHand() {
    double[] series = {2, 2, 1, -0.5};
    double slope = -3.5 / 9;
    double residual = Math.sqrt((3.25 - 3.5 * 3.5 / 9) / 2);
    assertClose("statistic", DickeyFuller.statistic(series, 0), slope / (residual / 3), 1e-14, 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void changesOfUnitChangeNothing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = walk(random, 200);
    double[] y = walk(random, 200);
    EngleGranger one = EngleGranger.of(y, x);
    EngleGranger other =
        EngleGranger.of(
            Arrays.stream(y).map(v -> 8 * v - 3).toArray(),
            Arrays.stream(x).map(v -> 0.25 * v + 11).toArray());
    assertClose("seed " + seed, other.statistic(), one.statistic(), 1e-9, 1);
    assertClose("seed " + seed, other.zScore(), one.zScore(), 1e-9, 1);
    assertClose("seed " + seed, 1 / other.halfLife(), 1 / one.halfLife(), 1e-9, 1);
    assertClose("seed " + seed, other.ratio(), 32 * one.ratio(), 1e-9, 1);
  }

  /** Of walks that are strangers, one in twenty is said to belong together at 5 %. */
  @Test
  void theLevelIsWhatItSays() {
    SplittableRandom random = new SplittableRandom(5);
    int rounds = 2_000;
    int byProbability = 0;
    int byCritical = 0;
    for (int round = 0; round < rounds; round++) {
      EngleGranger test = EngleGranger.of(walk(random, 250), walk(random, 250), 1);
      byProbability += test.isCointegrated(0.05) ? 1 : 0;
      byCritical += test.statistic() < Level.FIVE_PERCENT.critical(test.changes()) ? 1 : 0;
    }
    // Two deviations of a binomial of 2000 at 5 % are 19.5, and a little for the small sample.
    assertThat(byProbability).isBetween(75, 130);
    assertThat(byCritical).isBetween(75, 125);
  }

  @Test
  void whatDoesNotMoveSaysNothing() {
    double[] walk = walk(new SplittableRandom(3), 50);
    double[] still = new double[50];
    Arrays.fill(still, 7);
    EngleGranger none = EngleGranger.of(walk, still);
    assertThat(none.ratio()).isNaN();
    assertThat(none.isCointegrated(1)).isFalse();
    EngleGranger same = EngleGranger.of(walk, walk);
    assertThat(same.ratio()).isEqualTo(1);
    assertThat(same.deviation()).isZero();
    assertThat(same.statistic()).isNaN();
    assertThat(same.isCointegrated(1)).isFalse();
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> EngleGranger.of(new double[20], new double[21]))
        .hasMessage("series must be of one length, were 20 and 21");
    assertThatThrownBy(() -> DickeyFuller.statistic(new double[6], 2))
        .hasMessage("values must be > 6 with 2 lags, were 6");
    double[] hole = {1, 2, Double.NaN, 4, 5, 6, 7, 8};
    assertThatThrownBy(() -> EngleGranger.of(hole, new double[8], 0))
        .hasMessage("y must be finite, one was NaN");
  }

  static double[] walk(SplittableRandom random, int length) {
    double[] walk = new double[length];
    double at = 10;
    for (int i = 0; i < length; i++) {
      at += random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
      walk[i] = at;
    }
    return walk;
  }
}

package io.tradewind.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.indicator.momentum.EfficiencyRatio;
import io.tradewind.analytics.indicator.momentum.WilliamsAccumulation;
import io.tradewind.analytics.indicator.statistics.BarsSinceMax;
import io.tradewind.analytics.indicator.statistics.LinearRegression;
import io.tradewind.analytics.indicator.statistics.LinearRegression.Figure;
import io.tradewind.analytics.indicator.statistics.Percentile;
import io.tradewind.analytics.indicator.statistics.Quantile;
import io.tradewind.analytics.indicator.statistics.RollingMax;
import io.tradewind.analytics.indicator.statistics.RollingMin;
import io.tradewind.analytics.indicator.statistics.StandardDeviation;
import io.tradewind.analytics.indicator.statistics.Sum;
import io.tradewind.analytics.indicator.statistics.Variance;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.indicator.trend.Trima;
import io.tradewind.analytics.indicator.trend.VerticalHorizontalFilter;
import io.tradewind.analytics.indicator.trend.Wma;
import io.tradewind.analytics.indicator.volume.AccumulationDistribution;
import io.tradewind.analytics.indicator.volume.Obv;
import io.tradewind.analytics.indicator.volume.PriceVolumeTrend;
import io.tradewind.analytics.indicator.volume.RelativeVolume;
import io.tradewind.analytics.indicator.volume.RollingVwap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Series on which running sums of doubles lose their digits, against exact decimal arithmetic over
 * each window. The tolerance is relative to the result itself, which is stricter than specified.
 */
class HardSeriesTest {
  private static final MathContext EXACT = new MathContext(120);
  private static final double TOLERANCE = 1e-9;
  private static final int LENGTH = 20;
  private static final BigDecimal N = BigDecimal.valueOf(LENGTH);

  static final class Hard {
    private final String name;
    private final double[] values;

    Hard(String name, double[] values) {
      this.name = name;
      this.values = values;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Hard> hardSeries() {
    return Stream.of(
        hard("tiny prices", u -> 1e-8 * (1 + 1e-4 * u)),
        hard("a large offset", u -> 1e9 + u),
        hard("a very narrow band", u -> 1 + 1e-10 * u),
        steps("huge steps", 1e8, 1e-8),
        steps("absurd steps", 1e60, 1e-60));
  }

  private static Hard hard(String name, DoubleUnaryOperator of) {
    SplittableRandom random = new SplittableRandom(11);
    return new Hard(name, random.doubles(400).map(of).toArray());
  }

  private static Hard steps(String name, double high, double low) {
    double[] values = new SplittableRandom(12).doubles(400).map(u -> low * (1 + u)).toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] *= i % 70 < 5 ? high / low : 1;
    }
    return new Hard(name, values);
  }

  @ParameterizedTest
  @MethodSource("hardSeries")
  void smaIsExact(Hard hard) {
    assertExact(hard, new Sma(LENGTH), HardSeriesTest::mean);
  }

  @ParameterizedTest
  @MethodSource("hardSeries")
  void wmaIsExact(Hard hard) {
    assertExact(hard, new Wma(LENGTH), HardSeriesTest::weightedMean);
  }

  @ParameterizedTest
  @MethodSource("hardSeries")
  void standardDeviationIsExact(Hard hard) {
    assertExact(hard, new StandardDeviation(LENGTH), HardSeriesTest::deviation);
  }

  @ParameterizedTest
  @MethodSource("hardSeries")
  void sumIsExact(Hard hard) {
    assertExact(hard, new Sum(LENGTH), HardSeriesTest::sum);
  }

  @ParameterizedTest
  @MethodSource("hardSeries")
  void varianceIsExact(Hard hard) {
    assertExact(hard, new Variance(LENGTH), HardSeriesTest::variance);
  }

  @ParameterizedTest
  @MethodSource("hardSeries")
  void theSlopeIsExact(Hard hard) {
    assertExact(hard, new LinearRegression(Figure.SLOPE, LENGTH), HardSeriesTest::slope);
  }

  @ParameterizedTest
  @MethodSource("hardSeries")
  void theEndOfTheLineIsExact(Hard hard) {
    assertExact(
        hard,
        new LinearRegression(Figure.END, LENGTH),
        w -> mean(w).add(slope(w).multiply(BigDecimal.valueOf((LENGTH - 1) / 2.0))));
  }

  @ParameterizedTest
  @MethodSource("hardSeries")
  void trimaIsExact(Hard hard) {
    assertExact(hard, new Trima(LENGTH), HardSeriesTest::triangle);
  }

  @ParameterizedTest
  @MethodSource("hardSeries")
  void rollingVwapIsExact(Hard hard) {
    RollingVwap vwap = new RollingVwap(LENGTH);
    double[] v = hard.values;
    for (int i = 0; i < v.length; i++) {
      double actual = vwap.update(v[i], v[i], v[i], v[i], v[i]);
      if (i >= LENGTH - 1) {
        BigDecimal[] w = window(v, i);
        BigDecimal squares =
            Arrays.stream(w).map(x -> x.multiply(x)).reduce(BigDecimal::add).orElseThrow();
        assertClose(i, actual, squares.divide(sum(w), EXACT));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("hardSeries")
  void efficiencyRatioIsExact(Hard hard) {
    assertExactOfChanges(hard, new EfficiencyRatio(LENGTH), HardSeriesTest::wholeChange);
  }

  @ParameterizedTest
  @MethodSource("hardSeries")
  void verticalHorizontalFilterIsExact(Hard hard) {
    assertExactOfChanges(hard, new VerticalHorizontalFilter(LENGTH), HardSeriesTest::range);
  }

  /** What is given of the last values, over the path of their changes. */
  private static void assertExactOfChanges(
      Hard hard, SeriesIndicator indicator, Function<BigDecimal[], BigDecimal> numerator) {
    double[] actual = indicator.batch(hard.values)[0];
    for (int i = LENGTH; i < actual.length; i++) {
      BigDecimal[] w =
          Arrays.stream(hard.values, i - LENGTH, i + 1)
              .mapToObj(BigDecimal::new)
              .toArray(BigDecimal[]::new);
      BigDecimal path = BigDecimal.ZERO;
      for (int j = 1; j < w.length; j++) {
        path = path.add(w[j].subtract(w[j - 1]).abs());
      }
      assertClose(i, actual[i], numerator.apply(w).divide(path, EXACT));
    }
  }

  private static BigDecimal wholeChange(BigDecimal[] w) {
    return w[w.length - 1].subtract(w[0]).abs();
  }

  /** Of the values after the first. */
  private static BigDecimal range(BigDecimal[] w) {
    BigDecimal[] last = Arrays.copyOfRange(w, 1, w.length);
    Arrays.sort(last);
    return last[last.length - 1].subtract(last[0]);
  }

  @ParameterizedTest
  @MethodSource("hardSeries")
  void relativeVolumeIsExact(Hard hard) {
    RelativeVolume relative = new RelativeVolume(LENGTH);
    double[] v = hard.values;
    for (int i = 0; i < v.length; i++) {
      double actual = relative.update(1, 1, 1, 1, v[i]);
      if (i >= LENGTH) {
        assertClose(i, actual, new BigDecimal(v[i]).divide(mean(window(v, i - 1)), EXACT));
      }
    }
  }

  private static void assertExact(
      Hard hard, SeriesIndicator indicator, Function<BigDecimal[], BigDecimal> reference) {
    double[] actual = indicator.batch(hard.values)[0];
    for (int i = LENGTH - 1; i < actual.length; i++) {
      assertClose(i, actual[i], reference.apply(window(hard.values, i)));
    }
  }

  private static void assertClose(int index, double actual, BigDecimal exact) {
    double expected = exact.doubleValue();
    assertThat(Math.abs(actual - expected))
        .as("value %d: was %s, expected %s", index, actual, expected)
        .isLessThanOrEqualTo(TOLERANCE * Math.abs(expected));
  }

  private static BigDecimal[] window(double[] values, int last) {
    return Arrays.stream(values, last - LENGTH + 1, last + 1)
        .mapToObj(BigDecimal::new)
        .toArray(BigDecimal[]::new);
  }

  private static BigDecimal sum(BigDecimal[] w) {
    return Arrays.stream(w).reduce(BigDecimal::add).orElseThrow();
  }

  private static BigDecimal mean(BigDecimal[] w) {
    return sum(w).divide(N, EXACT);
  }

  private static BigDecimal weightedMean(BigDecimal[] w) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < w.length; i++) {
      sum = sum.add(w[i].multiply(BigDecimal.valueOf(i + 1)));
    }
    return sum.divide(BigDecimal.valueOf(LENGTH * (LENGTH + 1) / 2), EXACT);
  }

  private static BigDecimal variance(BigDecimal[] w) {
    BigDecimal mean = mean(w);
    return Arrays.stream(w)
        .map(x -> x.subtract(mean).pow(2))
        .reduce(BigDecimal::add)
        .orElseThrow()
        .divide(N, EXACT);
  }

  private static BigDecimal deviation(BigDecimal[] w) {
    return variance(w).sqrt(new MathContext(40));
  }

  private static BigDecimal slope(BigDecimal[] w) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < w.length; i++) {
      sum = sum.add(w[i].multiply(BigDecimal.valueOf(i - (LENGTH - 1) / 2.0)));
    }
    return sum.divide(BigDecimal.valueOf(LENGTH * (LENGTH * LENGTH - 1) / 12), EXACT);
  }

  private static BigDecimal triangle(BigDecimal[] w) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < w.length; i++) {
      sum = sum.add(w[i].multiply(BigDecimal.valueOf(Math.min(i + 1, LENGTH - i))));
    }
    return sum.divide(BigDecimal.valueOf(LENGTH / 2 * (LENGTH / 2 + 1)), EXACT);
  }

  @Test
  void tenMillionValuesLeaveNoDrift() {
    Sma sma = new Sma(LENGTH);
    Wma wma = new Wma(LENGTH);
    StandardDeviation deviation = new StandardDeviation(LENGTH);
    double[] last = new double[LENGTH];
    SplittableRandom random = new SplittableRandom(13);
    for (int i = 0; i < 10_000_000; i++) {
      double value = (i < 9_999_900 ? 1e12 : 1.0) * (1 + random.nextDouble());
      sma.update(value);
      wma.update(value);
      deviation.update(value);
      last[i % LENGTH] = value;
    }
    BigDecimal[] w = window(last, LENGTH - 1);
    assertClose(LENGTH, sma.value(), mean(w));
    assertClose(LENGTH, wma.value(), weightedMean(w));
    assertClose(LENGTH, deviation.value(), deviation(w));
  }

  @Test
  void obvKeepsSmallVolumesBesideALargeTotal() {
    Obv obv = new Obv();
    obv.update(1, 1, 1, 1, 1e16);
    for (int i = 0; i < 10_000_000; i++) {
      obv.update(1, 1, 1, 2 + i, 0.5);
    }
    assertThat(obv.value()).isEqualTo(1e16 + 5e6);
  }

  @Test
  void runningTotalsKeepSmallNumbersBesideALargeOne() {
    AccumulationDistribution flow = new AccumulationDistribution();
    PriceVolumeTrend trend = new PriceVolumeTrend();
    WilliamsAccumulation moves = new WilliamsAccumulation();
    flow.update(1, 2, 1, 2, 1e16);
    trend.update(1, 1, 1, 1, 1);
    trend.update(2, 2, 2, 2, 1e16);
    moves.update(1, 1, 1, 1, 1);
    moves.update(2, 2, 2 - 1e16, 2, 1);
    for (int i = 0; i < 1_000_000; i++) {
      double close = i % 2 == 0 ? 4 : 2;
      flow.update(1, 2, 1, 2, 0.5);
      trend.update(close, close, close, close, 0.5);
      moves.update(close, close, 1.5, close, 1);
    }
    assertThat(flow.value()).isEqualTo(1e16 + 500_000);
    assertThat(trend.value()).isEqualTo(1e16 + 125_000);
    assertThat(moves.value()).isEqualTo(1e16 + 250_000);
  }

  @Test
  void aFlatWindowHasNoDeviation() {
    for (double price : new double[] {0.1, 1.0 / 3, 64123.45, 8.6e-7}) {
      double[] flat = new double[3 * LENGTH];
      Arrays.fill(flat, price);
      double[] deviations = new StandardDeviation(LENGTH).batch(flat)[0];
      double[] means = new Sma(LENGTH).batch(flat)[0];
      for (int i = LENGTH - 1; i < flat.length; i++) {
        assertThat(deviations[i]).isZero();
        assertThat(means[i]).isEqualTo(price);
      }
    }
  }

  @Test
  void aNaNLeavesWithItsWindow() {
    double[] values = new double[60];
    Arrays.fill(values, 3);
    values[25] = Double.NaN;
    for (SeriesIndicator windowed :
        new SeriesIndicator[] {
          new Sma(10),
          new Wma(10),
          new StandardDeviation(10),
          new Percentile(10, 50),
          new Quantile(10, 0.5),
          new BarsSinceMax(10),
          new RollingMax(10),
          new RollingMin(10)
        }) {
      double[] out = windowed.batch(values)[0];
      for (int i = 9; i < out.length; i++) {
        assertThat(Double.isNaN(out[i])).as("%s at %d", windowed, i).isEqualTo(i >= 25 && i < 35);
      }
    }
  }

  @Test
  void vwapWithoutVolumeIsUndefined() {
    RollingVwap vwap = new RollingVwap(3);
    double[] volumes = {1e16, 0.1, 0, 0, 0, 2};
    double[] expected = {Double.NaN, Double.NaN, 7, 7, Double.NaN, 7};
    for (int i = 0; i < volumes.length; i++) {
      assertThat(Double.valueOf(vwap.update(7, 7, 7, 7, volumes[i])))
          .as("bar %d", i)
          .isEqualTo(Double.valueOf(expected[i]));
    }
  }
}

package io.tradewind.analytics.indicator;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.catalog.Indicators;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What sums, weighs or multiplies for ever is held against exact arithmetic after ten million
 * updates. Most go from a loud bar to one that takes it back, so that what a plain sum of doubles
 * would lose beside it shows in the end. Terms are whole multiples of {@link #UNIT}, and their sum
 * is exact in a long.
 */
class LastingDriftTest {
  private static final int MANY = 10_000_000;
  private static final double LOUD = 0x1p36;
  private static final double UNIT = 0x1p-20;

  private static final String SWINGS = "it keeps the last swings, and sums nothing";
  private static final String PATH = "it keeps a stop or a side, made anew at each turn";
  private static final String BUCKETS =
      "it keeps what is in one bucket and a window of full ones: FlowStreamsTest";

  /** Those whose meaning is no running sum, weight or product. */
  private static final Map<String, String> NO_SUM =
      new TreeMap<>(
          Map.ofEntries(
              entry("chart-patterns", SWINGS),
              entry("fibonacci", SWINGS),
              entry("harmonic-patterns", SWINGS),
              entry("swing-points", SWINGS),
              entry("support-resistance", "its levels fade and are replaced: LevelBookTest"),
              entry("parabolic-sar", PATH),
              entry("parabolic-sar-extended", PATH),
              entry("supertrend", PATH),
              entry("alpha-trend", PATH),
              entry("volatility-stop", PATH),
              entry("decay", "it sinks to 0, or to the next value"),
              entry("extremes", "it keeps the greatest and the smallest value as they were"),
              entry("gann-hilo", PATH),
              entry("qqe", PATH),
              entry("regime", "it keeps which regime is held, over measures of windows"),
              entry("drawdown", "it keeps the greatest value as it was"),
              entry("vpin", BUCKETS),
              entry("bulk-vpin", BUCKETS)));

  /** Feeds an indicator and compares its end. */
  interface Trial {
    void run(Indicator indicator);
  }

  /** What a bar adds. */
  private interface Term {
    double of(Bar before, Bar bar);
  }

  private record Bar(double open, double high, double low, double close, double volume) {}

  private static final Map<String, Trial> EXACT =
      new TreeMap<>(
          Map.ofEntries(
              entry("obv", i -> sums(i, 0, LOUD, LastingDriftTest::signedVolume)),
              entry("archer-obv", i -> sums(i, 4, LOUD, LastingDriftTest::signedVolume)),
              entry("ad", i -> sums(i, 0, LOUD, LastingDriftTest::moneyFlow)),
              entry("pvt", i -> sums(i, 0, 2 * LOUD, LastingDriftTest::shareOfVolume)),
              entry("williams-ad", LastingDriftTest::sumsOfMoves),
              entry("swing-index", LastingDriftTest::sumsItsSwings),
              entry("cumulative-sum", LastingDriftTest::sumsValues),
              entry("cumulative-delta", LastingDriftTest::sumsTrades),
              entry("running-vwap", LastingDriftTest::weighsPrices),
              entry("anchored-vwap", LastingDriftTest::weighsPricesWithBands),
              entry("nvi", i -> multiplies(i, -1)),
              entry("pvi", i -> multiplies(i, 1))));

  static Stream<Arguments> exact() {
    return EXACT.entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
  }

  @ParameterizedTest
  @MethodSource("exact")
  void equalsExactArithmeticAfterTenMillionUpdates(String name, Trial trial) {
    trial.run(Indicators.find(name).orElseThrow().make());
  }

  @Test
  void everyOneThatLastsIsTriedOrSaysWhyNot() {
    TreeSet<String> told = new TreeSet<>(EXACT.keySet());
    told.addAll(NO_SUM.keySet());
    assertThat(told).hasSize(EXACT.size() + NO_SUM.size());
    assertThat(told)
        .containsExactlyElementsOf(
            new TreeSet<>(
                Indicators.all().stream()
                    .filter(definition -> definition.memory() == Memory.LASTING)
                    .map(Definition::name)
                    .toList()));
  }

  /** Closes are powers of two, ranges 4, volumes of 26 bits. */
  private static Bar random(SplittableRandom random, double openedAt) {
    double close = 64 << random.nextInt(3);
    double low = close - random.nextInt(5);
    double volume = (1 + random.nextInt(1 << 26)) * 0x1p-18;
    return new Bar(openedAt, low + 4, low, close, volume);
  }

  private static double feed(Indicator indicator, Bar bar) {
    return ((BarIndicator) indicator).update(bar.open, bar.high, bar.low, bar.close, bar.volume);
  }

  private static void sums(Indicator indicator, int output, double lastVolume, Term term) {
    SplittableRandom random = new SplittableRandom(1);
    Bar before = new Bar(64, 66, 62, 64, 0);
    feed(indicator, before);
    long exact = 0;
    for (int i = 0; i < MANY; i++) {
      Bar bar =
          switch (i) {
            case 0 -> new Bar(64, 128, 124, 128, LOUD);
            case MANY - 2 -> new Bar(64, 130, 126, 128, 0);
            case MANY - 1 -> new Bar(128, 68, 64, 64, lastVolume);
            default -> random(random, before.close);
          };
      exact = Math.addExact(exact, units(term.of(before, bar)));
      feed(indicator, bar);
      before = bar;
    }
    assertEqual(indicator.value(output), exact);
  }

  private static long units(double term) {
    double units = term / UNIT;
    assertThat(units).isEqualTo(Math.rint(units));
    return (long) units;
  }

  private static void assertEqual(double actual, long exactUnits) {
    double exact = exactUnits * UNIT;
    assertThat(actual).isCloseTo(exact, within(4 * Math.ulp(exact)));
  }

  private static double signedVolume(Bar before, Bar bar) {
    return Math.signum(bar.close - before.close) * bar.volume;
  }

  private static double moneyFlow(Bar before, Bar bar) {
    return (2 * bar.close - bar.high - bar.low) / (bar.high - bar.low) * bar.volume;
  }

  private static double shareOfVolume(Bar before, Bar bar) {
    return (bar.close - before.close) / before.close * bar.volume;
  }

  private static void sumsOfMoves(Indicator indicator) {
    SplittableRandom random = new SplittableRandom(2);
    double before = 64;
    feed(indicator, new Bar(64, 64, 64, 64, 1));
    long exact = 0;
    for (int i = 0; i < MANY; i++) {
      double close = i == 0 ? 128 : i == MANY - 1 ? 63 : 64 + random.nextInt(1 << 26) * UNIT;
      double high = i == MANY - 1 ? LOUD : close + random.nextInt(1 << 21) * UNIT;
      double low = i == 0 ? -LOUD : close - random.nextInt(1 << 21) * UNIT;
      double reach = close > before ? Math.min(low, before) : Math.max(high, before);
      exact = Math.addExact(exact, close == before ? 0 : units(close - reach));
      feed(indicator, new Bar(before, high, low, close, 1));
      before = close;
    }
    assertEqual(indicator.value(0), exact);
  }

  /** Of its own second output, which is divided and so not of a grid. */
  private static void sumsItsSwings(Indicator indicator) {
    SplittableRandom random = new SplittableRandom(3);
    BigDecimal exact = BigDecimal.ZERO;
    Bar before = new Bar(64, 66, 62, 64, 1);
    feed(indicator, before);
    for (int i = 0; i < MANY; i++) {
      Bar bar = i == 0 ? new Bar(64, LOUD, 64, LOUD, 1) : random(random, before.close);
      feed(indicator, bar);
      exact = exact.add(new BigDecimal(indicator.value(1)));
      before = bar;
    }
    double expected = exact.doubleValue();
    assertThat(indicator.value(0)).isCloseTo(expected, within(4 * Math.ulp(expected)));
  }

  private static void sumsValues(Indicator indicator) {
    SplittableRandom random = new SplittableRandom(4);
    long exact = 0;
    for (int i = 0; i < MANY; i++) {
      double value =
          i == 0 ? LOUD : i == MANY - 1 ? -LOUD : random.nextInt(-(1 << 28), 1 << 28) * UNIT;
      exact = Math.addExact(exact, units(value));
      ((SeriesIndicator) indicator).update(value);
    }
    assertEqual(indicator.value(0), exact);
  }

  private static void sumsTrades(Indicator indicator) {
    SplittableRandom random = new SplittableRandom(5);
    long exactQty = 0;
    long exactMoney = 0;
    for (int i = 0; i < MANY; i++) {
      boolean loud = i == 0 || i == MANY - 1;
      boolean buy = i == 0 || (!loud && random.nextBoolean());
      double price = loud ? 64 : 64 << random.nextInt(3);
      double qty = loud ? LOUD : (1 + random.nextInt(1 << 26)) * 0x1p-18;
      double signed = buy ? qty : -qty;
      exactQty = Math.addExact(exactQty, units(signed));
      exactMoney = Math.addExact(exactMoney, units(signed * price));
      ((TradeIndicator) indicator).update(i, price, qty, buy);
    }
    assertEqual(indicator.value(0), exactQty);
    assertEqual(indicator.value(1), exactMoney);
  }

  private static void weighsPrices(Indicator indicator) {
    SplittableRandom random = new SplittableRandom(6);
    long volumes = 0;
    long money = 0;
    for (int i = 0; i < MANY; i++) {
      double close = i == 0 ? 64 : 64 << random.nextInt(3);
      double volume = i == 0 ? LOUD : (1 + random.nextInt(1 << 26)) * 0x1p-18;
      volumes = Math.addExact(volumes, units(volume));
      money = Math.addExact(money, units(close * volume));
      feed(indicator, new Bar(close, close + 2, close - 2, close, volume));
    }
    double exact = money / (double) volumes;
    assertThat(indicator.value(0)).isCloseTo(exact, within(4 * Math.ulp(exact)));
  }

  /** Prices a million times as high as they are apart, as whole numbers from the lowest on. */
  private static void weighsPricesWithBands(Indicator indicator) {
    SplittableRandom random = new SplittableRandom(7);
    long base = 1_000_000;
    long volumes = 0;
    long money = 0;
    long squares = 0;
    for (int i = 0; i < MANY; i++) {
      long offset = random.nextInt(16);
      long volume = 1L + random.nextInt(1000);
      double close = base + offset / 8.0;
      volumes += volume;
      money += volume * offset;
      squares += volume * offset * offset;
      ((TimedBarIndicator) indicator).update(i, close, close, close, close, (double) volume);
    }
    double mean = money / (double) volumes;
    double exact = base + mean / 8.0;
    double deviation = Math.sqrt(squares / (double) volumes - mean * mean) / 8.0;
    assertThat(indicator.value(0)).isCloseTo(exact, within(1e-12 * exact));
    assertThat(indicator.value(1) - indicator.value(0))
        .isCloseTo(deviation, within(1e-8 * deviation));
  }

  /** Where the volume always falls, or always rises, every close counts: they cancel but two. */
  private static void multiplies(Indicator indicator, int direction) {
    SplittableRandom random = new SplittableRandom(8);
    double close = 100;
    for (int i = 0; i <= MANY; i++) {
      close = i == 0 ? 100 : 100 + 50 * random.nextDouble();
      feed(indicator, new Bar(close, close, close, close, 2.0 * MANY + direction * i));
    }
    double exact = 1000 * (close / 100);
    assertThat(indicator.value(0)).isCloseTo(exact, within(1e-11 * exact));
  }
}

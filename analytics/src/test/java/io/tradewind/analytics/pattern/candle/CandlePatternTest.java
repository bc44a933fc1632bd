package io.tradewind.analytics.pattern.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tradewind.analytics.catalog.Specification;
import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.pattern.Direction;
import io.tradewind.analytics.pattern.PatternMatch;
import io.tradewind.analytics.pattern.PatternMatch.Level;
import io.tradewind.analytics.pattern.PatternMatch.Point;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Candlestick patterns on made candles: those of the table, and random ones in several units. */
class CandlePatternTest {
  private static final int BEFORE = 16;
  private static final int TRADED = 1000;
  private static final int FURTHEST = 15;

  record Case(String pattern, int answer, List<double[]> candles, String why) {
    @Override
    public String toString() {
      return pattern + " " + Arrays.deepToString(candles.toArray()) + " " + why;
    }
  }

  record Neighbours(String pattern, List<double[]> candles, String answers) {}

  static List<Case> cases() throws IOException {
    return rows("cases.csv").stream()
        .skip(1)
        .map(row -> new Case(row[0], Integer.parseInt(row[1]), candles(row[2]), row[3]))
        .toList();
  }

  static List<Neighbours> neighbours() throws IOException {
    return rows("neighbours.csv").stream()
        .map(row -> new Neighbours(row[0], candles(row[1]), row[2]))
        .toList();
  }

  private static List<String[]> rows(String file) throws IOException {
    InputStream in = CandlePatternTest.class.getResourceAsStream("/golden/candle/" + file);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| ?", -1))
          .toList();
    }
  }

  private static List<double[]> candles(String text) {
    return Arrays.stream(text.split(" ; ", -1)).map(CandlePatternTest::numbers).toList();
  }

  private static double[] numbers(String candle) {
    return Arrays.stream(candle.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsTheTableSays(Case row) {
    assertThat(answer(row, 1)).as("%s", row).isEqualTo(row.answer);
  }

  /** Decimal fractions do not decide what is equal. */
  @ParameterizedTest
  @MethodSource("cases")
  void answersTheSameInAnyUnit(Case row) {
    for (double ticks : new double[] {10, 100, 3000, 100_000, 1e8}) {
      assertThat(answer(row, ticks)).as("%s, %s ticks to 1", row, ticks).isEqualTo(row.answer);
    }
  }

  private static double answer(Case row, double ticks) {
    return answer(row.pattern, row.candles, ticks);
  }

  private static double answer(String pattern, List<double[]> candles, double ticks) {
    BarIndicator indicator = (BarIndicator) Specification.parse(pattern).make();
    for (int i = 0; i < BEFORE; i++) {
      boolean white = i % 2 == 0;
      feed(indicator, new double[] {white ? 100 : 110, 115, 95, white ? 110 : 100}, ticks);
    }
    candles.forEach(candle -> feed(indicator, candle, ticks));
    return indicator.value();
  }

  /**
   * As TA-Lib wherever one price of a pattern is moved, or one body turned over: each condition is
   * tried on both sides of where it turns.
   */
  @ParameterizedTest
  @MethodSource("neighbours")
  void answersAsTaLibAllAroundACase(Neighbours row) {
    int at = 0;
    for (int i = 0; i < row.candles.size(); i++) {
      for (double[] other : neighbours(row.candles.get(i))) {
        List<double[]> changed = new ArrayList<>(row.candles);
        changed.set(i, other);
        assertThat(answer(row.pattern, changed, 1))
            .as("%s, candle %d as %s", row.pattern, i, Arrays.toString(other))
            .isEqualTo(meaning(row.answers.charAt(at++)));
      }
    }
    assertThat(at).isEqualTo(row.answers.length());
  }

  private static List<double[]> neighbours(double[] candle) {
    List<double[]> found = new ArrayList<>();
    for (int price = 0; price < candle.length; price++) {
      for (int offset = -FURTHEST; offset <= FURTHEST; offset++) {
        double[] moved = candle.clone();
        moved[price] += offset;
        double[] sorted = Arrays.stream(moved).sorted().toArray();
        found.add(new double[] {moved[0], sorted[3], sorted[0], moved[3]});
      }
    }
    found.add(new double[] {candle[3], candle[1], candle[2], candle[0]});
    return found;
  }

  private static double meaning(char letter) {
    return switch (letter) {
      case '+' -> 100;
      case '-' -> -100;
      case 'p' -> 80;
      case 'm' -> -80;
      case 'P' -> 200;
      case 'M' -> -200;
      case '.' -> 0;
      default -> throw new IllegalArgumentException(String.valueOf(letter));
    };
  }

  private static double feed(BarIndicator indicator, double[] candle, double ticks) {
    return indicator.update(
        candle[0] / ticks, candle[1] / ticks, candle[2] / ticks, candle[3] / ticks, TRADED);
  }

  @Test
  void theTableHasEachPatternAndNearMissesOfIt() throws IOException {
    List<Case> cases = cases();
    for (Definition definition : CandlePatterns.ALL) {
      if (!definition.equals(CandleScan.DEFINITION)) {
        assertThat(answers(cases, definition.name(), answer -> answer != 0)).isPositive();
        assertThat(answers(cases, definition.name(), answer -> answer == 0)).isPositive();
      }
    }
  }

  private static long answers(List<Case> cases, String pattern, IntPredicate which) {
    return cases.stream()
        .filter(row -> row.pattern.equals(pattern) && which.test(row.answer))
        .count();
  }

  /** Also in the ties, of which there are many where candles are a few ticks long. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void seesTheSameInTicksAndInFractions(long seed) {
    CandleScan inTicks = new CandleScan();
    CandleScan inFractions = new CandleScan();
    SplittableRandom random = new SplittableRandom(seed);
    int seen = 0;
    double price = 50_000;
    for (int bar = 0; bar < 20_000; bar++) {
      double[] candle = random(random, price);
      price = candle[3];
      feed(inTicks, candle, 1);
      feed(inFractions, candle, 100_000);
      double[] expected = all(inTicks);
      assertThat(all(inFractions)).as("seed %d, bar %d", seed, bar).isEqualTo(expected);
      seen += (int) Arrays.stream(expected).filter(value -> value != 0).count();
    }
    assertThat(seen).isGreaterThan(20_000);
  }

  private static double[] random(SplittableRandom random, double before) {
    double open = before + random.nextInt(-2, 3);
    double close = open + random.nextInt(-10, 11);
    double high = Math.max(open, close) + random.nextInt(8);
    double low = Math.min(open, close) - random.nextInt(8);
    return new double[] {open, high, low, close};
  }

  private static double[] all(CandleScan scan) {
    return IntStream.range(0, scan.outputs()).mapToDouble(scan::value).toArray();
  }

  /** The penetration a star asks for decides. */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.4})
  void asksForThePenetrationThatWasGiven(double penetration) {
    BarIndicator star =
        (BarIndicator) Specification.parse("morning-star(" + penetration + ")").make();
    for (int i = 0; i < BEFORE; i++) {
      feed(star, new double[] {100, 115, 95, 110}, 1);
    }
    feed(star, new double[] {120, 122, 98, 100}, 1);
    feed(star, new double[] {94, 101, 92, 99}, 1);
    double third = feed(star, new double[] {95, 107, 93, 107}, 1);
    assertThat(third).isEqualTo(penetration < 0.35 ? 100 : 0);
  }

  @Test
  void aCandleWithoutAPriceBeginsAnew() {
    BarIndicator doji = (BarIndicator) Specification.parse("doji").make();
    for (int i = 0; i < 11; i++) {
      feed(doji, new double[] {100, 110, 90, 100}, 1);
    }
    assertThat(doji.value()).isEqualTo(100);
    assertThat(feed(doji, new double[] {100, Double.NaN, 90, 100}, 1)).isNaN();
    for (int i = 0; i < 10; i++) {
      assertThat(feed(doji, new double[] {100, 110, 90, 100}, 1)).isNaN();
    }
    assertThat(feed(doji, new double[] {100, 110, 90, 100}, 1)).isEqualTo(100);
  }

  @Test
  void tellsWhichCandlesFormAPattern() {
    CandlePattern hikkake = (CandlePattern) Specification.parse("hikkake").make();
    List<double[]> candles =
        List.of(
            new double[] {100, 120, 90, 110},
            new double[] {102, 115, 95, 105},
            new double[] {100, 113, 92, 96},
            new double[] {97, 114, 91, 100},
            new double[] {98, 117, 93, 116});
    feed(hikkake, new double[] {100, Double.NaN, 95, 110}, 1);
    for (int i = 0; i < BEFORE; i++) {
      feed(hikkake, new double[] {100, 115, 95, 110}, 1);
    }
    assertThat(hikkake.match()).isEmpty();
    feed(hikkake, candles.get(0), 1);
    feed(hikkake, candles.get(1), 1);
    feed(hikkake, candles.get(2), 1);
    assertThat(hikkake.match()).contains(bullishHikkake(0.5, 90, 95, 92));
    feed(hikkake, candles.get(3), 1);
    assertThat(hikkake.match()).isEmpty();
    feed(hikkake, candles.get(4), 1);
    assertThat(hikkake.match()).contains(bullishHikkake(1, 90, 95, 92, 91, 93));
  }

  private static PatternMatch bullishHikkake(double confidence, double... lows) {
    long first = 1 + BEFORE;
    List<Point> points =
        IntStream.range(0, lows.length).mapToObj(i -> new Point(first + i, lows[i])).toList();
    return new PatternMatch(
        "hikkake",
        Direction.BULLISH,
        points,
        first + lows.length - 1,
        confidence,
        List.of(new Level("invalidation", 90)));
  }

  @Test
  void tellsAllPatternsThatTheLastCandleCompletes() {
    CandleScan scan = new CandleScan();
    for (int i = 0; i < BEFORE; i++) {
      feed(scan, new double[] {100, 115, 95, 110}, 1);
    }
    feed(scan, new double[] {100, 122, 98, 120}, 1);
    feed(scan, new double[] {119, 122, 118, 120}, 1);
    assertThat(scan.matches())
        .extracting(PatternMatch::name, PatternMatch::direction, PatternMatch::confidence)
        .containsExactly(
            tuple("doji", Direction.NEUTRAL, 1.0),
            tuple("long-legged-doji", Direction.NEUTRAL, 1.0),
            tuple("short-line", Direction.BULLISH, 1.0),
            tuple("harami", Direction.BEARISH, 0.8),
            tuple("harami-cross", Direction.BEARISH, 0.8));
    assertThat(scan.matches().getLast().level("invalidation")).hasValue(122);
    assertThat(scan.matches().getFirst().points()).containsExactly(new Point(BEFORE + 1, 120));
  }
}

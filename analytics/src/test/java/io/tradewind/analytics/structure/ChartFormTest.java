package io.tradewind.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.pattern.Direction;
import io.tradewind.analytics.pattern.PatternMatch;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Price paths drawn by hand, each with all the patterns that are known at its last corner. */
class ChartFormTest {
  private static final double AROUND = 110;

  /** Names of patterns, and what they are called upside down. */
  private static final Map<String, String> MIRRORED =
      Map.of(
          "head-and-shoulders", "inverse-head-and-shoulders",
          "double-top", "double-bottom",
          "triple-top", "triple-bottom",
          "ascending-triangle", "descending-triangle",
          "symmetric-triangle", "symmetric-triangle",
          "rising-wedge", "falling-wedge",
          "bear-flag", "bull-flag",
          "bear-pennant", "bull-pennant",
          "rising-channel", "falling-channel",
          "horizontal-channel", "horizontal-channel");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80 105 98 112 98 105         | head-and-shoulders",
        "80 105 98 112 101 107        | head-and-shoulders",
        "80 105 98 112/3 98/40 105    | head-and-shoulders",
        // the head is no higher than the shoulders, by a fifth of its height
        "80 105 98 106 98 105         | horizontal-channel triple-top",
        // shoulders too far from each other
        "80 103 98 112 98 109         | ",
        // the neckline is too steep
        "80 105 96 112 102 107        | ",
        // a shoulder hardly above the neckline
        "80 100 98 112 98 100         | ",
        // no rise before it
        "99 105 98 112 98 105         | ",
        "80 110 100 110               | double-top",
        "80 110 100 111               | double-top",
        "80 110/3 100 110/40          | double-top",
        // tops too far from each other; no rise; another top at their price before them
        "80 110 100 113               | ",
        "101 110 100 110              | ",
        "80 111 90 110 100 110        | ascending-triangle",
        "80 110 100 110 101 110       | horizontal-channel triple-top",
        "80 110 98 110 100 110        | triple-top",
        // valleys too far from each other
        "80 110 95 110 102 110        | ascending-triangle",
        "85 110 95 111 102 110.5      | ascending-triangle",
        // the highs fall, the lows rise
        "80 120 100 116 104 112       | symmetric-triangle",
        // the highs fall, the lows are level
        "80 120 100 113 100 106       | descending-triangle",
        // both rise, the lows faster; both rise alike; both fall, the highs faster
        "95 110 100 115 109 120       | rising-wedge",
        "90 110 102 115 107 120       | rising-channel",
        "105 120 90 107 84 96         | falling-wedge",
        "105 120 102 110 92 100       | falling-channel",
        // they go apart
        "95 105 100 115 90 125        | ",
        // a touch away from its line
        "90 110 102 112 107 120       | ",
        // flags and pennants: 5 bars a leg after a steep pole
        "130 100 108/5 103/5 111/5    | bear-flag",
        "130 100 108/5 100/5 108/5    | bear-flag",
        "140 100 112/5 103/5 109/5    | bear-pennant",
        // the pole is no steeper than the pause; it takes too much back; too long; goes on with the
        // fall
        "130 100/30 108/5 103/5 111/5 | symmetric-triangle",
        "130 100 114/5 108/5 118/5    | ",
        "130/9 100/3 108 103 111      | ",
        "130 100 108/5 96/5 102/5     | ",
      })
  void seesTheFormsOfATable(String drawing, String expected) {
    PricePath path = PricePath.of(drawing);
    List<String> names = names(expected);
    assertThat(known(path)).as(drawing).isEqualTo(names);
    List<String> mirrored = names.stream().map(ChartFormTest::mirrored).sorted().toList();
    assertThat(known(path.mirrored(AROUND))).as("upside down").isEqualTo(mirrored);
    assertThat(known(path.scaled(1000))).as("by 1000").isEqualTo(names);
    assertThat(known(path.scaled(1e-7))).as("by 1e-7").isEqualTo(names);
    assertThat(known(path.stretched(7))).as("in 7 times the bars").isEqualTo(names);
    assertSame(path, path.scaled(1e-7), 1e-7, 1);
    assertSame(path, path.mirrored(AROUND), 1, -1);
  }

  private static List<String> names(String text) {
    return text == null ? List.of() : Arrays.stream(text.strip().split(" ")).sorted().toList();
  }

  private static String mirrored(String name) {
    return MIRRORED.entrySet().stream()
        .filter(entry -> entry.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findAny()
        .orElseGet(() -> inverse(name));
  }

  private static String inverse(String name) {
    return MIRRORED.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findAny()
        .orElseThrow();
  }

  private static List<String> known(PricePath path) {
    return matches(path).stream().map(PatternMatch::name).sorted().toList();
  }

  private static List<PatternMatch> matches(PricePath path) {
    List<PatternMatch> matches = ChartForm.known(path.swings());
    int last = path.corners().length - 1;
    for (PatternMatch match : matches) {
      assertThat(match.points().getLast().bar()).isEqualTo(path.bar(last));
      assertThat(match.points().getLast().price()).isEqualTo(path.corners()[last]);
      assertThat(match.knownBar()).isEqualTo(path.bar(last) + 1);
      assertThat(match.confidence()).isBetween(0.3, 1.0);
      double breakout = match.level("breakout").orElseThrow();
      double sign = match.direction().sign();
      assertThat(sign).as("%s has a direction", match.name()).isNotZero();
      assertThat(sign * (match.level("target").orElseThrow() - breakout)).isPositive();
      assertThat(sign * (match.level("invalidation").orElseThrow() - breakout)).isNegative();
      double gap = match.level("upper").orElseThrow() - match.level("lower").orElseThrow();
      assertThat(gap).isPositive();
    }
    return matches.stream().sorted(Comparator.comparing(PatternMatch::name)).toList();
  }

  /** Equal but for the scale of the prices and, upside down, the direction. */
  private static void assertSame(PricePath path, PricePath other, double scale, int side) {
    List<PatternMatch> twins = matches(other);
    for (PatternMatch match : matches(path)) {
      PatternMatch twin =
          twins.stream().filter(t -> identity(t) == identity(match)).findAny().orElseThrow();
      assertThat(twin.direction().sign()).isEqualTo(side * match.direction().sign());
      assertThat(twin.confidence()).isCloseTo(match.confidence(), within(1e-9));
      for (String level : List.of("breakout", "target", "invalidation")) {
        double expected = match.level(level).orElseThrow();
        expected = side < 0 ? 2 * AROUND - expected : expected * scale;
        double allowed = 1e-9 * Math.abs(expected);
        assertThat(twin.level(level).orElseThrow())
            .as("%s of %s", level, match.name())
            .isCloseTo(expected, within(allowed));
      }
    }
  }

  /** Patterns of one path differ in their points or in their confidence. */
  private static long identity(PatternMatch match) {
    return match.points().size() * 1_000_000L + Math.round(match.confidence() * 1e5);
  }

  /** Levels and confidence by hand: neckline 98, head 14 above it, 10 bars from each shoulder. */
  @Test
  void headAndShouldersByHand() {
    PatternMatch match = matches(PricePath.of("80 105 98 112 98 105")).getFirst();
    assertThat(match.direction()).isEqualTo(Direction.BEARISH);
    assertThat(match.points()).hasSize(5);
    assertThat(match.points().getFirst()).isEqualTo(new PatternMatch.Point(10, 105));
    assertThat(match.level("breakout")).hasValue(98);
    assertThat(match.level("target")).hasValue(84);
    assertThat(match.level("invalidation")).hasValue(105);
    // shoulders, neckline and bars are ideal; the rise is 25 of 2 times 14
    assertThat(match.confidence()).isCloseTo((1 + 1 + 1 + 25 / 28.0) / 4, within(1e-12));
  }

  /** Upper line at 110; lower line from 91.5 at the first touch, 0.35 a bar. */
  @Test
  void ascendingTriangleByHand() {
    PatternMatch match = matches(PricePath.of("80 110 95 110 102 110")).getFirst();
    assertThat(match.direction()).isEqualTo(Direction.BULLISH);
    assertThat(match.level("breakout").orElseThrow()).isCloseTo(110, within(1e-9));
    assertThat(match.level("target").orElseThrow()).isCloseTo(128.5, within(1e-9));
    assertThat(match.level("invalidation").orElseThrow()).isCloseTo(91.5 + 0.35 * 41, within(1e-9));
    assertThat(match.confidence()).isCloseTo(1, within(1e-9));
  }

  /** The flag is 3 below the tip at most, its lines rise 0.3 a bar from 103.5 and 100. */
  @Test
  void bearFlagByHand() {
    PatternMatch match = matches(PricePath.of("130 100 108/5 103/5 111/5")).getFirst();
    assertThat(match.direction()).isEqualTo(Direction.BEARISH);
    assertThat(match.level("breakout").orElseThrow()).isCloseTo(100 + 0.3 * 16, within(1e-9));
    assertThat(match.level("target").orElseThrow()).isCloseTo(104.8 - 30, within(1e-9));
    assertThat(match.level("invalidation")).hasValue(111);
    double shallow = 1 - 0.5 * 11 / 15;
    double brief = 1 - 0.5 * 15 / 40;
    assertThat(match.confidence()).isCloseTo((shallow + brief + 1) / 3, within(1e-9));
  }

  @Test
  void nothingIsKnownBetweenSwings() {
    SwingDetector detector = ZigZag.ofPercent(0.5);
    int seen = 0;
    for (double price : PricePath.of("80 105 98 112 98 105").prices()) {
      boolean isNew = detector.update(price, price, price);
      List<PatternMatch> known = ChartForm.known(detector.swings());
      assertThat(known.isEmpty() || isNew).isTrue();
      seen += known.size();
    }
    assertThat(seen).isEqualTo(1);
  }
}

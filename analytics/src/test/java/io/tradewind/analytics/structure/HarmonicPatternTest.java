package io.tradewind.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.pattern.Direction;
import io.tradewind.analytics.pattern.PatternMatch;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths with given ratios, each with all the patterns that are known at D. */
class HarmonicPatternTest {
  private static final double TOLERANCE = 0.05;
  private static final double X = 100;
  private static final double A = 140;

  /** Ratios AB/XA, BC/AB and AD/XA. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.618 0.6   0.786 | gartley",
        "0.6   0.6   0.80  | gartley",
        "0.68  0.6   0.786 | ",
        "0.618 0.35  0.786 | ",
        "0.618 0.6   0.73  | ",
        "0.45  0.6   0.886 | bat",
        "0.45  0.6   0.80  | ",
        "0.35  0.85  0.886 | ",
        "0.786 0.7   1.27  | butterfly",
        "0.786 0.7   1.18  | ",
        "0.72  0.7   1.27  | ",
        "0.5   0.886 1.618 | crab",
        "0.5   0.886 1.5   | ",
        // the leg CD is too long for BC
        "0.5   0.6   1.618 | ",
        "0.5   1.3   0.95  | shark",
        "0.5   1.3   1.13  | shark",
        "0.5   1.3   1.25  | ",
        "0.5   1.05  0.95  | ",
        "0.75  0.6   1.05  | ab-cd",
        "0.75  0.6   1.15  | ",
      })
  void seesThePatternsOfATable(String ratios, String expected) {
    double[] r = Arrays.stream(ratios.split(" +")).mapToDouble(Double::parseDouble).toArray();
    double b = A - r[0] * (A - X);
    double c = b + r[1] * (A - b);
    double d = A - r[2] * (A - X);
    assertKnown(path(X, A, b, c, d), expected);
  }

  /** Ratios AB/XA, XC/XA and CD/XC. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.5  1.35 0.786 | cypher",
        "0.4  1.30 0.80  | cypher",
        "0.5  1.35 0.73  | ",
        "0.5  1.20 0.786 | ",
        "0.7  1.35 0.786 | ",
      })
  void seesTheCypherOfATable(String ratios, String expected) {
    double[] r = Arrays.stream(ratios.split(" +")).mapToDouble(Double::parseDouble).toArray();
    double b = A - r[0] * (A - X);
    double c = X + r[1] * (A - X);
    double d = c - r[2] * (c - X);
    assertKnown(path(X, A, b, c, d), expected);
  }

  private static void assertKnown(PricePath path, String expected) {
    List<String> names = expected == null ? List.of() : List.of(expected.strip().split(" "));
    assertThat(names(path, Direction.BULLISH)).isEqualTo(names);
    assertThat(names(path.mirrored(110), Direction.BEARISH)).as("mirrored").isEqualTo(names);
    assertThat(names(path.scaled(1000), Direction.BULLISH)).as("by 1000").isEqualTo(names);
    assertThat(names(path.scaled(1e-7), Direction.BULLISH)).as("by 1e-7").isEqualTo(names);
    assertThat(names(path.stretched(7), Direction.BULLISH)).as("stretched").isEqualTo(names);
  }

  private static PricePath path(double... corners) {
    int[] legs = new int[corners.length];
    Arrays.fill(legs, 10);
    return new PricePath(corners, legs);
  }

  private static List<String> names(PricePath path, Direction direction) {
    List<PatternMatch> matches = HarmonicPattern.known(path.swings(), TOLERANCE);
    for (PatternMatch match : matches) {
      double sign = direction.sign();
      double d = match.points().getLast().price();
      assertThat(match.direction()).isEqualTo(direction);
      assertThat(match.confidence()).isBetween(0.5, 1.0);
      assertThat(match.knownBar()).isEqualTo(match.points().getLast().bar() + 1);
      assertThat(sign * d)
          .isBetween(sign * level(match, "zone-far"), sign * level(match, "zone-near"));
      assertThat(sign * level(match, "invalidation")).isLessThanOrEqualTo(sign * d);
      assertThat(sign * level(match, "target-1")).isGreaterThan(sign * d);
      assertThat(sign * level(match, "target-2")).isGreaterThan(sign * level(match, "target-1"));
    }
    return matches.stream().map(PatternMatch::name).toList();
  }

  private static double level(PatternMatch match, String name) {
    return match.level(name).orElseThrow();
  }

  /** AB is 0.600 of XA, 0.018 of 0.618 too little; D is at 0.80, 0.014 of 0.786 too deep. */
  @Test
  void gartleyByHand() {
    double b = A - 0.6 * 40;
    double c = b + 0.6 * 24;
    PatternMatch match =
        HarmonicPattern.known(path(X, A, b, c, 108).swings(), TOLERANCE).getFirst();
    double missedB = 1 - 0.5 * (0.018 / 0.618) / TOLERANCE;
    double missedD = 1 - 0.5 * (0.014 / 0.786) / TOLERANCE;
    assertThat(match.points()).hasSize(5);
    assertThat(match.points().getFirst()).isEqualTo(new PatternMatch.Point(0, X));
    assertThat(match.confidence()).isCloseTo((missedB + 1 + 1 + missedD) / 4, within(1e-9));
    assertThat(level(match, "target-1")).isCloseTo(108 + 0.382 * 32, within(1e-9));
    assertThat(level(match, "zone-near")).isCloseTo(A - 0.786 * 0.95 * 40, within(1e-9));
    assertThat(level(match, "zone-far")).isCloseTo(A - 0.786 * 1.05 * 40, within(1e-9));
  }

  @Test
  void aRescorerChangesTheConfidenceAlone() {
    double b = A - 0.618 * 40;
    PatternMatch match =
        HarmonicPattern.known(path(X, A, b, b + 0.6 * 24.72, A - 0.786 * 40).swings(), TOLERANCE)
            .getFirst();
    PatternMatch rescored = match.rescored(seen -> seen.confidence() / 4);
    assertThat(rescored.confidence()).isEqualTo(match.confidence() / 4);
    assertThat(rescored.rescored(_ -> match.confidence())).isEqualTo(match);
  }
}

package io.tradewind.analytics.indicator;

import io.tradewind.analytics.catalog.Specification;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fed with noise for long and then with a tail, an indicator equals a new one that was fed with the
 * tail alone: a window needs its warm-up, also after noise that is a billion times louder; one
 * whose memory fades needs more. A new one is held against TA-Lib and exact arithmetic elsewhere.
 * Indicators of a path are tried by tests of their own.
 */
class IndicatorDriftTest {
  private static final double TOLERANCE = 1e-9;

  /**
   * Ten million take minutes for all: {@code -Ddrift.updates=10000000}, see analytics/README.md.
   */
  private static final int MANY = Integer.getInteger("drift.updates", 1_000_000);

  private static final int COMPARED = 50;
  private static final Candles NOISE = Candles.random(31, 10_000);
  private static final Candles LOUD_NOISE = NOISE.scaled(1e9, 1e9);

  static Stream<Specification> remembering() {
    return Specimen.all().stream()
        .filter(specimen -> specimen.definition().memory() != Memory.LASTING);
  }

  static Stream<Specification> defaults() {
    return remembering()
        .filter(specimen -> specimen.id().equals(Specification.of(specimen.definition()).id()));
  }

  @ParameterizedTest
  @MethodSource("remembering")
  void saysTheSameFromItsTailAlone(Specification specimen) {
    assertEqualFromTailAlone(specimen, 20_000);
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void doesNotDriftInManyUpdates(Specification specimen) {
    assertEqualFromTailAlone(specimen, MANY);
  }

  private static void assertEqualFromTailAlone(Specification specimen, int updates) {
    Indicator used = specimen.make();
    boolean window = specimen.definition().memory() == Memory.WINDOW;
    int tail = window ? used.warmup() : 2000 + 60 * used.warmup();
    feed(used, window ? LOUD_NOISE : NOISE, updates);
    Candles last = Candles.random(32, tail + COMPARED);
    double[][] expected = last.run(specimen.make());
    double[][] actual = last.run(used);
    for (int output = 0; output < actual.length; output++) {
      String name = specimen + "." + output + " after " + updates;
      double[] a = Arrays.copyOfRange(actual[output], tail - 1, tail + COMPARED);
      double[] b = Arrays.copyOfRange(expected[output], tail - 1, tail + COMPARED);
      Comparison.assertClose(name, a, b, TOLERANCE, IndicatorLawsTest.size(b));
    }
  }

  private static void feed(Indicator indicator, Candles candles, int updates) {
    for (int fed = 0; fed < updates; fed += candles.bars()) {
      for (int bar = 0; bar < candles.bars(); bar++) {
        candles.feed(indicator, bar);
      }
    }
  }
}

package io.tradewind.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.time.Utc;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every style, whatever a venue and a market do; {@link Playground} has the rules.
 */
class ExecutionPropertiesTest {
  private static final int SEEDS = 200;

  static Stream<ExecutionStyle> styles() {
    return Stream.of(
        ExecutionStyle.Immediate.DEFAULT,
        ExecutionStyle.Twap.DEFAULT,
        ExecutionStyle.Vwap.DEFAULT,
        new ExecutionStyle.Vwap(7, 400 * Utc.SECOND_NS, 0.5, new VolumeCurve(3, 0, 1, 2, 5)),
        ExecutionStyle.Pov.DEFAULT,
        new ExecutionStyle.Pov(0.3, Utc.SECOND_NS, 300 * Utc.SECOND_NS),
        ExecutionStyle.Iceberg.DEFAULT,
        new ExecutionStyle.Iceberg(0.5, 100 * Utc.SECOND_NS),
        ExecutionStyle.Chase.DEFAULT,
        new ExecutionStyle.Chase(0.02, Utc.SECOND_NS, 200 * Utc.SECOND_NS));
  }

  @ParameterizedTest
  @MethodSource("styles")
  void neverAsksForMoreAndEndsWithAReason(ExecutionStyle style) {
    for (long seed = 0; seed < SEEDS; seed++) {
      Playground ground = new Playground(seed, style, false);
      Progress end = told(seed, () -> ground.play(-1, -1));
      boolean isAll = end.filledScaled() == ground.parent().qtyScaled();
      assertThat(end.state() == ExecutionState.DONE).as("seed %s", seed).isEqualTo(isAll);
      assertThat(end.leftScaled()).isEqualTo(end.askedScaled() - end.filledScaled());
    }
  }

  @ParameterizedTest
  @MethodSource("styles")
  void cancelledAtAnyEventItPlacesNothingMore(ExecutionStyle style) {
    for (long seed = 0; seed < SEEDS; seed++) {
      int at = new SplittableRandom(-seed).nextInt(120);
      Playground ground = new Playground(seed, style, seed % 4 == 0);
      Progress end = told(seed, () -> ground.play(-1, at));
      assertThat(end.openScaled()).as("seed %s", seed).isZero();
      assertThat(end.state().isFinal()).as("seed %s", seed).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("styles")
  void restoredAtAnyEventItHasTheSameFuture(ExecutionStyle style) {
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(-seed);
      int cut = random.nextInt(random.nextBoolean() ? 20 : 250);
      int cancel = random.nextInt(4) == 0 ? random.nextInt(250) : -1;
      Playground whole = new Playground(seed, style, seed % 3 == 0);
      Playground parts = new Playground(seed, style, seed % 3 == 0);
      Progress end = told(seed, () -> whole.play(-1, cancel));
      assertThat(told(seed, () -> parts.play(cut, cancel))).as("seed %s", seed).isEqualTo(end);
      assertThat(parts.log).as("seed %s", seed).isEqualTo(whole.log);
    }
  }

  @ParameterizedTest
  @MethodSource("styles")
  void aVenueThatFillsWhatItHadEndedIsCounted(ExecutionStyle style) {
    int over = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Playground ground = new Playground(seed, style, true);
      Progress end = told(seed, () -> ground.play(-1, -1));
      over += end.filledScaled() > end.askedScaled() ? 1 : 0;
    }
    assertThat(over).as("runs with more than asked").isPositive();
  }

  /** The streams reach every end, so that the properties are held against all of them. */
  @Test
  void everyReasonIsSeen() {
    Map<EndReason, Integer> seen = new EnumMap<>(EndReason.class);
    int unasked = 0;
    for (ExecutionStyle style : styles().toList()) {
      for (long seed = 0; seed < 100; seed++) {
        Playground ground = new Playground(seed, style, false);
        Progress end = ground.play(-1, seed % 10 == 0 ? 5 : -1);
        seen.merge(end.reason().orElseThrow(), 1, Integer::sum);
        unasked += ground.unaskedEnds;
      }
    }
    assertThat(seen.keySet()).containsAll(List.of(EndReason.values()));
    assertThat(seen.values()).as("%s", seen).allMatch(count -> count >= 20);
    assertThat(unasked).isGreaterThan(500);
  }

  private static Progress told(long seed, java.util.function.Supplier<Progress> run) {
    try {
      return run.get();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
    }
  }
}

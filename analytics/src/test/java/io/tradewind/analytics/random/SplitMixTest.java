package io.tradewind.analytics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's generator of the same algorithm is the oracle. */
class SplitMixTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE, Long.MAX_VALUE})
  void givesTheJdksStream(long seed) {
    SplitMix ours = new SplitMix(seed);
    SplittableRandom theirs = new SplittableRandom(seed);
    for (int i = 0; i < 1000; i++) {
      assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
      assertThat(ours.nextDouble()).isEqualTo(theirs.nextDouble());
    }
  }

  @Test
  void aNumberOfTheStreamIsFoundWithoutThoseBefore() {
    SplitMix stream = new SplitMix(77);
    for (int i = 0; i < 100; i++) {
      assertThat(SplitMix.at(77, i)).isEqualTo(stream.nextLong());
    }
  }

  @Test
  void eachBelowTheBoundIsAsLikely() {
    SplitMix random = new SplitMix(3);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[random.nextInt(7)]++;
    }
    assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 10_000) < 400);
    assertThat(random.nextInt(1)).isZero();
  }

  @Test
  void refusesABoundBelowOne() {
    assertThatThrownBy(() -> new SplitMix(1).nextInt(0)).hasMessage("bound must be >= 1, was 0");
  }
}

package io.tradewind.simulation.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index against a map of the JDK. */
class LongIndexTest {
  /** Keys that are near to each other, that are far apart, and that differ in their upper half. */
  @ParameterizedTest
  @ValueSource(longs = {1, 0x123456789abcdefL, 1L << 40, -1, Long.MIN_VALUE})
  void knowsWhatAMapKnows(long stride) {
    for (long seed = 0; seed < 30; seed++) {
      SplitMix random = new SplitMix(seed);
      LongIndex<String> index = new LongIndex<>();
      Map<Long, String> map = new HashMap<>();
      int range = 1 + random.nextInt(400);
      for (int i = 0; i < 2_000; i++) {
        long key = stride * random.nextInt(range);
        if (random.nextInt(2) == 0 && !map.containsKey(key)) {
          map.put(key, "v" + i);
          index.put(key, "v" + i);
        } else if (random.nextInt(2) == 0) {
          map.remove(key);
          index.remove(key);
        }
        assertThat(index.get(key)).as("seed %s, step %s", seed, i).isEqualTo(map.get(key));
        assertThat(index.size()).isEqualTo(map.size());
      }
      for (int k = 0; k < range; k++) {
        assertThat(index.get(stride * k)).as("seed %s", seed).isEqualTo(map.get(stride * k));
      }
      index.clear();
      assertThat(index.size()).isZero();
      assertThat(index.get(0)).isNull();
    }
  }
}

package io.tradewind.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureCacheTest {
  private static final long SECOND_NS = 1_000_000_000L;

  private final FeatureCache cache = new FeatureCache(2, 300 * SECOND_NS);
  private final List<String> computed = new ArrayList<>();

  private double get(int instrument, long lastNs, long seconds) {
    FeatureCache.Key key = new FeatureCache.Key(instrument, "fit", lastNs);
    return cache
        .get(
            key,
            seconds * SECOND_NS,
            () -> {
              computed.add(instrument + "@" + lastNs);
              return new double[] {instrument + lastNs};
            })[0];
  }

  @Test
  void isComputedOnceWhileTheCandlesAreTheSame() {
    assertThat(get(0, 10, 0)).isEqualTo(10);
    assertThat(get(0, 10, 200)).isEqualTo(10);
    assertThat(get(0, 20, 200)).isEqualTo(20);
    assertThat(computed).containsExactly("0@10", "0@20");
  }

  @Test
  void livesForItsTime() {
    get(0, 10, 0);
    get(0, 10, 300);
    get(0, 10, 301);
    assertThat(computed).containsExactly("0@10", "0@10");
  }

  @Test
  void theOneNotAskedForLongestLeaves() {
    get(0, 10, 0);
    get(1, 10, 0);
    get(0, 10, 1);
    get(2, 10, 1);
    assertThat(cache.size()).isEqualTo(2);
    get(0, 10, 2);
    get(1, 10, 2);
    assertThat(computed).containsExactly("0@10", "1@10", "2@10", "1@10");
  }

  @Test
  void whatIsGivenCanBeChangedWithoutHarm() {
    FeatureCache.Key key = new FeatureCache.Key(0, "fit", 1);
    double[] mine = {1};
    cache.get(key, 0, () -> mine)[0] = 7;
    mine[0] = 8;
    assertThat(cache.get(key, 0, () -> new double[] {9})).containsExactly(1);
  }
}

package io.tradewind.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollingRangeTest {
  private static final int BARS = 3000;

  private final double[] high = new double[BARS];
  private final double[] low = new double[BARS];
  private final double[] highest = new double[BARS];
  private final double[] lowest = new double[BARS];

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 30})
  void isTwoExtremes(int length) {
    fill(length);
    RollingRange range = new RollingRange(length);
    RollingExtreme tops = new RollingExtreme(length);
    RollingExtreme bottoms = new RollingExtreme(length);
    for (int i = 0; i < BARS; i++) {
      range.push(high[i], low[i]);
      assertThat(range.highest()).as("bar %d", i).isEqualTo(Double.valueOf(tops.push(high[i])));
      assertThat(range.lowest()).as("bar %d", i).isEqualTo(Double.valueOf(-bottoms.push(-low[i])));
      assertThat(range.range()).isEqualTo(Double.valueOf(range.highest() - range.lowest()));
      assertThat(range.middle()).isEqualTo(Double.valueOf((range.highest() + range.lowest()) / 2));
      assertThat(range.isFull()).isEqualTo(i + 1 >= length);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 30})
  void batchesFromWhereverItStands(int length) {
    fill(length);
    RollingRange streamed = new RollingRange(length);
    for (int from : new int[] {0, 1, length, 2 * length + 1, BARS - 1}) {
      RollingRange batched = new RollingRange(length);
      streamed.reset();
      for (int i = 0; i < from; i++) {
        batched.push(high[i], low[i]);
        streamed.push(high[i], low[i]);
      }
      batched.batch(high, low, from, BARS, highest, lowest);
      for (int i = from; i < BARS; i++) {
        streamed.push(high[i], low[i]);
        assertThat(highest[i])
            .as("bar %d from %d", i, from)
            .isEqualTo(Double.valueOf(streamed.highest()));
        assertThat(lowest[i])
            .as("bar %d from %d", i, from)
            .isEqualTo(Double.valueOf(streamed.lowest()));
      }
      assertThat(saved(batched)).isEqualTo(saved(streamed));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void goesOnWhereItWasSaved(int length) {
    fill(length);
    RollingRange first = new RollingRange(length);
    RollingRange second = new RollingRange(length);
    for (int i = 0; i < BARS; i++) {
      first.push(high[i], low[i]);
      second.load(new StateReader(saved(first)));
      assertThat(second.highest()).isEqualTo(Double.valueOf(first.highest()));
      assertThat(second.lowest()).isEqualTo(Double.valueOf(first.lowest()));
      assertThat(saved(second)).isEqualTo(saved(first));
    }
  }

  private void fill(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < BARS; i++) {
      high[i] = random.nextInt(50) == 0 ? Double.NaN : random.nextDouble();
      low[i] = random.nextInt(50) == 0 ? Double.NaN : random.nextDouble() - 1;
    }
  }

  private static byte[] saved(RollingRange range) {
    StateWriter out = new StateWriter();
    range.save(out);
    return out.toByteArray();
  }
}

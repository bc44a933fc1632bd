package io.tradewind.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against its definition, bar by bar, by both rules. */
class FlowImbalanceTest {
  private static final int LENGTH = 3;
  private static final int WINDOW = 5;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void equalsItsDefinition(boolean ticks) {
    SplittableRandom random = new SplittableRandom(4);
    double[][] bars = new double[60][];
    for (int i = 0; i < bars.length; i++) {
      double low = random.nextInt(90, 100);
      double high = low + random.nextInt(0, 4);
      bars[i] = new double[] {high, low, low + (high - low) * random.nextInt(0, 5) / 4, i % 7};
    }
    FlowImbalance whole = new FlowImbalance(LENGTH, WINDOW, ticks);
    for (int i = 0; i < bars.length; i++) {
      if (i == 31) {
        StateWriter out = new StateWriter();
        whole.save(out);
        whole = new FlowImbalance(LENGTH, WINDOW, ticks);
        whole.load(new StateReader(out.toByteArray()));
      }
      whole.update(0, bars[i][0], bars[i][1], bars[i][2], bars[i][3]);
      assertThat(whole.isReady()).isEqualTo(i + 1 >= LENGTH + WINDOW - (ticks ? 0 : 1));
      if (whole.isReady()) {
        double[] last = new double[WINDOW];
        for (int k = 0; k < WINDOW; k++) {
          last[k] = imbalance(bars, i - k, ticks);
        }
        assertThat(whole.value(1)).isCloseTo(last[0], within(1e-12));
        assertThat(whole.value(0)).isCloseTo(zScore(last), within(1e-9));
      }
    }
  }

  private static double imbalance(double[][] bars, int end, boolean ticks) {
    double flow = 0;
    double volume = 0;
    for (int i = end - LENGTH + 1; i <= end; i++) {
      double high = bars[i][0];
      double low = bars[i][1];
      double close = bars[i][2];
      double place = high == low ? 0 : 2 * (close - low) / (high - low) - 1;
      flow += bars[i][3] * (ticks ? Math.signum(close - bars[i - 1][2]) : place);
      volume += bars[i][3];
    }
    return flow / volume;
  }

  private static double zScore(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double variance = 0;
    for (double value : values) {
      variance += (value - mean) * (value - mean) / values.length;
    }
    return (values[0] - mean) / Math.sqrt(variance);
  }

  @Test
  void withoutVolumeThereIsNoImbalance() {
    FlowImbalance flow = new FlowImbalance(LENGTH, WINDOW, false);
    for (int i = 0; i < 10; i++) {
      flow.update(0, 2, 1, 2, 0);
    }
    assertThat(flow.value(0)).isZero();
    assertThat(flow.value(1)).isZero();
  }
}

package io.tradewind.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against its definition, candle by candle, saved and restored in the middle of one. */
class TradedFlowTest {
  private static final int LENGTH = 3;
  private static final int WINDOW = 5;

  @Test
  void equalsItsDefinition() {
    SplittableRandom random = new SplittableRandom(7);
    double[] bought = new double[40];
    double[] sold = new double[40];
    TradedFlow flow = new TradedFlow(LENGTH, WINDOW);
    assertThat(flow.isTold()).isFalse();
    double before = Double.NaN;
    for (int i = 0; i < bought.length; i++) {
      for (int trade = 0; trade < 4; trade++) {
        boolean buys = random.nextBoolean();
        double qty = random.nextInt(1, 9);
        flow.add(buys, qty);
        (buys ? bought : sold)[i] += qty;
        if (i == 20 && trade == 2) {
          flow = copy(flow);
        }
      }
      flow.close();
      assertThat(flow.isTold()).isTrue();
      assertThat(flow.isReady()).isEqualTo(i + 1 >= LENGTH + WINDOW - 1);
      if (flow.isReady()) {
        double[] last = new double[WINDOW];
        for (int k = 0; k < WINDOW; k++) {
          last[k] = imbalance(bought, sold, i - k);
        }
        assertThat(flow.imbalance()).isCloseTo(last[0], within(1e-12));
        assertThat(flow.z()).isCloseTo(zScore(last), within(1e-9));
        assertThat(Double.valueOf(flow.before())).isEqualTo(Double.valueOf(before));
        before = flow.z();
      }
    }
  }

  private static TradedFlow copy(TradedFlow flow) {
    StateWriter out = new StateWriter();
    flow.save(out);
    TradedFlow copy = new TradedFlow(LENGTH, WINDOW);
    copy.load(new StateReader(out.toByteArray()));
    return copy;
  }

  private static double imbalance(double[] bought, double[] sold, int end) {
    double flow = 0;
    double volume = 0;
    for (int i = end - LENGTH + 1; i <= end; i++) {
      flow += bought[i] - sold[i];
      volume += bought[i] + sold[i];
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
}

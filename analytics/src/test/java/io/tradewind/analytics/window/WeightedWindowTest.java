package io.tradewind.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WeightedWindowTest {

  @Test
  void weighsTheOldestFirst() {
    WeightedWindow window = new WeightedWindow(new double[] {2, 1, 1});
    double[] values = {1, 3, 5, 11, 13, 7};
    double[] expected = {Double.NaN, Double.NaN, 2.5, 5.5, 8.5, 10.5};
    for (int i = 0; i < values.length; i++) {
      assertThat(Double.valueOf(window.update(values[i])))
          .as("value %d", i)
          .isEqualTo(Double.valueOf(expected[i]));
    }
  }

  @Test
  void equalValuesAreTheirMean() {
    WeightedWindow window = new WeightedWindow(new double[] {0.1, 0.2, 0.3});
    window.update(1.0 / 3);
    window.update(1.0 / 3);
    assertThat(window.update(1.0 / 3)).isEqualTo(1.0 / 3);
  }

  @Test
  void refusesWeightsWithoutSum() {
    assertThatThrownBy(() -> new WeightedWindow(new double[] {1, -1}))
        .hasMessage("the sum of the weights must be > 0, was 0.0");
  }
}

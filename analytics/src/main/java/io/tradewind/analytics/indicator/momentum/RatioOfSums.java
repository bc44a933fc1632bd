package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;

/** Sum of the last values of one series over the sum of another, 0 where that is 0. */
final class RatioOfSums implements Resettable {
  private final RollingSum above;
  private final RollingSum below;

  RatioOfSums(int length) {
    above = new RollingSum(length);
    below = new RollingSum(length);
  }

  double update(double numerator, double denominator) {
    above.add(numerator);
    below.add(denominator);
    double sum = below.sum();
    return sum == 0 ? 0.0 : above.sum() / sum;
  }

  @Override
  public void reset() {
    above.reset();
    below.reset();
  }

  @Override
  public void save(StateWriter out) {
    above.save(out);
    below.save(out);
  }

  @Override
  public void load(StateReader in) {
    above.load(in);
    below.load(in);
  }
}

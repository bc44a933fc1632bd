package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.Lag;

/** Mean of the last four values with the weights 1, 2, 2, 1; NaN until there are four. */
final class FourBarFilter implements Resettable {
  private final Lag past = new Lag(4);

  double update(double value) {
    past.push(value);
    return (value + 2.0 * (past.ago(1) + past.ago(2)) + past.ago(3)) / 6.0;
  }

  @Override
  public void reset() {
    past.reset();
  }

  @Override
  public void save(StateWriter out) {
    past.save(out);
  }

  @Override
  public void load(StateReader in) {
    past.load(in);
  }
}

package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * An exponential average of an exponential average, which begins with the first value of that one:
 * the part that the indices of W. Blau share. NaN until {@code first + second - 1} values.
 */
final class TwiceSmoothed implements Resettable {
  private final Ema first;
  private final Ema second;

  TwiceSmoothed(int first, int second) {
    this.first = new Ema(first);
    this.second = new Ema(second);
  }

  double update(double value) {
    double once = first.update(value);
    return first.isReady() ? second.update(once) : Double.NaN;
  }

  boolean isReady() {
    return second.isReady();
  }

  @Override
  public void reset() {
    first.reset();
    second.reset();
  }

  @Override
  public void save(StateWriter out) {
    first.save(out);
    second.save(out);
  }

  @Override
  public void load(StateReader in) {
    first.load(in);
    second.load(in);
  }
}

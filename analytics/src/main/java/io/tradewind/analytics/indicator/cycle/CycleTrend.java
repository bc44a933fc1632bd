package io.tradewind.analytics.indicator.cycle;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Ehlers' instantaneous trend line: the mean price of one dominant cycle, which has no part of the
 * cycle in it, and of that the mean with weights 4, 3, 2, 1. Source: J. F. Ehlers (2001), "Rocket
 * Science for Traders", chapter 10.
 */
public final class CycleTrend implements Resettable {
  private final Recent prices = new Recent(64);
  private final Recent means = new Recent(4);

  /** Without values. */
  public CycleTrend() {}

  /**
   * Takes a value and returns the trend line, 0 while there is no period.
   *
   * @param period bars of the dominant cycle, at most 50, 0 if there is none yet
   */
  public double update(double value, double period) {
    prices.push(value);
    if (period == 0) {
      return 0.0;
    }
    int bars = (int) (period + 0.5);
    double sum = 0;
    for (int bar = 0; bar < bars; bar++) {
      sum += prices.ago(bar);
    }
    means.push(bars == 0 ? period * 0.0 : sum / bars);
    return (4.0 * means.ago(0) + 3.0 * means.ago(1) + 2.0 * means.ago(2) + means.ago(3)) / 10.0;
  }

  @Override
  public void reset() {
    prices.reset();
    means.reset();
  }

  @Override
  public void save(StateWriter out) {
    prices.save(out);
    means.save(out);
  }

  @Override
  public void load(StateReader in) {
    prices.load(in);
    means.load(in);
  }
}

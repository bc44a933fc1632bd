package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;

/** Mean of the last prices, weighed by their volumes, or plain while none of them has volume. */
final class WeightedMean implements Resettable {
  private final RollingSum prices;
  private final RollingSum traded;
  private final RollingSum volumes;

  WeightedMean(int length) {
    prices = new RollingSum(length);
    traded = new RollingSum(length);
    volumes = new RollingSum(length);
  }

  double update(double price, double volume) {
    prices.add(price);
    traded.add(price * volume);
    volumes.add(volume);
    double total = volumes.sum();
    return total == 0 ? prices.mean() : traded.sum() / total;
  }

  boolean isFull() {
    return prices.isFull();
  }

  @Override
  public void reset() {
    prices.reset();
    traded.reset();
    volumes.reset();
  }

  @Override
  public void save(StateWriter out) {
    prices.save(out);
    traded.save(out);
    volumes.save(out);
  }

  @Override
  public void load(StateReader in) {
    prices.load(in);
    traded.load(in);
    volumes.load(in);
  }
}

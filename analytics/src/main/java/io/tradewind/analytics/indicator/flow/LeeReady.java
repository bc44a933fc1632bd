package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * The side of each trade guessed by the quote that stood: 1 above the middle, -1 below it, at the
 * middle, or before the first quote, by the {@link TickRule}. Feed quotes and trades in the order
 * in which they came. Source: C. Lee and M. Ready (1991), "Inferring Trade Direction from Intraday
 * Data", Journal of Finance 46; their delay of five seconds, which mended reports by hand, is left
 * out, as later work does.
 */
public final class LeeReady implements Resettable {
  private final TickRule tickRule = new TickRule();
  private double mid = Double.NaN;

  /** Without quotes. */
  public LeeReady() {}

  /** Takes the next best bid and ask. */
  public void quote(double bidPrice, double askPrice) {
    mid = (bidPrice + askPrice) / 2;
  }

  /** Takes the next trade and returns its side, 1 or -1; 0 if nothing is known yet. */
  public double trade(double price) {
    double byTick = tickRule.update(0, price, 0, false);
    if (price > mid) {
      return 1;
    }
    return price < mid ? -1 : byTick;
  }

  @Override
  public void reset() {
    tickRule.reset();
    mid = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    tickRule.save(out);
    out.writeDouble(mid);
  }

  @Override
  public void load(StateReader in) {
    tickRule.load(in);
    mid = in.readDouble();
  }
}

package io.tradewind.strategies;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;

/** {@link FlowImbalance} of one instrument by its trades, whose aggressors are known. */
final class TradedFlow implements Stateful {
  private final FlowImbalance flow;
  private double bought;
  private double sold;
  private double before = Double.NaN;
  private boolean told;

  /** Of so many candles, among so many values. */
  TradedFlow(int length, int window) {
    this.flow = new FlowImbalance(length, window, false);
  }

  void add(boolean buyerIsAggressor, double qty) {
    told = true;
    if (buyerIsAggressor) {
      bought += qty;
    } else {
      sold += qty;
    }
  }

  /** Whether there has been any trade. */
  boolean isTold() {
    return told;
  }

  /** The candle has ended. */
  void close() {
    before = z();
    flow.updateTraded(bought, sold);
    bought = 0;
    sold = 0;
  }

  boolean isReady() {
    return flow.isReady();
  }

  /** How unusual the imbalance is. */
  double z() {
    return flow.isReady() ? flow.value(0) : Double.NaN;
  }

  /** The same one candle before, NaN if it was not ready. */
  double before() {
    return before;
  }

  double imbalance() {
    return flow.value(1);
  }

  @Override
  public void save(StateWriter out) {
    out.section("traded-flow", 1)
        .writeDouble(bought)
        .writeDouble(sold)
        .writeDouble(before)
        .writeBoolean(told);
    flow.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("traded-flow", 1);
    bought = in.readDouble();
    sold = in.readDouble();
    before = in.readDouble();
    told = in.readBoolean();
    flow.load(in);
  }
}

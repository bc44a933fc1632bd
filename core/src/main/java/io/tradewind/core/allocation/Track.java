package io.tradewind.core.allocation;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;

/** The record of one strategy: the returns of its latest periods, oldest first. */
final class Track implements Stateful {
  private final double[] returns;
  private int size;
  private long trades;
  private boolean halted;

  Track(int window) {
    this.returns = new double[window];
  }

  void add(double periodReturn, int closedTrades) {
    Check.argument(
        periodReturn >= -1 && periodReturn <= 1e6,
        "a return must be finite and >= -1, was %s",
        periodReturn);
    Check.argument(closedTrades >= 0, "trades must be >= 0, was %s", closedTrades);
    if (size == returns.length) {
      System.arraycopy(returns, 1, returns, 0, --size);
    }
    returns[size++] = periodReturn;
    trades += closedTrades;
  }

  void setHalted(boolean isHalted) {
    halted = isHalted;
  }

  boolean isHalted() {
    return halted;
  }

  int size() {
    return size;
  }

  /** Of all time. */
  long trades() {
    return trades;
  }

  /** 0 of nothing. */
  double mean() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += returns[i];
    }
    return size == 0 ? 0 : sum / size;
  }

  /** The sum of squared distances from a value. */
  double squaresAround(double value) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += (returns[i] - value) * (returns[i] - value);
    }
    return sum;
  }

  /** How far it stands below its highest in the window, 0 or more. */
  double drawdown() {
    double wealth = 1;
    double peak = 1;
    for (int i = 0; i < size; i++) {
      wealth *= 1 + returns[i];
      peak = Math.max(peak, wealth);
    }
    return 1 - wealth / peak;
  }

  @Override
  public void save(StateWriter out) {
    out.section("allocation-track", 1).writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeDouble(returns[i]);
    }
    out.writeLong(trades).writeBoolean(halted);
  }

  @Override
  public void load(StateReader in) {
    in.section("allocation-track", 1);
    size = in.readCount(returns.length);
    for (int i = 0; i < size; i++) {
      returns[i] = in.readDouble();
    }
    trades = in.readLong();
    halted = in.readBoolean();
  }
}

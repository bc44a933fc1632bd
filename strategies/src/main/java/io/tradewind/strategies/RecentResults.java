package io.tradewind.strategies;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.strategy.FillContext;

/**
 * Which of the last trades lost, instrument by instrument, as their own fills tell: a trade is lost
 * if its last fill is at or behind the average entry price. Costs are left out.
 */
final class RecentResults implements Stateful {
  private final int length;
  private final double[] entries;
  private final int[] losses;
  private final int[] closed;

  /**
   * Without trades.
   *
   * @param instruments of the run
   * @param length how many trades are remembered, at least 1
   */
  RecentResults(int instruments, int length) {
    this.length = length;
    this.entries = new double[instruments];
    this.losses = new int[instruments * length];
    this.closed = new int[instruments];
  }

  /** Takes a fill. */
  void onFill(FillContext fill) {
    int index = fill.instrumentIndex();
    if (fill.purpose() == OrderPurpose.ENTRY) {
      entries[index] =
          fill.position().isLong() ? fill.position().entryPrice() : -fill.position().entryPrice();
    } else if (fill.position().isFlat() && entries[index] != 0) {
      double gain = Math.signum(entries[index]) * fill.price() - entries[index];
      losses[index * length + closed[index] % length] = gain > 0 ? 0 : 1;
      closed[index]++;
      entries[index] = 0;
    }
  }

  /** How many trades are remembered. */
  int closed(int instrument) {
    return Math.min(closed[instrument], length);
  }

  /** How many of these were lost. */
  int losses(int instrument) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += losses[instrument * length + i];
    }
    return sum;
  }

  @Override
  public void save(StateWriter out) {
    out.section("recent-results", 2).writeDoubles(entries).writeInts(losses).writeInts(closed);
  }

  @Override
  public void load(StateReader in) {
    in.section("recent-results", 2);
    in.readDoubles(entries);
    System.arraycopy(in.readInts(), 0, losses, 0, losses.length);
    System.arraycopy(in.readInts(), 0, closed, 0, closed.length);
  }
}

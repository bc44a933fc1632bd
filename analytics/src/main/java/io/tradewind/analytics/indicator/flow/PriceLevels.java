package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * What was bought and sold at each price level of one bar, the lowest first, all between the lowest
 * and the highest that was traded. Level {@code n} holds the prices from {@code n width} to the
 * next level. The width is one step; when more levels would be needed than there may be, it
 * doubles, and two and two become one. So levels depend on the range alone and not on the way to
 * it.
 */
final class PriceLevels implements Resettable {
  private static final double SAME = 1e-9;

  /** A price that is so little below a level, as a part of itself, is rounded into it. */
  private static final double EDGE = 1e-12;

  private final double step;
  private final double[] bought;
  private final double[] sold;
  private long lowest;
  private int count;
  private int doublings;

  /**
   * Without levels.
   *
   * @param step width of a level in quote, above 0
   * @param most levels there may be
   */
  PriceLevels(double step, int most) {
    this.step = step;
    bought = new double[most];
    sold = new double[most];
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** How wide one is, in quote. */
  double width() {
    return Math.scalb(step, doublings);
  }

  /** Lowest price of a level, in quote. */
  double price(int level) {
    return (lowest + level) * width();
  }

  /** Base bought at a level. */
  double bought(int level) {
    return bought[level];
  }

  /** Base sold at a level. */
  double sold(int level) {
    return sold[level];
  }

  /** Adds a trade, whose price must be less than 2^52 steps. */
  void add(double price, double qty, boolean buy) {
    double steps = price / step;
    long number = (long) Math.floor(steps + EDGE * Math.abs(steps)) >> doublings;
    if (count == 0) {
      lowest = number;
      count = 1;
    }
    while (Math.max(number, lowest + count - 1) - Math.min(number, lowest) >= bought.length) {
      widen();
      number >>= 1;
    }
    if (number < lowest) {
      raise((int) (lowest - number));
    }
    int level = (int) (number - lowest);
    count = Math.max(count, level + 1);
    double[] side = buy ? bought : sold;
    side[level] += qty;
  }

  private void widen() {
    long first = lowest >> 1;
    for (int level = 0; level < count; level++) {
      int wider = (int) (((lowest + level) >> 1) - first);
      double buys = bought[level];
      double sells = sold[level];
      bought[level] = 0;
      sold[level] = 0;
      bought[wider] += buys;
      sold[wider] += sells;
    }
    count = (int) (((lowest + count - 1) >> 1) - first) + 1;
    lowest = first;
    doublings++;
  }

  /** Makes room for so many levels below. */
  private void raise(int levels) {
    raise(bought, levels);
    raise(sold, levels);
    lowest -= levels;
    count += levels;
  }

  private void raise(double[] side, int levels) {
    System.arraycopy(side, 0, side, levels, count);
    Arrays.fill(side, 0, levels, 0.0);
  }

  /**
   * Whether a side outweighs the other by a factor: what was bought at a level what was sold at the
   * one below, or what was sold what was bought at the one above. Outermost levels have none.
   */
  boolean isImbalance(int level, boolean buy, double ratio) {
    int other = buy ? level - 1 : level + 1;
    if (other < 0 || other >= count) {
      return false;
    }
    double mine = buy ? bought[level] : sold[level];
    double theirs = buy ? sold[other] : bought[other];
    return mine > 0 && mine >= ratio * theirs * (1 - SAME);
  }

  /** Level with most volume; of equal ones the one nearest the middle, then the lower. */
  int busiest() {
    double most = 0;
    for (int level = 0; level < count; level++) {
      most = Math.max(most, bought[level] + sold[level]);
    }
    double enough = most * (1 - SAME);
    int found = -1;
    for (int level = 0; level < count; level++) {
      boolean nearer =
          found < 0 || Math.abs(2 * level + 1 - count) < Math.abs(2 * found + 1 - count);
      if (nearer && bought[level] + sold[level] >= enough) {
        found = level;
      }
    }
    return found;
  }

  @Override
  public void reset() {
    Arrays.fill(bought, 0, count, 0.0);
    Arrays.fill(sold, 0, count, 0.0);
    lowest = 0;
    count = 0;
    doublings = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeLong(lowest).writeInt(count).writeInt(doublings);
    out.writeDoubles(bought).writeDoubles(sold);
  }

  @Override
  public void load(StateReader in) {
    lowest = in.readLong();
    count = in.readCount(bought.length);
    doublings = in.readInt();
    in.readDoubles(bought);
    in.readDoubles(sold);
  }
}

package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.check.Check;

/**
 * Stoikov's micro-price: where the middle of bid and ask is expected to be in the end, given the
 * imbalance of the queues and the spread of now. It is the middle plus what a table says for that
 * state, and the table is fitted to recorded quotes, so it is no indicator that learns as it goes.
 *
 * <p>A state is one of some equal buckets of {@code bidQty / (bidQty + askQty)} and a spread of so
 * many ticks, wider ones counting as the widest. Of each step from one quote to the next the table
 * counts from where to where and the change of the middle; each is counted a second time mirrored,
 * with bid and ask exchanged, as Stoikov does, so that the table has no trend. With {@code P} the
 * chances of the steps and {@code r} the mean changes the table {@code G} is the solution of {@code
 * G = r + P G}. That is his limit, {@code sum over i of B^i G1} with {@code G1 = (1 - Q)^-1 r} and
 * {@code B = (1 - Q)^-1 T}, {@code P = Q + T} being steps without and with a change. Each state has
 * one made-up observation that nothing ever changes, so that what was not seen says nothing.
 *
 * <p>Source: S. Stoikov (2018), "The micro-price: a high-frequency estimator of future prices",
 * Quantitative Finance 18.
 */
public final class StoikovMicroprice {
  private final double tick;
  private final int buckets;
  private final int spreads;

  /** What is added to the middle, {@code [spread - 1][bucket]} in a row. */
  private final double[] table;

  private StoikovMicroprice(double tick, int buckets, int spreads, double[] table) {
    this.tick = tick;
    this.buckets = buckets;
    this.spreads = spreads;
    this.table = table;
  }

  /**
   * Fits a table to quotes in the order in which they came.
   *
   * @param quotes {@code [quotes][4]}, each bid, its quantity, ask, its quantity, all above 0
   * @param tick smallest step of the price
   * @param buckets of imbalance, at least 2
   * @param spreads told apart, in ticks, at least 1
   */
  public static StoikovMicroprice fit(double[][] quotes, double tick, int buckets, int spreads) {
    Check.argument(tick > 0, "tick must be > 0, was %s", tick);
    Check.argument(buckets >= 2, "buckets must be >= 2, was %s", buckets);
    Check.argument(spreads >= 1, "spreads must be >= 1, was %s", spreads);
    int states = Math.multiplyExact(buckets, spreads);
    StoikovMicroprice empty = new StoikovMicroprice(tick, buckets, spreads, new double[states]);
    double[][] equations = new double[states][states + 1];
    for (int i = 0; i < states; i++) {
      equations[i][i] = 1;
    }
    for (int i = 1; i < quotes.length; i++) {
      double change = mid(quotes[i]) - mid(quotes[i - 1]);
      int from = empty.state(quotes[i - 1]);
      int to = empty.state(quotes[i]);
      count(equations, from, to, change);
      count(equations, empty.mirrored(from), empty.mirrored(to), -change);
    }
    solve(equations);
    for (int i = 0; i < states; i++) {
      empty.table[i] = equations[i][states];
    }
    return empty;
  }

  /** Adds a step to {@code (n + 1) G - sum(steps G) = sum(changes)}, n being the steps. */
  private static void count(double[][] equations, int from, int to, double change) {
    double[] row = equations[from];
    row[from] += 1;
    row[to] -= 1;
    row[row.length - 1] += change;
  }

  /**
   * Leaves the solution in the last column. The diagonal outweighs each row, so no row needs to be
   * exchanged for another.
   */
  private static void solve(double[][] equations) {
    int size = equations.length;
    for (int pivot = 0; pivot < size; pivot++) {
      double scale = 1 / equations[pivot][pivot];
      for (int column = pivot; column <= size; column++) {
        equations[pivot][column] *= scale;
      }
      for (int row = 0; row < size; row++) {
        double factor = equations[row][pivot];
        if (row != pivot && factor != 0) {
          for (int column = pivot; column <= size; column++) {
            equations[row][column] -= factor * equations[pivot][column];
          }
        }
      }
    }
  }

  private static double mid(double[] quote) {
    return (quote[0] + quote[2]) / 2;
  }

  private int state(double[] quote) {
    return state(quote[0], quote[1], quote[2], quote[3]);
  }

  private int state(double bidPrice, double bidQty, double askPrice, double askQty) {
    int bucket = (int) (bidQty / (bidQty + askQty) * buckets);
    long ticks = Math.round((askPrice - bidPrice) / tick);
    int spread = (int) Math.max(1, Math.min(spreads, ticks));
    return (spread - 1) * buckets + Math.min(bucket, buckets - 1);
  }

  private int mirrored(int state) {
    int bucket = state % buckets;
    return state - bucket + buckets - 1 - bucket;
  }

  /** The micro-price of a quote. */
  public double price(double bidPrice, double bidQty, double askPrice, double askQty) {
    return (bidPrice + askPrice) / 2 + table[state(bidPrice, bidQty, askPrice, askQty)];
  }

  /**
   * What is added to the middle, in quote.
   *
   * @param spread in ticks, from 1 up to as many as were told apart
   * @param bucket of imbalance, 0 being nearly all asks
   */
  public double adjustment(int spread, int bucket) {
    return table[(spread - 1) * buckets + bucket];
  }
}

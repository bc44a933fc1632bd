package io.tradewind.research.backtest;

import io.tradewind.core.market.CandleColumns;

/**
 * The capital spread evenly over the symbols that strategies see at their first open and held,
 * without costs.
 */
final class BuyAndHold {
  private BuyAndHold() {}

  static EquityCurve curve(BacktestSpec spec, EquityCurve daily) {
    long[] times = new long[daily.size()];
    double[] sums = new double[daily.size()];
    double share = (double) spec.capitalScaled() / spec.traded();
    for (int i = 0; i < times.length; i++) {
      times[i] = daily.timeNs(i);
    }
    for (CandleColumns feed : spec.market().feeds().subList(0, spec.traded())) {
      add(feed, spec.fromNs(), share, times, sums);
    }
    long[] values = new long[sums.length];
    for (int i = 0; i < sums.length; i++) {
      values[i] = Math.round(sums[i]);
    }
    return new EquityCurve(daily.cashScale(), times, values);
  }

  private static void add(
      CandleColumns feed, long fromNs, double share, long[] times, double[] sums) {
    int first = feed.firstRowFrom(fromNs);
    int row = first;
    for (int i = 0; i < times.length; i++) {
      while (row < feed.size() && feed.closeTimeNs(row) <= times[i]) {
        row++;
      }
      sums[i] += row == first ? share : share * ((double) feed.close(row - 1) / feed.open(first));
    }
  }
}

package io.tradewind.bench;

/** The same rules over arrays of doubles, with no engine, ledger, gate or records: the floor. */
final class BareLoop {
  private BareLoop() {}

  /** Returns the final equity. */
  static double run(double[] open, double[] high, double[] low, double[] close) {
    double cash = 10_000;
    double qty = 0;
    double stop = 0;
    double target = 0;
    double fast = close[0];
    double slow = close[0];
    boolean above = false;
    int wish = 0;
    for (int i = 1; i < close.length; i++) {
      if (wish == 1 && qty == 0) {
        qty = cash / (open[i] * 1.001);
        stop = close[i - 1] * (1 - Cross.STOP);
        target = close[i - 1] * (1 + Cross.TARGET);
        cash = 0;
      } else if (wish == -1 && qty > 0) {
        cash = qty * open[i] * 0.999;
        qty = 0;
      }
      wish = 0;
      if (qty > 0) {
        if (low[i] <= stop) {
          cash = qty * Math.min(open[i], stop) * 0.999;
          qty = 0;
        } else if (high[i] >= target) {
          cash = qty * Math.max(open[i], target) * 0.999;
          qty = 0;
        }
      }
      fast += 2.0 / 13 * (close[i] - fast);
      slow += 2.0 / 27 * (close[i] - slow);
      boolean now = fast > slow;
      if (now != above && i >= 26) {
        wish = now ? 1 : -1;
      }
      above = now;
    }
    return cash + qty * close[close.length - 1];
  }
}

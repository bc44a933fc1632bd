package io.tradewind.research.backtest;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.number.Crossing;

/** Equity over time in the reporting currency. Columns are handed over, not copied. */
public final class EquityCurve {
  private final int cashScale;
  private final long[] timesNs;
  private final long[] equityScaled;

  /**
   * Takes over columns of one length.
   *
   * @param cashScale of the values
   * @param timesNs rising
   */
  public EquityCurve(int cashScale, long[] timesNs, long[] equityScaled) {
    Check.argument(
        timesNs.length == equityScaled.length,
        "columns must be of one length, was %s",
        timesNs.length);
    this.cashScale = cashScale;
    this.timesNs = timesNs;
    this.equityScaled = equityScaled;
  }

  /** How many points. */
  public int size() {
    return timesNs.length;
  }

  /** Scale of the values. */
  public int cashScale() {
    return cashScale;
  }

  /** When, epoch nanoseconds. */
  public long timeNs(int point) {
    return timesNs[point];
  }

  /** Exact value. */
  public long equityScaled(int point) {
    return equityScaled[point];
  }

  /** Value in currency. */
  public double equity(int point) {
    return Crossing.toDouble(equityScaled[point], cashScale);
  }

  /**
   * Simple returns from point to point, {@code [size - 1]}; zero once equity has reached zero or
   * less.
   */
  public double[] returns() {
    double[] returns = new double[Math.max(0, size() - 1)];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = equityScaled[i] > 0 ? (double) equityScaled[i + 1] / equityScaled[i] - 1.0 : 0.0;
    }
    return returns;
  }
}

package io.tradewind.research.report;

import io.tradewind.analytics.statistics.Returns;
import java.util.Locale;

/** A figure that is also told of each {@value #DAYS} days. */
public enum Rolling {
  /** Sharpe ratio. */
  SHARPE,
  /** Sortino ratio. */
  SORTINO,
  /** Annual volatility, a fraction. */
  VOLATILITY;

  /** Window, in daily returns. */
  public static final int DAYS = 30;

  /** Its name in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code [daily returns]}, NaN where there are too few days or it is undefined. */
  public double[] of(double[] dailyReturns) {
    return Returns.rolling(
        dailyReturns,
        DAYS,
        switch (this) {
          case SHARPE -> Returns::sharpe;
          case SORTINO -> Returns::sortino;
          case VOLATILITY -> Returns::volatility;
        });
  }
}

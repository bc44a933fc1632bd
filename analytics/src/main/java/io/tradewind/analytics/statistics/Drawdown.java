package io.tradewind.analytics.statistics;

import io.tradewind.analytics.check.Check;

/**
 * Drawdowns: how far equity stands below its highest so far, as a fraction 0 or less (-0.2 is 20 %
 * down). Equal to quantstats 0.0.86 (module {@code stats}).
 */
public final class Drawdown {
  private Drawdown() {}

  /**
   * The drawdown at the end of each day ({@code to_drawdown_series}). Equity begins at 1 before the
   * first day, so a loss on the first day is a drawdown.
   *
   * @param dailyReturns {@code [days]}, fractions
   * @return {@code [days]}, each 0 or less
   */
  public static double[] series(double[] dailyReturns) {
    double[] drawdowns = new double[dailyReturns.length];
    double wealth = 1;
    double peak = 1;
    for (int i = 0; i < drawdowns.length; i++) {
      wealth *= 1 + dailyReturns[i];
      peak = Math.max(peak, wealth);
      drawdowns[i] = wealth / peak - 1;
    }
    return drawdowns;
  }

  /**
   * The drawdown of each point of an equity curve from the highest before it.
   *
   * @param equity {@code [days]}, each above 0
   * @return {@code [days]}, each 0 or less, the first 0
   */
  public static double[] ofEquity(double[] equity) {
    double[] drawdowns = new double[equity.length];
    double peak = 0;
    for (int i = 0; i < drawdowns.length; i++) {
      Check.argument(equity[i] > 0, "equity must be > 0, was %s", equity[i]);
      peak = Math.max(peak, equity[i]);
      drawdowns[i] = equity[i] / peak - 1;
    }
    return drawdowns;
  }

  /**
   * The deepest drawdown, 0 or less ({@code max_drawdown}); NaN of no days.
   *
   * @param drawdowns {@code [days]} of {@link #series} or {@link #ofEquity}
   */
  public static double max(double[] drawdowns) {
    return Sample.min(drawdowns);
  }

  /**
   * How many days the deepest drawdown lasted, the first of them if several are as deep: the days
   * below the peak before it, until the peak is reached again or the series ends. 0 without a
   * drawdown. (Column {@code days} of {@code drawdown_details}, which overlooks a drawdown that
   * begins on the first day if no other follows.)
   */
  public static int maxDays(double[] drawdowns) {
    double deepest = 0;
    int daysOfDeepest = 0;
    int start = 0;
    while (start < drawdowns.length) {
      int end = endOfDrawdown(drawdowns, start);
      double low = lowest(drawdowns, start, end);
      if (low < deepest) {
        deepest = low;
        daysOfDeepest = end - start;
      }
      start = end + 1;
    }
    return daysOfDeepest;
  }

  /** How many days the longest drawdown lasted, counted as in {@link #maxDays}; 0 without one. */
  public static int longestDays(double[] drawdowns) {
    int longest = 0;
    int days = 0;
    for (double drawdown : drawdowns) {
      days = drawdown < 0 ? days + 1 : 0;
      longest = Math.max(longest, days);
    }
    return longest;
  }

  /** The first day from start on that is not in a drawdown, or the end of the series. */
  private static int endOfDrawdown(double[] drawdowns, int start) {
    int end = start;
    while (end < drawdowns.length && drawdowns[end] < 0) {
      end++;
    }
    return end;
  }

  private static double lowest(double[] drawdowns, int start, int end) {
    double lowest = 0;
    for (int i = start; i < end; i++) {
      lowest = Math.min(lowest, drawdowns[i]);
    }
    return lowest;
  }

  /**
   * Ulcer index, {@code sqrt(sum(drawdown^2) / (days - 1))} as a fraction ({@code ulcer_index});
   * NaN below two days. Source: P. Martin and B. McCann (1989), "The Investor's Guide to Fidelity
   * Funds", who divide by the days and give percent.
   */
  public static double ulcerIndex(double[] drawdowns) {
    if (drawdowns.length < 2) {
      return Double.NaN;
    }
    double[] squares = new double[drawdowns.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = drawdowns[i] * drawdowns[i];
    }
    return Math.sqrt(Sample.sum(squares) / (squares.length - 1));
  }
}

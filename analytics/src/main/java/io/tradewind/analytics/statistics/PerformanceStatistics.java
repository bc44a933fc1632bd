package io.tradewind.analytics.statistics;

/**
 * What a run did, from its daily UTC returns, 365 of them a year. Every number is defined by the
 * method of {@link Returns} or {@link Drawdown} that makes it, and NaN where that says so.
 *
 * @param days how many returns there were
 * @param totalReturn compounded, a fraction
 * @param cagr compound annual growth rate, a fraction
 * @param volatility annual standard deviation of the returns, a fraction
 * @param sharpe annual Sharpe ratio
 * @param sortino annual Sortino ratio
 * @param calmar cagr over the deepest drawdown
 * @param maxDrawdown the deepest drawdown, a fraction 0 or less
 * @param maxDrawdownDays how long the deepest drawdown lasted
 * @param longestDrawdownDays how long the longest drawdown lasted
 * @param ulcerIndex root mean square of the drawdowns, a fraction
 * @param tailRatio 95 % quantile over 5 % quantile
 * @param skew skewness of the returns
 * @param kurtosis excess kurtosis of the returns
 * @param dayWinRate winning days over days that won or lost, 0 to 1
 * @param dayProfitFactor gains over losses
 * @param bestDay greatest return, a fraction
 * @param worstDay smallest return, a fraction
 */
public record PerformanceStatistics(
    int days,
    double totalReturn,
    double cagr,
    double volatility,
    double sharpe,
    double sortino,
    double calmar,
    double maxDrawdown,
    int maxDrawdownDays,
    int longestDrawdownDays,
    double ulcerIndex,
    double tailRatio,
    double skew,
    double kurtosis,
    double dayWinRate,
    double dayProfitFactor,
    double bestDay,
    double worstDay) {

  /**
   * Of a series of days.
   *
   * @param dailyReturns {@code [days]}, finite fractions; may be empty
   */
  public static PerformanceStatistics of(double[] dailyReturns) {
    Sample.requireFinite("dailyReturns", dailyReturns);
    double[] drawdowns = Drawdown.series(dailyReturns);
    return new PerformanceStatistics(
        dailyReturns.length,
        Returns.total(dailyReturns),
        Returns.cagr(dailyReturns),
        Returns.volatility(dailyReturns),
        Returns.sharpe(dailyReturns),
        Returns.sortino(dailyReturns),
        Returns.calmar(dailyReturns),
        Drawdown.max(drawdowns),
        Drawdown.maxDays(drawdowns),
        Drawdown.longestDays(drawdowns),
        Drawdown.ulcerIndex(drawdowns),
        Returns.tailRatio(dailyReturns),
        Returns.skew(dailyReturns),
        Returns.kurtosis(dailyReturns),
        Returns.winRate(dailyReturns),
        Returns.profitFactor(dailyReturns),
        Returns.best(dailyReturns),
        Returns.worst(dailyReturns));
  }
}

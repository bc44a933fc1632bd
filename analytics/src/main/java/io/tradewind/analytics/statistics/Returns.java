package io.tradewind.analytics.statistics;

import io.tradewind.analytics.check.Check;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Statistics of daily returns, {@code [days]}, each the simple return of one UTC day as a fraction
 * (0.01 is 1 %). Crypto trades every day, so a year has {@value #DAYS_PER_YEAR} of them; the
 * risk-free rate is 0. Equal to the functions of quantstats 0.0.86 (module {@code stats}) that each
 * method names, called with {@code periods=365}, except that a ratio whose divisor is 0 is
 * undefined and NaN here, where quantstats gives infinity, 0 or a quotient of rounding errors.
 */
public final class Returns {
  /** Periods a year for annualising. */
  public static final int DAYS_PER_YEAR = 365;

  private static final double TAIL = 0.95;

  private Returns() {}

  /**
   * The returns between the days of an equity curve.
   *
   * @param equity {@code [days]}, each above 0
   * @return {@code [days - 1]}, empty for less than two days
   */
  public static double[] ofEquity(double[] equity) {
    double[] returns = new double[Math.max(0, equity.length - 1)];
    for (int i = 0; i < returns.length; i++) {
      Check.argument(equity[i] > 0, "equity must be > 0, was %s", equity[i]);
      returns[i] = (equity[i + 1] - equity[i]) / equity[i];
    }
    return returns;
  }

  /** Compounded return of all days, {@code prod(1 + r) - 1} ({@code comp}); 0 of no days. */
  public static double total(double[] dailyReturns) {
    return wealth(dailyReturns) - 1;
  }

  private static double wealth(double[] dailyReturns) {
    double wealth = 1;
    for (double r : dailyReturns) {
      wealth *= 1 + r;
    }
    return wealth;
  }

  /**
   * Compound annual growth rate, {@code prod(1 + r)^(365 / days) - 1} ({@code cagr}); NaN of no
   * days or if more than everything was lost.
   */
  public static double cagr(double[] dailyReturns) {
    double wealth = wealth(dailyReturns);
    if (dailyReturns.length == 0 || wealth < 0) {
      return Double.NaN;
    }
    return StrictMath.pow(wealth, (double) DAYS_PER_YEAR / dailyReturns.length) - 1;
  }

  /**
   * Annual volatility, {@code std(r) sqrt(365)} with ddof 1 ({@code volatility}); NaN below two
   * days.
   */
  public static double volatility(double[] dailyReturns) {
    return Sample.standardDeviation(dailyReturns) * Math.sqrt(DAYS_PER_YEAR);
  }

  /**
   * Sharpe ratio, {@code mean(r) / std(r) sqrt(365)} with ddof 1 ({@code sharpe}); NaN below two
   * days or without variance.
   */
  public static double sharpe(double[] dailyReturns) {
    double deviation = Sample.standardDeviation(dailyReturns);
    return Sample.ratio(Sample.mean(dailyReturns), deviation) * Math.sqrt(DAYS_PER_YEAR);
  }

  /**
   * A figure of each window of days, such as {@code rolling(returns, 30, Returns::sharpe)} ({@code
   * rolling_sharpe}, {@code rolling_sortino}, {@code rolling_volatility}).
   *
   * @param window days, at least 2
   * @return {@code [days]}, NaN for the first {@code window - 1} and where the figure is undefined
   */
  public static double[] rolling(
      double[] dailyReturns, int window, ToDoubleFunction<double[]> figure) {
    Check.argument(window >= 2, "window must be >= 2, was %s", window);
    double[] figures = new double[dailyReturns.length];
    Arrays.fill(figures, Double.NaN);
    for (int end = window; end <= dailyReturns.length; end++) {
      figures[end - 1] = figure.applyAsDouble(Arrays.copyOfRange(dailyReturns, end - window, end));
    }
    return figures;
  }

  /**
   * Sortino ratio, {@code mean(r) / sqrt(sum(min(r, 0)^2) / days) sqrt(365)}: the divisor counts
   * all days, not only the losing ones ({@code sortino}). NaN of no days or without a losing one.
   */
  public static double sortino(double[] dailyReturns) {
    double[] squares = Arrays.stream(dailyReturns).map(r -> r < 0 ? r * r : 0).toArray();
    double downside = Math.sqrt(Sample.mean(squares));
    return Sample.ratio(Sample.mean(dailyReturns), downside) * Math.sqrt(DAYS_PER_YEAR);
  }

  /** Calmar ratio, {@code cagr / |max drawdown|} ({@code calmar}); NaN without a drawdown. */
  public static double calmar(double[] dailyReturns) {
    double deepest = Drawdown.max(Drawdown.series(dailyReturns));
    return Sample.ratio(cagr(dailyReturns), Math.abs(deepest));
  }

  /**
   * Tail ratio, {@code |q(0.95) / q(0.05)|} with linearly interpolated quantiles ({@code
   * tail_ratio}); NaN of no days or if the lower quantile is 0.
   */
  public static double tailRatio(double[] dailyReturns) {
    double lower = Sample.quantile(dailyReturns, 1 - TAIL);
    return Math.abs(Sample.ratio(Sample.quantile(dailyReturns, TAIL), lower));
  }

  /** Skewness without bias ({@code skew}); NaN below three days or without variance. */
  public static double skew(double[] dailyReturns) {
    return Sample.skew(dailyReturns);
  }

  /**
   * Excess kurtosis without bias, 0 for a normal distribution ({@code kurtosis}); NaN below four
   * days or without variance.
   */
  public static double kurtosis(double[] dailyReturns) {
    return Sample.excessKurtosis(dailyReturns);
  }

  /** Winning days over days that won or lost, 0 to 1 ({@code win_rate}); NaN if none did. */
  public static double winRate(double[] dailyReturns) {
    double wins = Sample.where(dailyReturns, r -> r > 0).length;
    return Sample.ratio(wins, Sample.where(dailyReturns, r -> r != 0).length);
  }

  /** Sum of the gains over the sum of the losses ({@code profit_factor}); NaN without a loss. */
  public static double profitFactor(double[] dailyReturns) {
    double gains = Sample.sum(Sample.where(dailyReturns, r -> r > 0));
    return Sample.ratio(gains, Math.abs(Sample.sum(Sample.where(dailyReturns, r -> r < 0))));
  }

  /** The best day ({@code best}); NaN of no days. */
  public static double best(double[] dailyReturns) {
    return Sample.max(dailyReturns);
  }

  /** The worst day ({@code worst}); NaN of no days. */
  public static double worst(double[] dailyReturns) {
    return Sample.min(dailyReturns);
  }
}

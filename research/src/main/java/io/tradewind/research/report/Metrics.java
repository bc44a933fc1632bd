package io.tradewind.research.report;

import io.tradewind.analytics.statistics.PerformanceStatistics;
import io.tradewind.analytics.statistics.TradeStatistics;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.EquityCurve;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The figures of a run, on daily UTC returns with 365 of them a year. What is undefined, such as a
 * Sharpe ratio of one day or a profit factor without a loss, is absent. Sums of money are exact and
 * take the quote currency of every symbol to be the reporting currency.
 */
public final class Metrics {
  private final Map<Figure, BigDecimal> values = new EnumMap<>(Figure.class);
  private final Map<Rolling, double[]> rolling = new EnumMap<>(Rolling.class);

  private Metrics() {}

  /** All figures of a run. */
  public static Metrics of(BacktestResult result) {
    double[] returns = result.daily().returns();
    Metrics metrics = new Metrics();
    for (Rolling figure : Rolling.values()) {
      metrics.rolling.put(figure, figure.of(returns));
    }
    metrics.putReturns(result, PerformanceStatistics.of(returns));
    metrics.putTrades(statistics(result.trades()));
    metrics.putMoney(result);
    return metrics;
  }

  /** The figure, absent where it is undefined. Money is exact, all else a double's digits. */
  public Optional<BigDecimal> value(Figure figure) {
    return Optional.ofNullable(values.get(figure));
  }

  /** The figure to think with, absent where it is undefined. */
  public OptionalDouble number(Figure figure) {
    BigDecimal value = values.get(figure);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
  }

  /**
   * A figure of {@value Rolling#DAYS} days.
   *
   * @param day the last of them, from 0; the first window is full at {@value Rolling#DAYS} - 1
   * @return NaN where there are too few days or it is undefined
   */
  public double rolling(Rolling figure, int day) {
    return Objects.requireNonNull(rolling.get(figure))[day];
  }

  private void putReturns(BacktestResult result, PerformanceStatistics days) {
    put(Figure.TOTAL_RETURN, change(result.daily()));
    put(Figure.CAGR, days.cagr());
    put(Figure.BUY_AND_HOLD_RETURN, change(result.buyAndHold()));
    put(Figure.BEST_DAY, days.bestDay());
    put(Figure.WORST_DAY, days.worstDay());
    put(Figure.DAY_WIN_RATE, days.dayWinRate());
    put(Figure.VOLATILITY, days.volatility());
    put(Figure.MAX_DRAWDOWN, days.maxDrawdown());
    put(Figure.MAX_DRAWDOWN_DAYS, days.maxDrawdownDays());
    put(Figure.LONGEST_DRAWDOWN_DAYS, days.longestDrawdownDays());
    put(Figure.ULCER_INDEX, days.ulcerIndex());
    put(Figure.TAIL_RATIO, days.tailRatio());
    put(Figure.SKEW, days.skew());
    put(Figure.KURTOSIS, days.kurtosis());
    put(Figure.SHARPE, days.sharpe());
    put(Figure.SORTINO, days.sortino());
    put(Figure.CALMAR, days.calmar());
  }

  private void putTrades(TradeStatistics trades) {
    put(Figure.TRADES, trades.trades());
    put(Figure.WIN_RATE, trades.winRate());
    put(Figure.PROFIT_FACTOR, trades.profitFactor());
    put(Figure.EXPECTANCY, trades.expectancy());
    put(Figure.EXPECTANCY_R, trades.expectancyR());
    put(Figure.AVERAGE_WIN, trades.averageWin());
    put(Figure.AVERAGE_LOSS, trades.averageLoss());
    put(Figure.PAYOFF_RATIO, trades.payoffRatio());
    put(Figure.SQN, trades.sqn());
    put(Figure.AVERAGE_R, trades.expectancyR());
    put(Figure.LONGEST_WIN_STREAK, trades.longestWinStreak());
    put(Figure.LONGEST_LOSS_STREAK, trades.longestLossStreak());
  }

  private void putMoney(BacktestResult result) {
    List<ClosedTrade> trades = result.trades();
    put(Figure.NET_PROFIT, sum(trades, t -> true, ClosedTrade::profitScaled));
    put(Figure.GROSS_PROFIT, sum(trades, t -> t.profitScaled() > 0, ClosedTrade::profitScaled));
    put(Figure.GROSS_LOSS, sum(trades, t -> t.profitScaled() < 0, ClosedTrade::profitScaled));
    put(Figure.FEES, sum(trades, t -> true, ClosedTrade::feesScaled));
    put(Figure.SLIPPAGE, sum(trades, t -> true, ClosedTrade::slippageScaled));
    put(Figure.FUNDING, sum(trades, t -> true, ClosedTrade::fundingScaled));
    put(Figure.EXPOSURE, exposure(trades, result.run().fromNs(), result.run().toNs()));
    put(Figure.TURNOVER, turnover(trades, result.daily()));
    EquityCurve daily = result.daily();
    if (daily.size() > 0) {
      long last = daily.equityScaled(daily.size() - 1);
      put(Figure.FINAL_EQUITY, FixedPoint.toDecimal(last, daily.cashScale()));
    }
  }

  private static TradeStatistics statistics(List<ClosedTrade> trades) {
    return TradeStatistics.of(
        trades.stream().mapToDouble(trade -> trade.profit().doubleValue()).toArray(),
        trades.stream().map(ClosedTrade::r).flatMapToDouble(OptionalDouble::stream).toArray());
  }

  private static double change(EquityCurve curve) {
    if (curve.size() == 0 || curve.equityScaled(0) <= 0) {
      return Double.NaN;
    }
    return (double) curve.equityScaled(curve.size() - 1) / curve.equityScaled(0) - 1;
  }

  /** Length of the union of the times in a position, over the run's. */
  private static double exposure(List<ClosedTrade> trades, long fromNs, long toNs) {
    if (toNs <= fromNs) {
      return Double.NaN;
    }
    long inMarketNs = 0;
    long coveredToNs = fromNs;
    for (ClosedTrade trade :
        trades.stream().sorted(Comparator.comparingLong(ClosedTrade::entryTimeNs)).toList()) {
      long startNs = Math.max(trade.entryTimeNs(), coveredToNs);
      long endNs = Math.min(trade.exitTimeNs(), toNs);
      inMarketNs += Math.max(0, endNs - startNs);
      coveredToNs = Math.max(coveredToNs, endNs);
    }
    return (double) inMarketNs / (toNs - fromNs);
  }

  private static double turnover(List<ClosedTrade> trades, EquityCurve daily) {
    double equity = 0;
    for (int i = 0; i < daily.size(); i++) {
      equity += daily.equity(i) / daily.size();
    }
    BigDecimal traded =
        sum(trades, t -> true, ClosedTrade::entryQuoteScaled)
            .add(sum(trades, t -> true, ClosedTrade::exitQuoteScaled));
    return equity > 0 ? traded.doubleValue() / equity : Double.NaN;
  }

  private static BigDecimal sum(
      List<ClosedTrade> trades, Predicate<ClosedTrade> counts, ToLongFunction<ClosedTrade> scaled) {
    BigDecimal sum = BigDecimal.ZERO;
    for (ClosedTrade trade : trades) {
      if (counts.test(trade)) {
        sum =
            sum.add(
                FixedPoint.toDecimal(scaled.applyAsLong(trade), trade.instrument().cashScale()));
      }
    }
    return sum;
  }

  private void put(Figure figure, double value) {
    Decimals.finite(value).ifPresent(decimal -> values.put(figure, decimal));
  }

  private void put(Figure figure, BigDecimal value) {
    values.put(figure, Decimals.canonical(value));
  }
}

package io.tradewind.research.report;

/**
 * Every figure of a run, in the order of the JSON. One declaration gives the key in JSON, and the
 * label and the explanation in the HTML report. The formulas are in {@link
 * io.tradewind.analytics.statistics.Returns}, {@link io.tradewind.analytics.statistics.Drawdown}
 * and {@link io.tradewind.analytics.statistics.Trades}.
 */
public enum Figure {
  /** Final over first equity. */
  TOTAL_RETURN(
      "totalReturn",
      FigureGroup.RETURN,
      FigureUnit.RATIO,
      "Total return",
      "Final equity against the capital at the start."),
  /** Compound annual growth rate. */
  CAGR(
      "cagr",
      FigureGroup.RETURN,
      FigureUnit.RATIO,
      "CAGR",
      "Compound annual growth rate: the yearly return that would give the same result."),
  /** Capital spread evenly over the symbols. */
  BUY_AND_HOLD_RETURN(
      "buyAndHoldReturn",
      FigureGroup.RETURN,
      FigureUnit.RATIO,
      "Buy and hold",
      "The capital spread evenly over the symbols at the first open and held to the end."),
  /** Sum of the trades' profits. */
  NET_PROFIT(
      "netProfit",
      FigureGroup.RETURN,
      FigureUnit.MONEY,
      "Net profit",
      "Sum of the profits and losses of all closed trades, after all costs."),
  /** Equity at the end. */
  FINAL_EQUITY(
      "finalEquity",
      FigureGroup.RETURN,
      FigureUnit.MONEY,
      "Final equity",
      "What the account is worth at the end."),
  /** Greatest daily return. */
  BEST_DAY(
      "bestDay", FigureGroup.RETURN, FigureUnit.RATIO, "Best day", "Greatest return of a UTC day."),
  /** Smallest daily return. */
  WORST_DAY(
      "worstDay",
      FigureGroup.RETURN,
      FigureUnit.RATIO,
      "Worst day",
      "Smallest return of a UTC day."),
  /** Winning days. */
  DAY_WIN_RATE(
      "dayWinRate",
      FigureGroup.RETURN,
      FigureUnit.RATIO,
      "Winning days",
      "Days that won, of the days that won or lost."),
  /** Annual standard deviation. */
  VOLATILITY(
      "volatility",
      FigureGroup.RISK,
      FigureUnit.RATIO,
      "Volatility",
      "Standard deviation of daily returns, over a year of 365 days."),
  /** Deepest drawdown. */
  MAX_DRAWDOWN(
      "maxDrawdown",
      FigureGroup.RISK,
      FigureUnit.RATIO,
      "Max drawdown",
      "Deepest fall of daily equity below its highest point before."),
  /** Days of the deepest drawdown. */
  MAX_DRAWDOWN_DAYS(
      "maxDrawdownDays",
      FigureGroup.RISK,
      FigureUnit.DAYS,
      "Max drawdown lasted",
      "Days that equity stayed below the peak before its deepest fall."),
  /** Days of the longest drawdown. */
  LONGEST_DRAWDOWN_DAYS(
      "longestDrawdownDays",
      FigureGroup.RISK,
      FigureUnit.DAYS,
      "Longest drawdown",
      "Most days in a row that equity stayed below a peak."),
  /** Root mean square of the drawdowns. */
  ULCER_INDEX(
      "ulcerIndex",
      FigureGroup.RISK,
      FigureUnit.RATIO,
      "Ulcer index",
      "Root mean square of the daily drawdowns: depth and length in one number."),
  /** Quantile over quantile. */
  TAIL_RATIO(
      "tailRatio",
      FigureGroup.RISK,
      FigureUnit.NUMBER,
      "Tail ratio",
      "A good day (95 % quantile) against a bad day (5 % quantile); above 1 is good."),
  /** Skewness of daily returns. */
  SKEW(
      "skew",
      FigureGroup.RISK,
      FigureUnit.NUMBER,
      "Skew",
      "Whether daily returns lean to large gains (above 0) or to large losses (below 0)."),
  /** Excess kurtosis of daily returns. */
  KURTOSIS(
      "kurtosis",
      FigureGroup.RISK,
      FigureUnit.NUMBER,
      "Kurtosis",
      "Excess kurtosis: how much of the result comes from extreme days; 0 is a normal curve."),
  /** Annual Sharpe ratio. */
  SHARPE(
      "sharpe",
      FigureGroup.RATIO,
      FigureUnit.NUMBER,
      "Sharpe",
      "Mean daily return over its standard deviation, annualised; the risk-free rate is 0."),
  /** Annual Sortino ratio. */
  SORTINO(
      "sortino",
      FigureGroup.RATIO,
      FigureUnit.NUMBER,
      "Sortino",
      "As Sharpe, but only losing days count as risk."),
  /** Growth over drawdown. */
  CALMAR(
      "calmar", FigureGroup.RATIO, FigureUnit.NUMBER, "Calmar", "CAGR over the deepest drawdown."),
  /** How many trades. */
  TRADES(
      "trades",
      FigureGroup.TRADES,
      FigureUnit.COUNT,
      "Trades",
      "Closed trades, from flat to flat."),
  /** Wins of all trades. */
  WIN_RATE(
      "winRate",
      FigureGroup.TRADES,
      FigureUnit.RATIO,
      "Win rate",
      "Trades that earned more than nothing after costs, of all trades."),
  /** Wins over losses. */
  PROFIT_FACTOR(
      "profitFactor",
      FigureGroup.TRADES,
      FigureUnit.NUMBER,
      "Profit factor",
      "Sum of the wins over the sum of the losses."),
  /** Mean profit. */
  EXPECTANCY(
      "expectancy", FigureGroup.TRADES, FigureUnit.MONEY, "Expectancy", "Mean profit of a trade."),
  /** Expectancy in units of risk. */
  EXPECTANCY_R(
      "expectancyR",
      FigureGroup.TRADES,
      FigureUnit.R,
      "Expectancy in R",
      "Mean profit of a trade with a stop, in units of what the stop would have lost."),
  /** Mean of the wins. */
  AVERAGE_WIN(
      "averageWin", FigureGroup.TRADES, FigureUnit.MONEY, "Average win", "Mean of the wins."),
  /** Mean of the losses. */
  AVERAGE_LOSS(
      "averageLoss",
      FigureGroup.TRADES,
      FigureUnit.MONEY,
      "Average loss",
      "Mean of the losses, below 0."),
  /** Average win over average loss. */
  PAYOFF_RATIO(
      "payoffRatio",
      FigureGroup.TRADES,
      FigureUnit.NUMBER,
      "Payoff ratio",
      "Average win over average loss."),
  /** System quality number. */
  SQN(
      "sqn",
      FigureGroup.TRADES,
      FigureUnit.NUMBER,
      "SQN",
      "System quality number: mean R over its standard deviation, times the root of the count."),
  /** Mean R multiple. */
  AVERAGE_R(
      "averageR",
      FigureGroup.TRADES,
      FigureUnit.R,
      "Average R",
      "Mean R multiple: profit over what the first stop would have lost."),
  /** Most wins in a row. */
  LONGEST_WIN_STREAK(
      "longestWinStreak",
      FigureGroup.TRADES,
      FigureUnit.COUNT,
      "Longest winning streak",
      "Most wins in a row, in the order of closing."),
  /** Most losses in a row. */
  LONGEST_LOSS_STREAK(
      "longestLossStreak",
      FigureGroup.TRADES,
      FigureUnit.COUNT,
      "Longest losing streak",
      "Most losses in a row, in the order of closing."),
  /** Share of the time in the market. */
  EXPOSURE(
      "exposure",
      FigureGroup.ACTIVITY,
      FigureUnit.RATIO,
      "Exposure",
      "Share of the run's time in which at least one position was open."),
  /** Traded notional over average equity. */
  TURNOVER(
      "turnover",
      FigureGroup.ACTIVITY,
      FigureUnit.NUMBER,
      "Turnover",
      "Everything bought and sold over the run, in multiples of average equity."),
  /** Sum of the wins. */
  GROSS_PROFIT(
      "grossProfit",
      FigureGroup.ACTIVITY,
      FigureUnit.MONEY,
      "Gross profit",
      "Sum of the winning trades, after costs."),
  /** Sum of the losses. */
  GROSS_LOSS(
      "grossLoss",
      FigureGroup.ACTIVITY,
      FigureUnit.MONEY,
      "Gross loss",
      "Sum of the losing trades, after costs; 0 or below."),
  /** Fees paid. */
  FEES("fees", FigureGroup.ACTIVITY, FigureUnit.MONEY, "Fees", "Paid to the venue."),
  /** Slippage paid. */
  SLIPPAGE(
      "slippage",
      FigureGroup.ACTIVITY,
      FigureUnit.MONEY,
      "Slippage",
      "Spread, slippage and impact: what fills were worse than the price aimed at."),
  /** Funding paid. */
  FUNDING(
      "funding",
      FigureGroup.ACTIVITY,
      FigureUnit.MONEY,
      "Funding",
      "Funding of perpetuals; below 0 where it was received.");

  private final String key;
  private final FigureGroup group;
  private final FigureUnit unit;
  private final String label;
  private final String explanation;

  Figure(String key, FigureGroup group, FigureUnit unit, String label, String explanation) {
    this.key = key;
    this.group = group;
    this.unit = unit;
    this.label = label;
    this.explanation = explanation;
  }

  /** Its name in JSON. */
  public String key() {
    return key;
  }

  /** Where it stands. */
  public FigureGroup group() {
    return group;
  }

  /** What its number counts. */
  public FigureUnit unit() {
    return unit;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** One sentence on what it says. */
  public String explanation() {
    return explanation;
  }
}

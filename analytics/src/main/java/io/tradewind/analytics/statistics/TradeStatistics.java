package io.tradewind.analytics.statistics;

/**
 * What the closed trades did. Every number is defined by the method of {@link Trades} that makes
 * it, and NaN where that says so.
 *
 * @param trades how many
 * @param wins how many earned more than 0
 * @param losses how many earned less than 0
 * @param winRate wins over trades, 0 to 1
 * @param profitFactor sum of the wins over the sum of the losses
 * @param expectancy mean profit, in the currency of the profits
 * @param averageWin mean of the wins, in that currency
 * @param averageLoss mean of the losses, below 0, in that currency
 * @param payoffRatio average win over average loss
 * @param expectancyR mean R multiple
 * @param sqn system quality number of the R multiples
 * @param longestWinStreak most wins in a row
 * @param longestLossStreak most losses in a row
 */
public record TradeStatistics(
    int trades,
    int wins,
    int losses,
    double winRate,
    double profitFactor,
    double expectancy,
    double averageWin,
    double averageLoss,
    double payoffRatio,
    double expectancyR,
    double sqn,
    int longestWinStreak,
    int longestLossStreak) {

  /**
   * Of closed trades.
   *
   * @param profits {@code [trades]} in the order of their closing, after costs, finite; may be
   *     empty
   * @param rMultiples {@code [trades that had a stop]}, finite; may be shorter than profits or
   *     empty, since a trade without an initial risk has no R multiple
   */
  public static TradeStatistics of(double[] profits, double[] rMultiples) {
    Sample.requireFinite("profits", profits);
    Sample.requireFinite("rMultiples", rMultiples);
    return new TradeStatistics(
        profits.length,
        Sample.where(profits, p -> p > 0).length,
        Sample.where(profits, p -> p < 0).length,
        Trades.winRate(profits),
        Trades.profitFactor(profits),
        Trades.expectancy(profits),
        Trades.averageWin(profits),
        Trades.averageLoss(profits),
        Trades.payoffRatio(profits),
        Trades.expectancy(rMultiples),
        Trades.sqn(rMultiples),
        Trades.longestWinStreak(profits),
        Trades.longestLossStreak(profits));
  }
}

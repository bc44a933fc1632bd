package io.tradewind.analytics.statistics;

import java.util.function.DoublePredicate;

/**
 * Statistics of closed trades: {@code profits} are what each earned after costs, in one currency;
 * {@code rMultiples} the same divided by what each had at risk when it was opened. A trade of
 * exactly 0 is neither a win nor a loss, but it is a trade.
 */
public final class Trades {
  private Trades() {}

  /** Wins over all trades, 0 to 1; NaN of none. */
  public static double winRate(double[] profits) {
    return Sample.ratio(Sample.where(profits, p -> p > 0).length, profits.length);
  }

  /** Sum of the wins over the sum of the losses; NaN without a loss. */
  public static double profitFactor(double[] profits) {
    double won = Sample.sum(Sample.where(profits, p -> p > 0));
    return Sample.ratio(won, Math.abs(Sample.sum(Sample.where(profits, p -> p < 0))));
  }

  /** Mean profit of a trade; NaN of none. Of R multiples it is the expectancy in R. */
  public static double expectancy(double[] profits) {
    return Sample.mean(profits);
  }

  /** Mean of the wins; NaN without one. */
  public static double averageWin(double[] profits) {
    return Sample.mean(Sample.where(profits, p -> p > 0));
  }

  /** Mean of the losses, below 0; NaN without one. */
  public static double averageLoss(double[] profits) {
    return Sample.mean(Sample.where(profits, p -> p < 0));
  }

  /** Average win over average loss, above 0; NaN without either. */
  public static double payoffRatio(double[] profits) {
    return averageWin(profits) / Math.abs(averageLoss(profits));
  }

  /**
   * System quality number, {@code sqrt(n) mean(R) / std(R)} with ddof 1; NaN below two trades or
   * without variance. Source: V. K. Tharp (2008), "Van Tharp's Definitive Guide to Position
   * Sizing". He counts at most 100 trades in the root; here all count.
   */
  public static double sqn(double[] rMultiples) {
    double deviation = Sample.standardDeviation(rMultiples);
    return Sample.ratio(Math.sqrt(rMultiples.length) * Sample.mean(rMultiples), deviation);
  }

  /** Most wins in a row; 0 of none. */
  public static int longestWinStreak(double[] profits) {
    return longestStreak(profits, p -> p > 0);
  }

  /** Most losses in a row; 0 of none. */
  public static int longestLossStreak(double[] profits) {
    return longestStreak(profits, p -> p < 0);
  }

  private static int longestStreak(double[] values, DoublePredicate holds) {
    int longest = 0;
    int streak = 0;
    for (double value : values) {
      streak = holds.test(value) ? streak + 1 : 0;
      longest = Math.max(longest, streak);
    }
    return longest;
  }
}

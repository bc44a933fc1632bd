package io.tradewind.core.risk.sizing;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.statistics.Sample;
import io.tradewind.analytics.statistics.Trades;

/**
 * What a strategy's own closed trades say of it.
 *
 * @param trades how many
 * @param winRate share of those that earned, 0 to 1; of no meaning without trades
 * @param averageWin mean of the wins, at least 0, 0 without one
 * @param averageLoss mean of the losses as a number of at least 0, 0 without one; in the unit of
 *     the wins
 */
public record TradeRecord(int trades, double winRate, double averageWin, double averageLoss) {
  /** Of a strategy that has closed none. */
  public static final TradeRecord NONE = new TradeRecord(0, 0, 0, 0);

  /** Checks the number; the others may be NaN, where nothing can be said. */
  public TradeRecord {
    Check.argument(trades >= 0, "trades must be >= 0, was %s", trades);
  }

  /**
   * Of profits.
   *
   * @param profits {@code [trades]} in one unit, after costs, finite
   */
  public static TradeRecord of(double[] profits) {
    Sample.requireFinite("profits", profits);
    return profits.length == 0
        ? NONE
        : new TradeRecord(
            profits.length,
            Trades.winRate(profits),
            orNothing(Trades.averageWin(profits)),
            orNothing(-Trades.averageLoss(profits)));
  }

  /** The mean of none is none. */
  private static double orNothing(double mean) {
    return Double.isNaN(mean) ? 0 : mean;
  }
}

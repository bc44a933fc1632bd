package io.tradewind.core.golive;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.trade.ClosedTrade;
import java.util.List;

/**
 * What a strategy has to show.
 *
 * @param stage where it is
 * @param changed whether it was on paper before in another form
 * @param sinceNs when the stage began
 * @param nowNs now
 * @param trades closed trades; those that were entered before the stage do not count
 * @param equity of the stage, oldest first
 * @param evidence all that was shown, in this stage or before
 * @param capital what is at stake, in USD
 * @param costs running costs of 30 days, in USD
 */
public record StageRecord(
    Stage stage,
    boolean changed,
    long sinceNs,
    long nowNs,
    List<ClosedTrade> trades,
    List<Double> equity,
    List<Evidence> evidence,
    double capital,
    double costs) {

  /** Keeps copies and leaves out what is not of the stage. */
  public StageRecord {
    Check.argument(nowNs >= sinceNs, "nowNs must be >= sinceNs, was %s", nowNs);
    Check.argument(costs >= 0, "costs must be >= 0, was %s", costs);
    trades =
        trades.stream()
            .filter(trade -> trade.entryTimeNs() >= sinceNs && trade.exitTimeNs() <= nowNs)
            .toList();
    equity = List.copyOf(equity);
    evidence = List.copyOf(evidence);
  }

  /** Ratio of trades that won, NaN of none; one that ended at 0 did not win. */
  double winRate() {
    long wins = trades.stream().filter(trade -> trade.profitScaled() > 0).count();
    return (double) wins / trades.size();
  }

  /** Mean profit as a ratio of what was paid, NaN of no trade. */
  double averageResult() {
    return trades.stream().mapToDouble(ClosedTrade::profitRatio).average().orElse(Double.NaN);
  }

  /** The largest loss since a peak, as a ratio; NaN without equity, or if it begins at nothing. */
  double drawdown() {
    if (equity.isEmpty() || !(equity.getFirst() > 0)) {
      return Double.NaN;
    }
    double peak = 0;
    double worst = 0;
    for (double point : equity) {
      peak = Math.max(peak, point);
      worst = Math.max(worst, (peak - point) / peak);
    }
    return worst;
  }
}

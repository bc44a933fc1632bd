package io.tradewind.research.backtest;

import io.tradewind.core.execution.cost.CostBreakdown;
import io.tradewind.core.execution.cost.NetResult;
import io.tradewind.core.trade.ClosedTrade;
import java.util.List;

/**
 * What trading cost, and what it gained before: by trade and by day.
 *
 * @param trades in the order of the trades
 * @param days in the order of time, of each day the strategies by their order
 */
public record CostReport(List<NetResult> trades, List<Day> days) {
  /** Nothing known beside what the trades themselves tell. */
  static final CostReport NONE = new CostReport(List.of(), List.of());

  /** Copies the lists. */
  public CostReport {
    trades = List.copyOf(trades);
    days = List.copyOf(days);
  }

  /**
   * A strategy on a UTC day: costs when they were paid, gains of the trades that ended.
   *
   * @param epochDay days since 1970
   * @param strategy its name
   */
  public record Day(long epochDay, String strategy, NetResult result) {}

  /** Of a trade by its place; where it is not known by its parts, slippage is all one. */
  public NetResult of(int index, ClosedTrade trade) {
    if (index < trades.size()) {
      return trades.get(index);
    }
    CostBreakdown costs =
        new CostBreakdown(
            trade.feesScaled(), 0, trade.slippageScaled(), 0, trade.fundingScaled(), 0, 0, 0);
    return new NetResult(Math.addExact(trade.profitScaled(), costs.totalScaled()), costs);
  }
}

package io.tradewind.research.backtest;

import io.tradewind.core.allocation.AllocationSettings;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.simulation.venue.CostModel;
import java.util.Optional;

/**
 * What a run is held to.
 *
 * @param limits of the risk gate, over all books
 * @param allocation how capital is moved between the books; empty where it stays
 * @param seed of what is drawn by lot
 * @param costs of fills beside fees
 */
public record RunRules(
    RiskSettings limits, Optional<AllocationSettings> allocation, long seed, CostModel costs) {
  /** Capital stays with its strategy. */
  public RunRules(RiskSettings limits, CostModel costs) {
    this(limits, Optional.empty(), 0, costs);
  }
}

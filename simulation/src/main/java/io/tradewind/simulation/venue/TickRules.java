package io.tradewind.simulation.venue;

import io.tradewind.core.execution.cost.FeeTiers;
import java.util.OptionalDouble;

/**
 * How orders are filled on trades and order books. What spread, slippage and impact cost the book
 * shows, so there are no such costs of their own.
 *
 * @param feeInBase whether a spot purchase pays its fee in what was bought
 * @param feeTiers as {@link CostModel#feeTiers}
 * @param queue what stands before a limit order when others are taken back
 * @param entry from us to the venue
 * @param response from the venue to us
 * @param seed of what is drawn
 */
public record TickRules(
    boolean feeInBase,
    FeeTiers feeTiers,
    QueueModel queue,
    Latency entry,
    Latency response,
    long seed) {
  /** Without latency, with the fees of the instruments' rules, averse to risk in the queue. */
  public static final TickRules DEFAULT =
      new TickRules(false, FeeTiers.NONE, QueueModel.RISK_AVERSE, Latency.NONE, Latency.NONE, 0);

  /** All that a level offers can be had, at its price. */
  CostModel costs() {
    return new CostModel(0, 0, 0, OptionalDouble.of(1), feeInBase, feeTiers);
  }
}

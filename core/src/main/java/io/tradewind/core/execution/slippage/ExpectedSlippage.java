package io.tradewind.core.execution.slippage;

/**
 * What an order that takes is expected to lose against the mid, as ratios of it, never below 0.
 *
 * @param spread from the mid to the touch
 * @param impact from the touch to the average price
 * @param isComplete whether there is liquidity for all of it; if not, the rest is not in the
 *     numbers
 */
public record ExpectedSlippage(double spread, double impact, boolean isComplete) {

  /** Spread and impact. */
  public double ratio() {
    return spread + impact;
  }
}

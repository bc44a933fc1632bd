package io.tradewind.core.execution.cost;

/**
 * What was gained by prices alone, and what it cost.
 *
 * @param grossScaled the result at decision prices, before any cost, in cash scale
 * @param costs all of them
 */
public record NetResult(long grossScaled, CostBreakdown costs) {
  /** Nothing gained, nothing paid. */
  public static final NetResult NONE = new NetResult(0, CostBreakdown.NONE);

  /** What is left after all costs. */
  public long netScaled() {
    return Math.subtractExact(grossScaled, costs.totalScaled());
  }

  /** Both together. */
  public NetResult plus(NetResult other) {
    return new NetResult(Math.addExact(grossScaled, other.grossScaled), costs.plus(other.costs));
  }
}

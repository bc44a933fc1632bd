package io.tradewind.core.execution.cost;

/**
 * Costs by kind, in cash scale; above 0 where they were paid, below where they were received. The
 * components are those of {@link CostKind}.
 */
public record CostBreakdown(
    long feesScaled,
    long spreadScaled,
    long slippageScaled,
    long impactScaled,
    long fundingScaled,
    long borrowScaled,
    long modelScaled,
    long gasScaled) {
  /** Nothing. */
  public static final CostBreakdown NONE = new CostBreakdown(0, 0, 0, 0, 0, 0, 0, 0);

  /** One cost. */
  public static CostBreakdown of(CostKind kind, long amountScaled) {
    return new CostBreakdown(
        only(CostKind.FEE, kind, amountScaled),
        only(CostKind.SPREAD, kind, amountScaled),
        only(CostKind.SLIPPAGE, kind, amountScaled),
        only(CostKind.IMPACT, kind, amountScaled),
        only(CostKind.FUNDING, kind, amountScaled),
        only(CostKind.BORROW, kind, amountScaled),
        only(CostKind.MODEL, kind, amountScaled),
        only(CostKind.GAS, kind, amountScaled));
  }

  private static long only(CostKind component, CostKind kind, long amountScaled) {
    return component == kind ? amountScaled : 0;
  }

  /** What was paid for one kind. */
  public long amountScaled(CostKind kind) {
    return switch (kind) {
      case FEE -> feesScaled;
      case SPREAD -> spreadScaled;
      case SLIPPAGE -> slippageScaled;
      case IMPACT -> impactScaled;
      case FUNDING -> fundingScaled;
      case BORROW -> borrowScaled;
      case MODEL -> modelScaled;
      case GAS -> gasScaled;
    };
  }

  /** Both together. */
  public CostBreakdown plus(CostBreakdown other) {
    return new CostBreakdown(
        Math.addExact(feesScaled, other.feesScaled),
        Math.addExact(spreadScaled, other.spreadScaled),
        Math.addExact(slippageScaled, other.slippageScaled),
        Math.addExact(impactScaled, other.impactScaled),
        Math.addExact(fundingScaled, other.fundingScaled),
        Math.addExact(borrowScaled, other.borrowScaled),
        Math.addExact(modelScaled, other.modelScaled),
        Math.addExact(gasScaled, other.gasScaled));
  }

  /** All kinds together. */
  public long totalScaled() {
    long total = 0;
    for (CostKind kind : CostKind.values()) {
      total = Math.addExact(total, amountScaled(kind));
    }
    return total;
  }
}

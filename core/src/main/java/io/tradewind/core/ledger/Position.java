package io.tradewind.core.ledger;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.number.FixedPoint;
import java.math.RoundingMode;

/**
 * A position as quantity and cost; an average price is never kept. What is too little to be sold
 * stays behind as dust, with its share of the cost, until the next position takes it in.
 */
public final class Position implements Stateful {
  private long qtyScaled;
  private long costScaled;
  private long dustQtyScaled;
  private long dustCostScaled;
  private long marginScaled;

  /** Quantity, negative for a short, in quantity scale, without dust. */
  public long qtyScaled() {
    return qtyScaled;
  }

  /** What the open quantity cost (or, of a short, brought), in cash scale, never negative. */
  public long costScaled() {
    return costScaled;
  }

  /** What is set aside for it alone, in cash scale; 0 where nothing is. */
  public long marginScaled() {
    return marginScaled;
  }

  /** What stayed behind, in quantity scale. */
  public long dustQtyScaled() {
    return dustQtyScaled;
  }

  /** What the dust cost. */
  public long dustCostScaled() {
    return dustCostScaled;
  }

  /** Whether there is none but for dust. */
  public boolean isFlat() {
    return qtyScaled == 0;
  }

  /** Whether it profits from rising prices. */
  public boolean isLong() {
    return qtyScaled > 0;
  }

  /** Adds in the direction of the position, or opens one. */
  void increase(int sign, long qty, long cost) {
    Check.invariant(
        qtyScaled == 0 || Long.signum(qtyScaled) == sign, "a position must not be turned around");
    qtyScaled = Math.addExact(qtyScaled, sign * qty);
    costScaled = Math.addExact(costScaled, cost);
  }

  /** Takes away a quantity and returns its share of the cost; all of it takes all of the cost. */
  long reduce(long qty) {
    long held = Math.abs(qtyScaled);
    Check.invariant(qty > 0 && qty <= held, "cannot take %s from a position of %s", qty, held);
    long share =
        qty == held ? costScaled : FixedPoint.mulDiv(costScaled, qty, held, RoundingMode.HALF_EVEN);
    qtyScaled -= Long.signum(qtyScaled) * qty;
    costScaled -= share;
    return share;
  }

  /** Sets more aside, or less where that is negative. */
  void addMargin(long amount) {
    marginScaled = Math.addExact(marginScaled, amount);
    Check.invariant(marginScaled >= 0, "a margin must be >= 0, was %s", marginScaled);
  }

  /** The share of the margin that a quantity of it frees; all of it frees all. */
  long marginOf(long qty) {
    long held = Math.abs(qtyScaled);
    return qty == held
        ? marginScaled
        : FixedPoint.mulDiv(marginScaled, qty, held, RoundingMode.HALF_EVEN);
  }

  /** Takes what stayed behind into a position that is about to be opened. */
  void takeInDust() {
    qtyScaled = Math.addExact(qtyScaled, dustQtyScaled);
    costScaled = Math.addExact(costScaled, dustCostScaled);
    dustQtyScaled = 0;
    dustCostScaled = 0;
  }

  /** Makes dust of what is left of a long. */
  void leaveDust() {
    Check.invariant(qtyScaled >= 0, "a short leaves no dust, was %s", qtyScaled);
    dustQtyScaled = Math.addExact(dustQtyScaled, qtyScaled);
    dustCostScaled = Math.addExact(dustCostScaled, costScaled);
    qtyScaled = 0;
    costScaled = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.section("position", 2)
        .writeLong(qtyScaled)
        .writeLong(costScaled)
        .writeLong(dustQtyScaled)
        .writeLong(dustCostScaled)
        .writeLong(marginScaled);
  }

  @Override
  public void load(StateReader in) {
    in.section("position", 2);
    qtyScaled = in.readLong();
    costScaled = in.readLong();
    dustQtyScaled = in.readLong();
    dustCostScaled = in.readLong();
    marginScaled = in.readLong();
  }
}

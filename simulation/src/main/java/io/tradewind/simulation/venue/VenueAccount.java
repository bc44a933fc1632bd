package io.tradewind.simulation.venue;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.Side;
import java.math.RoundingMode;
import java.util.List;

/**
 * What the venue has on its own books for us: cash, coins and contracts. It is kept apart from the
 * engine's ledger, and the two must always agree.
 */
public final class VenueAccount implements Stateful {
  private final boolean[] perp;
  private final long[] heldScaled;
  private final long[] costScaled;
  private long cashScaled;

  VenueAccount(List<Instrument> instruments, long cashScaled) {
    this.perp = new boolean[instruments.size()];
    this.heldScaled = new long[instruments.size()];
    this.costScaled = new long[instruments.size()];
    this.cashScaled = cashScaled;
    for (int i = 0; i < perp.length; i++) {
      perp[i] = instruments.get(i).id().market() == Market.PERP;
    }
  }

  /** Cash balance. */
  public long cashScaled() {
    return cashScaled;
  }

  /** Coins, or contracts (negative for a short). */
  public long heldScaled(int instrument) {
    return heldScaled[instrument];
  }

  /** Cash that can be spent: all but the margin of contracts, held at leverage 1. */
  long freeScaled() {
    long free = cashScaled;
    for (int i = 0; i < perp.length; i++) {
      free -= perp[i] ? costScaled[i] : 0;
    }
    return free;
  }

  void book(int instrument, Side side, OrderEvent.Filled fill) {
    long quote = fill.quoteScaled();
    if (perp[instrument]) {
      bookContracts(instrument, side, fill.qtyScaled(), quote);
    } else {
      cashScaled -= side.sign() * quote;
      heldScaled[instrument] += side.sign() * fill.qtyScaled();
      Check.invariant(
          heldScaled[instrument] >= 0,
          "a spot balance must be >= 0, was %s",
          heldScaled[instrument]);
    }
    if (fill.feeInBase()) {
      heldScaled[instrument] -= fill.feeScaled();
    } else {
      cashScaled -= fill.feeScaled();
    }
    cashScaled -= fill.slippageScaled();
  }

  private void bookContracts(int instrument, Side side, long qty, long quote) {
    long held = heldScaled[instrument];
    if (held == 0 || Long.signum(held) == side.sign()) {
      costScaled[instrument] = Math.addExact(costScaled[instrument], quote);
    } else {
      long size = Math.abs(held);
      Check.invariant(qty <= size, "contracts must not be turned around, by %s", qty);
      long cost =
          qty == size
              ? costScaled[instrument]
              : FixedPoint.mulDiv(costScaled[instrument], qty, size, RoundingMode.HALF_EVEN);
      costScaled[instrument] -= cost;
      cashScaled += Long.signum(held) * (quote - cost);
    }
    heldScaled[instrument] = held + side.sign() * qty;
  }

  @Override
  public void save(StateWriter out) {
    out.section("venue-account", 1)
        .writeLong(cashScaled)
        .writeLongs(heldScaled)
        .writeLongs(costScaled);
  }

  @Override
  public void load(StateReader in) {
    in.section("venue-account", 1);
    cashScaled = in.readLong();
    System.arraycopy(in.readLongs(), 0, heldScaled, 0, heldScaled.length);
    System.arraycopy(in.readLongs(), 0, costScaled, 0, costScaled.length);
  }
}

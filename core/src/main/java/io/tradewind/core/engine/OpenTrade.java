package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.Side;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import java.math.RoundingMode;

/** The sums of a trade under way, from the first fill that opens it to the last that closes it. */
final class OpenTrade implements Stateful {
  private final Instrument instrument;
  private boolean open;
  private Direction direction = Direction.LONG;
  private long entryTimeNs;
  private long entryQtyScaled;
  private long entryQuoteScaled;
  private long entryPriceScaled;
  private boolean onePrice;
  private long exitQtyScaled;
  private long exitQuoteScaled;
  private long gainScaled;
  private long feesScaled;
  private long slippageScaled;
  private long fundingScaled;
  private long riskScaled;
  private String reason = "";

  OpenTrade(Instrument instrument) {
    this.instrument = instrument;
  }

  boolean isOpen() {
    return open;
  }

  Direction direction() {
    return direction;
  }

  long entryTimeNs() {
    return entryTimeNs;
  }

  long entryQtyScaled() {
    return entryQtyScaled;
  }

  long exitQtyScaled() {
    return exitQtyScaled;
  }

  /** Price of the entry fills, for thinking; their average where they differ. */
  double entryPrice() {
    if (onePrice) {
      return Crossing.toDouble(entryPriceScaled, instrument.priceScale());
    }
    return Crossing.toDouble(entryQuoteScaled, instrument.cashScale())
        / Crossing.toDouble(entryQtyScaled, instrument.qtyScale());
  }

  /** What it would lose at this price is what it risks. */
  void stopAt(double price) {
    double qty = Crossing.toDouble(entryQtyScaled, instrument.qtyScale());
    double risk = direction.sign() * (entryPrice() - price) * qty;
    riskScaled = Math.max(0, Crossing.amount(risk, instrument.cashScale(), RoundingMode.HALF_EVEN));
  }

  void add(
      Side side, OrderEvent.Filled fill, boolean opens, long gain, long feeValue, String words) {
    if (!open) {
      begin(side, fill, words);
    }
    if (opens) {
      onePrice = entryQtyScaled == 0 || (onePrice && fill.priceScaled() == entryPriceScaled);
      entryPriceScaled = fill.priceScaled();
      entryQtyScaled = Math.addExact(entryQtyScaled, fill.qtyScaled());
      entryQuoteScaled = Math.addExact(entryQuoteScaled, fill.quoteScaled());
    } else {
      exitQtyScaled = Math.addExact(exitQtyScaled, fill.qtyScaled());
      exitQuoteScaled = Math.addExact(exitQuoteScaled, fill.quoteScaled());
      gainScaled = Math.addExact(gainScaled, gain);
    }
    feesScaled = Math.addExact(feesScaled, feeValue);
    slippageScaled = Math.addExact(slippageScaled, fill.slippageScaled());
  }

  /**
   * Funding was paid, or received where it is negative. A venue says so later: what was of a trade
   * that is over is none of the next one's.
   */
  void addFunding(MarginEvent.Funded funded) {
    if (open && entryTimeNs <= funded.timeNs()) {
      fundingScaled = Math.addExact(fundingScaled, funded.amountScaled());
    }
  }

  /** The venue took it over, all of it or a part. */
  void liquidate(MarginEvent.Liquidated event, long gain) {
    exitQtyScaled = Math.addExact(exitQtyScaled, event.qtyScaled());
    exitQuoteScaled = Math.addExact(exitQuoteScaled, event.quoteScaled());
    gainScaled = Math.addExact(gainScaled, Math.addExact(gain, event.coveredScaled()));
    feesScaled = Math.addExact(feesScaled, event.feeScaled());
  }

  /** Somebody closed it at the venue, all of it or a part. */
  void closeOutside(MarginEvent.ClosedOutside event, long gain) {
    add(direction.exitSide(), OrderEvent.Filled.outside(event), false, gain, event.feeScaled(), "");
  }

  private void begin(Side side, OrderEvent.Filled fill, String words) {
    open = true;
    direction = side == Side.BUY ? Direction.LONG : Direction.SHORT;
    entryTimeNs = fill.timeNs();
    reason = words;
  }

  /** The sums as a trade that ended at this time; there are none any more. */
  ClosedTrade close(String strategy, long timeNs, ExitReason exitReason) {
    ClosedTrade trade =
        new ClosedTrade(
            instrument,
            strategy,
            direction,
            entryQtyScaled,
            entryTimeNs,
            timeNs,
            entryQuoteScaled,
            exitQtyScaled,
            exitQuoteScaled,
            feesScaled,
            slippageScaled,
            fundingScaled,
            gainScaled - feesScaled - slippageScaled - fundingScaled,
            riskScaled,
            exitReason,
            reason);
    clear();
    return trade;
  }

  private void clear() {
    open = false;
    entryTimeNs = 0;
    entryQtyScaled = 0;
    entryQuoteScaled = 0;
    entryPriceScaled = 0;
    onePrice = false;
    exitQtyScaled = 0;
    exitQuoteScaled = 0;
    gainScaled = 0;
    feesScaled = 0;
    slippageScaled = 0;
    fundingScaled = 0;
    riskScaled = 0;
    reason = "";
  }

  @Override
  public void save(StateWriter out) {
    out.section("open-trade", 2)
        .writeBoolean(open)
        .writeInt(direction.ordinal())
        .writeLong(entryTimeNs)
        .writeLong(entryQtyScaled)
        .writeLong(entryQuoteScaled)
        .writeLong(entryPriceScaled)
        .writeBoolean(onePrice)
        .writeLong(exitQtyScaled)
        .writeLong(exitQuoteScaled)
        .writeLong(gainScaled)
        .writeLong(feesScaled)
        .writeLong(slippageScaled)
        .writeLong(fundingScaled)
        .writeLong(riskScaled)
        .writeString(reason);
  }

  @Override
  public void load(StateReader in) {
    in.section("open-trade", 2);
    open = in.readBoolean();
    direction = Direction.values()[in.readInt()];
    entryTimeNs = in.readLong();
    entryQtyScaled = in.readLong();
    entryQuoteScaled = in.readLong();
    entryPriceScaled = in.readLong();
    onePrice = in.readBoolean();
    exitQtyScaled = in.readLong();
    exitQuoteScaled = in.readLong();
    gainScaled = in.readLong();
    feesScaled = in.readLong();
    slippageScaled = in.readLong();
    fundingScaled = in.readLong();
    riskScaled = in.readLong();
    reason = in.readString();
  }
}

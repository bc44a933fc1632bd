package io.tradewind.simulation.venue;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.margin.LiquidationPrice;
import io.tradewind.core.margin.MarginChange;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.Side;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the venue has on its own books for one of ours: cash, coins, contracts and their margins. It
 * is kept apart from the engine's ledger, and the two must always agree.
 *
 * <p>Perpetuals as Binance has them in one-way mode, settled in quote. Isolated, a fill sets aside
 * its notional over the leverage, rounded up; closing frees the share of what is closed, and gains
 * and costs go through the wallet. Cross, nothing is set aside. What is free is the wallet, less
 * the initial margins and the losses of the cross positions at the mark; only a cross position may
 * also lean on what the others have gained. The wallet may be below zero only while such gains
 * stand against it.
 */
public final class VenueAccount implements Stateful {
  private static final long MILLION = 1_000_000;
  private static final int RATE_SCALE = 12;

  private final int book;
  private final List<Instrument> instruments;
  private final long[] marks;
  private final boolean[] perp;
  private final long[] heldScaled;
  private final long[] costScaled;
  private final long[] marginScaled;
  private final boolean[] cross;
  private final int[] leverage;
  private long cashScaled;
  private int openContracts;

  /**
   * With an amount of cash.
   *
   * @param marks the latest price of each instrument, which the venue keeps up to date
   */
  VenueAccount(int book, List<Instrument> instruments, long cashScaled, long[] marks) {
    this.book = book;
    this.instruments = instruments;
    this.marks = marks;
    this.perp = new boolean[instruments.size()];
    this.heldScaled = new long[instruments.size()];
    this.costScaled = new long[instruments.size()];
    this.marginScaled = new long[instruments.size()];
    this.cross = new boolean[instruments.size()];
    this.leverage = new int[instruments.size()];
    this.cashScaled = cashScaled;
    Arrays.fill(leverage, 1);
    for (int i = 0; i < perp.length; i++) {
      perp[i] = instruments.get(i).id().market() == Market.PERP;
    }
  }

  /** Cash balance, with what is set aside for isolated positions. */
  public long cashScaled() {
    return cashScaled;
  }

  /** Coins, or contracts (negative for a short). */
  public long heldScaled(int instrument) {
    return heldScaled[instrument];
  }

  /** What the contracts cost, or brought, in cash scale. */
  public long costScaled(int instrument) {
    return costScaled[instrument];
  }

  /** What is set aside for an isolated position, in cash scale. */
  public long marginScaled(int instrument) {
    return marginScaled[instrument];
  }

  /** How the contracts of an instrument are held. */
  public MarginMode mode(int instrument) {
    return cross[instrument] ? MarginMode.CROSS : MarginMode.ISOLATED;
  }

  /** Notional over initial margin. */
  public int leverage(int instrument) {
    return leverage[instrument];
  }

  /** The latest price of an instrument, by which positions are valued. */
  public long markScaled(int instrument) {
    return marks[instrument];
  }

  /** Cash that can be spent or taken out. */
  public long freeScaled() {
    return Math.min(walletScaled(), availableScaled());
  }

  /** What can be the margin of more in an instrument. */
  public long freeScaled(int instrument) {
    return cross[instrument] ? availableScaled() : freeScaled();
  }

  /** Maintenance margin of the contracts of an instrument at the mark, in cash scale. */
  public long maintenanceScaled(int instrument) {
    return heldScaled[instrument] == 0 || !perp[instrument]
        ? 0
        : instruments.get(instrument).margin().maintenanceScaled(notionalScaled(instrument));
  }

  /** Where the contracts would be liquidated, with all else as it stands; empty where never. */
  public OptionalLong liquidationPrice(int instrument, long timeNs) {
    if (heldScaled[instrument] == 0 || !perp[instrument]) {
      return OptionalLong.empty();
    }
    long backing = marginScaled[instrument];
    if (cross[instrument]) {
      backing =
          balanceScaled()
              - crossMaintenanceScaled()
              - unrealisedScaled(instrument)
              + maintenanceScaled(instrument);
    }
    return LiquidationPrice.of(
        instruments.get(instrument),
        heldScaled[instrument],
        costScaled[instrument],
        backing,
        instruments.get(instrument).rulesAt(timeNs).tickScaled());
  }

  /** Whether any contracts are held. */
  boolean hasContracts() {
    return openContracts > 0;
  }

  /** Whether contracts of this instrument are held. */
  boolean hasContracts(int instrument) {
    return perp[instrument] && heldScaled[instrument] != 0;
  }

  /** Whether these contracts are liquidated at a price. */
  boolean isLiquidatedAt(int instrument, long price, long timeNs) {
    OptionalLong level = liquidationPrice(instrument, timeNs);
    return level.isPresent()
        && (heldScaled[instrument] > 0 ? price <= level.getAsLong() : price >= level.getAsLong());
  }

  /** Whether the cross positions have no more behind them than their maintenance margin. */
  boolean isCrossUsedUp() {
    return openContracts > 0 && hasCross() && balanceScaled() <= crossMaintenanceScaled();
  }

  /** The cross position with the largest maintenance margin; there must be one. */
  int largestCross() {
    int largest = -1;
    for (int i = 0; i < perp.length; i++) {
      boolean larger =
          isOpenCross(i) && (largest < 0 || maintenanceScaled(i) > maintenanceScaled(largest));
      largest = larger ? i : largest;
    }
    Check.invariant(largest >= 0, "there must be a cross position, in book %s", book);
    return largest;
  }

  /** Whether a purchase or sale would make contracts less. */
  boolean isReducedBy(int instrument, Side side) {
    return perp[instrument] && Long.signum(heldScaled[instrument]) == -side.sign();
  }

  /** The most that closing some contracts may cost: what that leaves behind them. */
  long roomForCosts(int instrument, long qty, long quote) {
    if (cross[instrument]) {
      return Math.max(0, balanceScaled());
    }
    long sign = Long.signum(heldScaled[instrument]);
    long gain = sign * (quote - share(costScaled[instrument], instrument, qty));
    return Math.max(0, walletScaled() + gain + share(marginScaled[instrument], instrument, qty));
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
    if (heldScaled[instrument] != 0 && Long.signum(heldScaled[instrument]) != side.sign()) {
      close(instrument, qty, quote);
      return;
    }
    openContracts += heldScaled[instrument] == 0 ? 1 : 0;
    heldScaled[instrument] += side.sign() * qty;
    costScaled[instrument] = Math.addExact(costScaled[instrument], quote);
    if (!cross[instrument]) {
      marginScaled[instrument] =
          Math.addExact(marginScaled[instrument], initialScaled(instrument, quote));
    }
  }

  /** Takes contracts away and returns what was gained. */
  private long close(int instrument, long qty, long quote) {
    long sign = Long.signum(heldScaled[instrument]);
    long cost = share(costScaled[instrument], instrument, qty);
    marginScaled[instrument] -= share(marginScaled[instrument], instrument, qty);
    costScaled[instrument] -= cost;
    heldScaled[instrument] -= sign * qty;
    openContracts -= heldScaled[instrument] == 0 ? 1 : 0;
    cashScaled += sign * (quote - cost);
    return sign * (quote - cost);
  }

  private long share(long amount, int instrument, long qty) {
    long size = Math.abs(heldScaled[instrument]);
    Check.invariant(qty <= size, "contracts must not be turned around, by %s", qty);
    return qty == size ? amount : FixedPoint.mulDiv(amount, qty, size, RoundingMode.HALF_EVEN);
  }

  /**
   * Holds contracts in another way, unless: the mode would change under a position; the leverage of
   * an isolated position would fall; it is more than the size of the position may have; or a cross
   * position would need more initial margin than is free. What is set aside stays so.
   */
  MarginChange change(int instrument, MarginMode mode, int times) {
    MarginChange outcome = judge(instrument, mode == MarginMode.CROSS, times);
    if (outcome == MarginChange.DONE) {
      cross[instrument] = mode == MarginMode.CROSS;
      leverage[instrument] = times;
    }
    return outcome;
  }

  private MarginChange judge(int instrument, boolean crosses, int times) {
    if (!perp[instrument]) {
      return MarginChange.NO_CONTRACTS;
    }
    boolean open = heldScaled[instrument] != 0;
    if (open && crosses != cross[instrument]) {
      return MarginChange.POSITION_OPEN;
    }
    if (!allows(instrument, notionalScaled(instrument), times)) {
      return MarginChange.LEVERAGE_TOO_HIGH;
    }
    if (!open) {
      return MarginChange.DONE;
    }
    if (!crosses) {
      return times < leverage[instrument] ? MarginChange.LEVERAGE_REDUCED : MarginChange.DONE;
    }
    long notional = notionalScaled(instrument);
    long more =
        FixedPoint.divide(notional, times, RoundingMode.CEILING)
            - initialScaled(instrument, notional);
    return more > Math.max(0, availableScaled())
        ? MarginChange.INSUFFICIENT_MARGIN
        : MarginChange.DONE;
  }

  /** Whether a notional may be held at this leverage. */
  boolean allows(int instrument, long notional, int times) {
    return times <= instruments.get(instrument).margin().tier(notional).maxLeverage();
  }

  /** Notional over leverage, rounded up. */
  long initialScaled(int instrument, long notional) {
    return FixedPoint.divide(notional, leverage[instrument], RoundingMode.CEILING);
  }

  /** Takes out as much of an amount as is free, and returns that. */
  long withdraw(long amount) {
    long taken = Math.clamp(freeScaled(), 0, amount);
    cashScaled -= taken;
    return taken;
  }

  void deposit(long amount) {
    cashScaled = Math.addExact(cashScaled, amount);
  }

  /**
   * Pays or receives funding for the contracts at the mark, rounded against us: no more than stands
   * behind them, out of the isolated margin and into it, or the wallet.
   */
  MarginEvent.Funded fund(int instrument, long timeNs, double rate) {
    long scaled = Crossing.amount(rate, RATE_SCALE, RoundingMode.HALF_EVEN);
    long signed = Long.signum(heldScaled[instrument]) * scaled;
    RoundingMode against = signed > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR;
    long notional = quote(instrument, Math.abs(heldScaled[instrument]), against);
    long due =
        FixedPoint.mulDiv(notional, signed, FixedPoint.pow10(RATE_SCALE), RoundingMode.CEILING);
    long most = Math.max(0, cross[instrument] ? balanceScaled() : marginScaled[instrument]);
    long paid = Math.min(due, most);
    cashScaled -= paid;
    marginScaled[instrument] -= cross[instrument] ? 0 : paid;
    return new MarginEvent.Funded(book, instrument, timeNs, rate, paid);
  }

  /**
   * Takes over all contracts of an instrument at a price. The fee is no more than what is left
   * behind them; a loss beyond that is borne by the insurance, for cross positions when the last of
   * them is closed.
   */
  MarginEvent.Liquidated liquidate(int instrument, long price, long timeNs) {
    Instrument i = instruments.get(instrument);
    long qty = Math.abs(heldScaled[instrument]);
    long margin = marginScaled[instrument];
    long quote =
        FixedPoint.multiply(
            price, i.priceScale(), qty, i.qtyScale(), i.cashScale(), RoundingMode.HALF_EVEN);
    long gain = close(instrument, qty, quote);
    long left = cross[instrument] ? balanceScaled() : margin + gain;
    long due =
        FixedPoint.mulDiv(quote, i.margin().liquidationFeePpm(), MILLION, RoundingMode.CEILING);
    long fee = Math.clamp(left, 0, due);
    boolean settles = !cross[instrument] || !hasCross();
    long covered = settles ? Math.max(0, -left) : 0;
    cashScaled += covered - fee;
    return new MarginEvent.Liquidated(book, instrument, timeNs, qty, price, quote, fee, covered);
  }

  /** Cash that is not set aside. */
  private long walletScaled() {
    long wallet = cashScaled;
    for (long margin : marginScaled) {
      wallet -= margin;
    }
    return wallet;
  }

  /** The wallet with the unrealised gains of the cross positions. */
  private long balanceScaled() {
    long balance = walletScaled();
    for (int i = 0; i < perp.length; i++) {
      balance += isOpenCross(i) ? unrealisedScaled(i) : 0;
    }
    return balance;
  }

  private long availableScaled() {
    long available = balanceScaled();
    for (int i = 0; i < perp.length; i++) {
      available -= isOpenCross(i) ? initialScaled(i, notionalScaled(i)) : 0;
    }
    return available;
  }

  private long crossMaintenanceScaled() {
    long sum = 0;
    for (int i = 0; i < perp.length; i++) {
      sum += isOpenCross(i) ? maintenanceScaled(i) : 0;
    }
    return sum;
  }

  private boolean hasCross() {
    for (int i = 0; i < perp.length; i++) {
      if (isOpenCross(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOpenCross(int instrument) {
    return cross[instrument] && heldScaled[instrument] != 0;
  }

  private long unrealisedScaled(int instrument) {
    return Long.signum(heldScaled[instrument])
        * (notionalScaled(instrument) - costScaled[instrument]);
  }

  private long notionalScaled(int instrument) {
    return quote(instrument, Math.abs(heldScaled[instrument]), RoundingMode.HALF_EVEN);
  }

  private long quote(int instrument, long qty, RoundingMode rounding) {
    Instrument i = instruments.get(instrument);
    return FixedPoint.multiply(
        marks[instrument], i.priceScale(), qty, i.qtyScale(), i.cashScale(), rounding);
  }

  @Override
  public void save(StateWriter out) {
    out.section("venue-account", 2)
        .writeLong(cashScaled)
        .writeLongs(heldScaled)
        .writeLongs(costScaled)
        .writeLongs(marginScaled);
    for (int i = 0; i < perp.length; i++) {
      out.writeBoolean(cross[i]).writeInt(leverage[i]);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("venue-account", 2);
    cashScaled = in.readLong();
    System.arraycopy(in.readLongs(), 0, heldScaled, 0, heldScaled.length);
    System.arraycopy(in.readLongs(), 0, costScaled, 0, costScaled.length);
    System.arraycopy(in.readLongs(), 0, marginScaled, 0, marginScaled.length);
    openContracts = 0;
    for (int i = 0; i < perp.length; i++) {
      cross[i] = in.readBoolean();
      leverage[i] = in.readInt();
      openContracts += hasContracts(i) ? 1 : 0;
    }
  }
}

package io.tradewind.simulation.exchange.futures;

import static io.tradewind.simulation.exchange.Amounts.ONE_E8;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * What an account holds of a symbol, and what it has set there. The cost is kept exactly, in
 * 10^-16, so that the entry price does not move as a position is closed in parts; what a profit is
 * cut by to be an amount goes to the exchange.
 */
final class Position {
  static final BigInteger ONE = BigInteger.valueOf(ONE_E8);
  private static final long MILLION = 1_000_000;

  final FuturesAccount account;
  final FuturesMarket market;
  final OrderLog orders;

  /** Negative for a short. */
  long amountE8;

  /** What it cost; negative for a short: what it brought. */
  BigInteger costE16 = BigInteger.ZERO;

  int leverage;
  MarginType marginType = MarginType.CROSSED;
  long isolatedWalletE8;

  /** Notional of open purchases and sales that may open. */
  long bidsE8;

  long asksE8;
  long updatedNs;
  private long realisedE8;

  /** Profits and commissions since it was flat. */
  private long ownRealisedE8;

  private long ownFeesE8;

  Position(FuturesAccount account, FuturesMarket market) {
    this.account = account;
    this.market = market;
    this.orders = new OrderLog(!account.terms.unlimited());
    this.leverage = market.listing.terms().leverage();
  }

  /** What a close has brought, and what was cut from it or added. */
  record Closed(long realisedE8, BigInteger roundingE16) {
    static final Closed NOTHING = new Closed(0, BigInteger.ZERO);
  }

  String asset() {
    return market.listing.marginAsset();
  }

  boolean isFlat() {
    return amountE8 == 0;
  }

  boolean isIsolated() {
    return marginType == MarginType.ISOLATED;
  }

  /** The side on which it is closed. */
  Side closing() {
    return amountE8 > 0 ? Side.SELL : Side.BUY;
  }

  /** How much an order of a side can close. */
  long closableE8(Side side) {
    return isFlat() || side != closing() ? 0 : Math.abs(amountE8);
  }

  /** A trade: first closes what it can, and opens the rest. */
  Closed trade(Side side, long priceE8, long qtyE8, long feeE8) {
    long closing = Math.min(closableE8(side), qtyE8);
    long opening = qtyE8 - closing;
    long openingFee = FixedPoint.mulDiv(feeE8, opening, qtyE8, RoundingMode.DOWN);
    Closed closed = closing == 0 ? Closed.NOTHING : close(priceE8, closing);
    ownFeesE8 += feeE8 - openingFee;
    ownRealisedE8 += closed.realisedE8;
    realisedE8 += closed.realisedE8;
    if (isFlat()) {
      ownFeesE8 = 0;
      ownRealisedE8 = 0;
    }
    if (opening > 0) {
      ownFeesE8 += openingFee;
      open(side, priceE8, opening);
    }
    return closed;
  }

  private Closed close(long priceE8, long qtyE8) {
    long held = Math.abs(amountE8);
    long signed = amountE8 > 0 ? qtyE8 : -qtyE8;
    BigInteger share = costE16.multiply(BigInteger.valueOf(qtyE8)).divide(BigInteger.valueOf(held));
    BigInteger gain = product(priceE8, signed).subtract(share);
    long gainE8 = gain.divide(ONE).longValueExact();
    costE16 = costE16.subtract(share);
    amountE8 -= signed;
    isolatedWalletE8 -= FixedPoint.mulDiv(isolatedWalletE8, qtyE8, held, RoundingMode.DOWN);
    return new Closed(gainE8, gain.subtract(BigInteger.valueOf(gainE8).multiply(ONE)));
  }

  private void open(Side side, long priceE8, long qtyE8) {
    long signed = side == Side.BUY ? qtyE8 : -qtyE8;
    amountE8 = Math.addExact(amountE8, signed);
    costE16 = costE16.add(product(priceE8, signed));
    if (isIsolated()) {
      isolatedWalletE8 += marginUpE8(costOf(priceE8, qtyE8));
    }
  }

  private static long costOf(long priceE8, long qtyE8) {
    return product(priceE8, qtyE8).add(ONE).subtract(BigInteger.ONE).divide(ONE).longValueExact();
  }

  static BigInteger product(long priceE8, long amountE8) {
    return BigInteger.valueOf(priceE8).multiply(BigInteger.valueOf(amountE8));
  }

  /** What stands behind a notional at its leverage, rounded up. */
  long marginUpE8(long notionalE8) {
    return FixedPoint.divide(notionalE8, leverage, RoundingMode.UP);
  }

  /** At the mark; negative for a short. */
  long notionalE8() {
    return isFlat() ? 0 : product(market.markE8(), amountE8).divide(ONE).longValueExact();
  }

  /** At the mark. */
  long unrealisedE8() {
    return isFlat()
        ? 0
        : product(market.markE8(), amountE8).subtract(costE16).divide(ONE).longValueExact();
  }

  long maintenanceE8() {
    return maintenanceE8(market.listing.margin(), Math.abs(notionalE8()));
  }

  /** Cut to an amount, as Binance does. */
  private static long maintenanceE8(MarginTable table, long notionalE8) {
    MarginTier tier = table.tier(notionalE8);
    long whole = FixedPoint.mulDiv(notionalE8, tier.maintenancePpm(), MILLION, RoundingMode.DOWN);
    return Math.max(0, whole - tier.deductionScaled());
  }

  long positionMarginE8() {
    return Math.abs(notionalE8()) / leverage;
  }

  /** What open orders would add to the initial margin if all of the dearer side came about. */
  long openOrderMarginE8() {
    return (exposureE8(bidsE8, asksE8) - Math.abs(notionalE8())) / leverage;
  }

  /** The notional if all of one side came about, of the dearer side. */
  long exposureE8(long bids, long asks) {
    long notional = notionalE8();
    return Math.max(
        Math.abs(Math.addExact(notional, bids)), Math.abs(Math.subtractExact(notional, asks)));
  }

  /** What stands behind it beside its own gain. */
  long backingE8() {
    if (isIsolated()) {
      return isolatedWalletE8;
    }
    CrossMargin cross = account.cross(asset());
    return cross.walletE8() + cross.unrealisedE8() - unrealisedE8();
  }

  /** Whether what stands behind it, if isolated, is no more than its maintenance margin. */
  boolean isIsolatedBeyond() {
    return isIsolated() && !isFlat() && isolatedWalletE8 + unrealisedE8() <= maintenanceE8();
  }

  /**
   * The price at which it is liquidated if nothing else changes; empty where there is none.
   * Binance: {@code (backing + cum - side * qty * entry) / (qty * rate - side * qty)}, in the
   * bracket of the result, rounded to where it comes first.
   */
  OptionalLong liquidationPriceE8() {
    if (isFlat() || account.terms.unlimited()) {
      return OptionalLong.empty();
    }
    long others = isIsolated() ? 0 : account.cross(asset()).maintenanceE8() - maintenanceE8();
    long backing = backingE8() - others;
    BigInteger price = BigInteger.ZERO;
    for (MarginTier tier : market.listing.margin().tiers()) {
      price = root(tier, backing);
      BigInteger notional = price.multiply(BigInteger.valueOf(Math.abs(amountE8))).divide(ONE);
      if (notional.compareTo(BigInteger.valueOf(tier.capScaled())) <= 0) {
        break;
      }
    }
    return price.signum() > 0 && price.bitLength() < Long.SIZE
        ? OptionalLong.of(price.longValueExact())
        : OptionalLong.empty();
  }

  private BigInteger root(MarginTier tier, long backingE8) {
    BigInteger credit = BigInteger.valueOf(backingE8 + tier.deductionScaled()).multiply(ONE);
    BigInteger over = costE16.subtract(credit).multiply(BigInteger.valueOf(MILLION));
    long rate = amountE8 > 0 ? MILLION - tier.maintenancePpm() : MILLION + tier.maintenancePpm();
    BigInteger under = BigInteger.valueOf(amountE8).multiply(BigInteger.valueOf(rate));
    return amountE8 > 0 ? divideUp(over, under) : over.divide(under);
  }

  /** At this price nothing is left behind it; on a step that leaves it no less, at least one. */
  long bankruptcyPriceE8() {
    long step = Math.max(1, market.listing.filters().price().tickE8());
    BigInteger credit = BigInteger.valueOf(backingE8()).multiply(ONE);
    BigInteger over = costE16.subtract(credit);
    BigInteger under = BigInteger.valueOf(amountE8).multiply(BigInteger.valueOf(step));
    BigInteger steps = amountE8 > 0 ? divideUp(over, under) : over.divide(under);
    return steps.max(BigInteger.ONE).longValueExact() * step;
  }

  /** Towards above, of a divisor above 0. */
  private static BigInteger divideUp(BigInteger over, BigInteger under) {
    BigInteger[] parts = over.divideAndRemainder(under);
    return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
  }

  long entryPriceE8() {
    return isFlat() ? 0 : costE16.divide(BigInteger.valueOf(amountE8)).longValueExact();
  }

  private long breakEvenPriceE8() {
    if (isFlat()) {
      return 0;
    }
    BigInteger paid = BigInteger.valueOf(ownFeesE8 - ownRealisedE8).multiply(ONE);
    return costE16.add(paid).divide(BigInteger.valueOf(amountE8)).longValueExact();
  }

  PositionView view() {
    return new PositionView(
        account.accountId,
        market.listing.symbol(),
        amountE8,
        entryPriceE8(),
        breakEvenPriceE8(),
        notionalE8(),
        unrealisedE8(),
        realisedE8,
        liquidationPriceE8(),
        new PositionView.Config(marginType, leverage, market.listing.maxNotionalE8(leverage)),
        new PositionView.Margin(
            isolatedWalletE8,
            positionMarginE8(),
            openOrderMarginE8(),
            maintenanceE8(),
            bidsE8,
            asksE8),
        updatedNs);
  }

  void checkInvariants() {
    Check.invariant(
        Long.signum(amountE8) == costE16.signum(),
        "a position of %s has cost %s",
        amountE8,
        costE16);
    Check.invariant(
        isolatedWalletE8 == 0 || (isIsolated() && !isFlat()),
        "%s stands behind what is no isolated position",
        isolatedWalletE8);
    long bids = 0;
    long asks = 0;
    for (FuturesOrder order : orders.open()) {
      order.checkInvariants();
      long needs = order.notionalE8();
      bids += order.side() == Side.BUY ? needs : 0;
      asks += order.side() == Side.SELL ? needs : 0;
    }
    Check.invariant(
        bids == bidsE8 && asks == asksE8,
        "open orders are worth %s and %s, not %s and %s",
        bids,
        asks,
        bidsE8,
        asksE8);
  }
}

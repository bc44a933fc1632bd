package io.tradewind.core.ledger;

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
import java.util.ArrayList;
import java.util.List;

/**
 * Books fills: what an account of each market does with money and goods, kept in the {@link
 * Ledger}, and the positions that come of it. Everything is quoted in one reporting currency.
 *
 * <p>On a spot market the coins change hands. On a perpetual only the gain of what was closed does,
 * and the contracts are held at what they cost.
 */
public final class Portfolio implements Stateful {
  /** The reporting currency's place among the ledger's assets. */
  private static final int CASH = 0;

  private final List<Instrument> instruments;
  private final int[] asset;
  private final Ledger ledger;
  private final Position[] positions;
  private final long[] markScaled;

  /**
   * Without money.
   *
   * @param instruments all quoted in one currency, with one cash scale
   */
  public Portfolio(List<Instrument> instruments) {
    this.instruments = List.copyOf(instruments);
    this.asset = new int[instruments.size()];
    this.positions = new Position[instruments.size()];
    this.markScaled = new long[instruments.size()];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < asset.length; i++) {
      Instrument instrument = instruments.get(i);
      Check.argument(
          instrument.id().quote().equals(instruments.getFirst().id().quote())
              && instrument.cashScale() == instruments.getFirst().cashScale(),
          "all instruments of a session must be quoted in one currency, %s is not",
          instrument.id());
      names.add(instrument.id().toString());
      asset[i] = names.size();
      positions[i] = new Position();
    }
    this.ledger = new Ledger(names.size() + 1);
  }

  /** Brings in money. */
  public void deposit(long amountScaled) {
    ledger.move(CASH, Account.CAPITAL, Account.WALLET, amountScaled, amountScaled);
  }

  /** The price at which a position is valued from now on. */
  public void mark(int instrument, long priceScaled) {
    markScaled[instrument] = priceScaled;
  }

  /** The latest price, 0 before the first. */
  public long markScaled(int instrument) {
    return markScaled[instrument];
  }

  /** The position in an instrument. */
  public Position position(int instrument) {
    return positions[instrument];
  }

  /** The books. */
  public Ledger ledger() {
    return ledger;
  }

  /** Cash balance, in cash scale. */
  public long cashScaled() {
    return ledger.amount(CASH, Account.WALLET);
  }

  /** Cash that is not the margin of open contracts (which are held at leverage 1). */
  public long freeCashScaled() {
    long free = cashScaled();
    for (int i = 0; i < positions.length; i++) {
      if (isPerp(i)) {
        free -= positions[i].costScaled();
      }
    }
    return free;
  }

  /** Cash and everything held, at the latest prices. */
  public long equityScaled() {
    long equity = cashScaled();
    for (int i = 0; i < positions.length; i++) {
      equity = Math.addExact(equity, holdingScaled(i));
    }
    return equity;
  }

  /** What an open position would be worth as a purchase, at the latest price, never negative. */
  public long exposureScaled(int instrument) {
    return quoteScaled(
        instrument, markScaled[instrument], Math.abs(positions[instrument].qtyScaled()));
  }

  /** Price times quantity in cash scale, rounded half to even. */
  public long quoteScaled(int instrument, long priceScaled, long qtyScaled) {
    Instrument i = instruments.get(instrument);
    return FixedPoint.multiply(
        priceScaled,
        i.priceScale(),
        qtyScaled,
        i.qtyScale(),
        i.cashScale(),
        RoundingMode.HALF_EVEN);
  }

  /** How many positions are open. */
  public int openPositions() {
    int open = 0;
    for (Position position : positions) {
      if (!position.isFlat()) {
        open++;
      }
    }
    return open;
  }

  /**
   * Books a fill.
   *
   * @return the gain of what it closed before costs, 0 where it opened
   */
  public long book(int instrument, Side side, OrderEvent.Filled fill) {
    long feeValue = feeValueScaled(instrument, fill);
    Position position = positions[instrument];
    boolean opens = position.isFlat() || Long.signum(position.qtyScaled()) == side.sign();
    long gain = 0;
    if (opens) {
      open(instrument, side, fill, feeValue);
    } else {
      gain = close(instrument, side, fill);
    }
    bookCosts(instrument, fill, feeValue);
    return gain;
  }

  /** Makes dust of the rest of a position in coins that is too small to be sold. */
  public void leaveDust(int instrument) {
    Check.invariant(
        !isPerp(instrument),
        "only a spot market leaves dust, was %s",
        instruments.get(instrument).id());
    positions[instrument].leaveDust();
  }

  /** What a fill's fee is worth, in cash scale. */
  public long feeValueScaled(int instrument, OrderEvent.Filled fill) {
    return fill.feeInBase()
        ? quoteScaled(instrument, fill.priceScaled(), fill.feeScaled())
        : fill.feeScaled();
  }

  private void open(int instrument, Side side, OrderEvent.Filled fill, long feeValue) {
    int sign = side.sign();
    long quote = fill.quoteScaled();
    Check.invariant(sign > 0 || isPerp(instrument), "a spot market cannot be sold short");
    ledger.move(
        asset[instrument], Account.MARKET, Account.WALLET, sign * fill.qtyScaled(), sign * quote);
    if (!isPerp(instrument)) {
      ledger.move(CASH, Account.WALLET, Account.MARKET, quote, quote);
    }
    positions[instrument].takeInDust();
    if (fill.feeInBase()) {
      positions[instrument].increase(sign, fill.qtyScaled() - fill.feeScaled(), quote - feeValue);
    } else {
      positions[instrument].increase(sign, fill.qtyScaled(), quote);
    }
  }

  private long close(int instrument, Side side, OrderEvent.Filled fill) {
    int sign = side.sign();
    long cost = positions[instrument].reduce(fill.qtyScaled());
    long gain = -sign * (fill.quoteScaled() - cost);
    ledger.move(
        asset[instrument], Account.MARKET, Account.WALLET, sign * fill.qtyScaled(), sign * cost);
    long cash = isPerp(instrument) ? gain : fill.quoteScaled();
    ledger.move(CASH, Account.MARKET, Account.WALLET, cash, cash);
    return gain;
  }

  private void bookCosts(int instrument, OrderEvent.Filled fill, long feeValue) {
    if (fill.feeInBase()) {
      ledger.move(asset[instrument], Account.WALLET, Account.FEES, fill.feeScaled(), feeValue);
    } else {
      ledger.move(CASH, Account.WALLET, Account.FEES, feeValue, feeValue);
    }
    if (fill.slippageScaled() != 0) {
      ledger.move(
          CASH, Account.WALLET, Account.SLIPPAGE, fill.slippageScaled(), fill.slippageScaled());
    }
  }

  private long holdingScaled(int instrument) {
    Position position = positions[instrument];
    long held = position.qtyScaled() + position.dustQtyScaled();
    if (held == 0) {
      return 0;
    }
    long worth = quoteScaled(instrument, markScaled[instrument], held);
    return isPerp(instrument)
        ? worth - Long.signum(position.qtyScaled()) * position.costScaled()
        : worth;
  }

  private boolean isPerp(int instrument) {
    return instruments.get(instrument).id().market() == Market.PERP;
  }

  /** Throws unless the books balance and the wallets hold what the positions say. */
  public void checkInvariants() {
    ledger.checkInvariants();
    for (int i = 0; i < positions.length; i++) {
      Position position = positions[i];
      Check.invariant(
          ledger.amount(asset[i], Account.WALLET)
              == position.qtyScaled() + position.dustQtyScaled(),
          "the wallet of %s must hold what its position says",
          instruments.get(i).id());
      Check.invariant(
          ledger.value(asset[i], Account.WALLET)
              == (position.qtyScaled() < 0 ? -1 : 1) * position.costScaled()
                  + position.dustCostScaled(),
          "the wallet of %s must be worth what its position cost",
          instruments.get(i).id());
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("portfolio", 1).writeLongs(markScaled);
    ledger.save(out);
    for (Position position : positions) {
      position.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("portfolio", 1);
    System.arraycopy(in.readLongs(), 0, markScaled, 0, markScaled.length);
    ledger.load(in);
    for (Position position : positions) {
      position.load(in);
    }
  }
}

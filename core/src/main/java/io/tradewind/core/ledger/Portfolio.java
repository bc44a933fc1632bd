package io.tradewind.core.ledger;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.margin.LiquidationPrice;
import io.tradewind.core.margin.MarginChange;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.Side;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Books fills: what an account of each market does with money and goods, kept in the {@link
 * Ledger}, and the positions that come of it. Everything is quoted in one reporting currency.
 *
 * <p>On a spot market the coins change hands. On a perpetual only the gain of what was closed does,
 * and the contracts are held at what they cost.
 *
 * <p>A perpetual is held isolated or cross, at a leverage. The initial margin of a fill is its
 * notional over the leverage, rounded up. Isolated, it is moved to {@link Account#MARGIN}, where it
 * stands for this position alone; a part that is closed frees its share of it, and the gain goes to
 * the wallet. Cross, nothing is moved: the wallet with the unrealised gains of all cross positions
 * stands for them all, and their initial margins at the mark cannot be spent otherwise. Without a
 * word a perpetual is isolated at leverage 1.
 */
public final class Portfolio implements Stateful {
  /** The reporting currency's place among the ledger's assets. */
  private static final int CASH = 0;

  private final List<Instrument> instruments;
  private final int[] asset;
  private final Ledger ledger;
  private final Position[] positions;
  private final long[] markScaled;
  private final MarginMode[] mode;
  private final int[] leverage;

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
    this.mode = new MarginMode[instruments.size()];
    this.leverage = new int[instruments.size()];
    Arrays.fill(mode, MarginMode.ISOLATED);
    Arrays.fill(leverage, 1);
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

  /** Brings in money; a negative amount takes it out. */
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

  /** Cash balance with what is set aside for isolated positions, in cash scale. */
  public long cashScaled() {
    return Math.addExact(ledger.amount(CASH, Account.WALLET), ledger.amount(CASH, Account.MARGIN));
  }

  /**
   * Cash that can be spent or taken out: what is not set aside, less what the cross positions need
   * as their initial margins and have lost. What they have gained cannot be spent before it is
   * realised.
   */
  public long freeCashScaled() {
    return Math.min(ledger.amount(CASH, Account.WALLET), availableScaled());
  }

  /**
   * What can be the margin of more in an instrument: for a cross position, also unrealised gain.
   */
  public long freeCashScaled(int instrument) {
    return isCross(instrument) ? availableScaled() : freeCashScaled();
  }

  /** Cash that could be spent if the position in an instrument were closed at the mark. */
  public long freeCashWithoutScaled(int instrument) {
    Position position = positions[instrument];
    if (position.isFlat()) {
      return freeCashScaled();
    }
    if (!isPerp(instrument)) {
      return Math.addExact(freeCashScaled(), exposureScaled(instrument));
    }
    long gain = unrealisedScaled(instrument);
    if (isCross(instrument)) {
      return Math.min(
          ledger.amount(CASH, Account.WALLET) + gain, availableScaled() + marginScaled(instrument));
    }
    return freeCashScaled() + position.marginScaled() + Math.max(gain, -position.marginScaled());
  }

  /** How the contracts of an instrument are held. */
  public MarginMode mode(int instrument) {
    return mode[instrument];
  }

  /** Notional over initial margin. */
  public int leverage(int instrument) {
    return leverage[instrument];
  }

  /** Holds the contracts of an instrument so from now on; what is set aside stays as it is. */
  public void setMargin(int instrument, MarginMode next, int times) {
    Check.argument(isPerp(instrument), "a spot market has no margin: %s", instrument);
    Check.argument(times >= 1, "leverage must be >= 1, was %s", times);
    Check.invariant(
        next == mode[instrument] || positions[instrument].isFlat(),
        "the margin mode must not change while there is a position in %s",
        instruments.get(instrument).id());
    mode[instrument] = next;
    leverage[instrument] = times;
  }

  /** What is set aside for an isolated position, or the initial margin of a cross one. */
  public long marginScaled(int instrument) {
    return isCross(instrument)
        ? FixedPoint.divide(exposureScaled(instrument), leverage[instrument], RoundingMode.CEILING)
        : positions[instrument].marginScaled();
  }

  /** Maintenance margin of a position at the latest price, 0 without contracts. */
  public long maintenanceScaled(int instrument) {
    return isPerp(instrument)
        ? instruments.get(instrument).margin().maintenanceScaled(exposureScaled(instrument))
        : 0;
  }

  /**
   * Where the position would be liquidated, on the tick of that time, with all else as it stands;
   * empty where it never is or there is none.
   */
  public OptionalLong liquidationPrice(int instrument, long timeNs) {
    Position position = positions[instrument];
    if (position.isFlat() || !isPerp(instrument)) {
      return OptionalLong.empty();
    }
    Instrument i = instruments.get(instrument);
    return LiquidationPrice.of(
        i,
        position.qtyScaled(),
        position.costScaled(),
        isCross(instrument) ? backingScaled(instrument) : position.marginScaled(),
        i.rulesAt(timeNs).tickScaled());
  }

  /** Cash and everything held, at the latest prices; nobody loses more than stands behind it. */
  public long equityScaled() {
    long equity = ledger.amount(CASH, Account.MARGIN);
    long shared = ledger.amount(CASH, Account.WALLET);
    boolean crossed = false;
    for (int i = 0; i < positions.length; i++) {
      if (isCross(i)) {
        shared = Math.addExact(shared, holdingScaled(i));
        crossed |= !positions[i].isFlat();
      } else {
        equity = Math.addExact(equity, holdingScaled(i));
      }
    }
    return Math.addExact(equity, crossed ? Math.max(0, shared) : shared);
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

  /**
   * Books what the venue did without an order.
   *
   * @return the gain of what it closed before its fee, 0 where it closed nothing
   */
  public long book(MarginEvent event) {
    return switch (event) {
      case MarginEvent.Funded funded -> {
        bookFunding(funded);
        yield 0;
      }
      case MarginEvent.Changed changed -> {
        if (changed.outcome() == MarginChange.DONE) {
          setMargin(changed.instrument(), changed.mode(), changed.leverage());
        }
        yield 0;
      }
      case MarginEvent.Liquidated liquidated -> bookLiquidation(liquidated);
      case MarginEvent.ClosedOutside closed ->
          book(
              closed.instrument(),
              positions[closed.instrument()].isLong() ? Side.SELL : Side.BUY,
              OrderEvent.Filled.outside(closed));
    };
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
    if (isPerp(instrument) && !isCross(instrument)) {
      setAside(instrument, FixedPoint.divide(quote, leverage[instrument], RoundingMode.CEILING));
    }
  }

  private long close(int instrument, Side side, OrderEvent.Filled fill) {
    int sign = side.sign();
    setAside(instrument, -positions[instrument].marginOf(fill.qtyScaled()));
    long cost = positions[instrument].reduce(fill.qtyScaled());
    long gain = -sign * (fill.quoteScaled() - cost);
    ledger.move(
        asset[instrument], Account.MARKET, Account.WALLET, sign * fill.qtyScaled(), sign * cost);
    long cash = isPerp(instrument) ? gain : fill.quoteScaled();
    ledger.move(CASH, Account.MARKET, Account.WALLET, cash, cash);
    return gain;
  }

  private void setAside(int instrument, long amount) {
    ledger.move(CASH, Account.WALLET, Account.MARGIN, amount, amount);
    positions[instrument].addMargin(amount);
  }

  private void bookFunding(MarginEvent.Funded funded) {
    Position position = positions[funded.instrument()];
    boolean hasMargin = !isCross(funded.instrument()) && !position.isFlat();
    long paid = funded.amountScaled();
    // Of a venue it comes a little later: the position may be smaller by then, or gone.
    long ofMargin = hasMargin ? Math.min(paid, position.marginScaled()) : 0;
    long ofWallet = paid - ofMargin;
    ledger.move(CASH, Account.MARGIN, Account.FUNDING, ofMargin, ofMargin);
    ledger.move(CASH, Account.WALLET, Account.FUNDING, ofWallet, ofWallet);
    position.addMargin(-ofMargin);
  }

  private long bookLiquidation(MarginEvent.Liquidated event) {
    int instrument = event.instrument();
    Position position = positions[instrument];
    int sign = position.isLong() ? -1 : 1;
    setAside(instrument, -position.marginOf(event.qtyScaled()));
    long cost = position.reduce(event.qtyScaled());
    long gain = -sign * (event.quoteScaled() - cost);
    ledger.move(
        asset[instrument], Account.MARKET, Account.WALLET, sign * event.qtyScaled(), sign * cost);
    ledger.move(CASH, Account.MARKET, Account.WALLET, gain, gain);
    ledger.move(CASH, Account.WALLET, Account.FEES, event.feeScaled(), event.feeScaled());
    ledger.move(
        CASH, Account.INSURANCE, Account.WALLET, event.coveredScaled(), event.coveredScaled());
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

  /** Worth of coins, or the gain of contracts, of which an isolated loss ends at its margin. */
  private long holdingScaled(int instrument) {
    Position position = positions[instrument];
    if (isPerp(instrument)) {
      long gain = unrealisedScaled(instrument);
      return isCross(instrument) ? gain : Math.max(gain, -position.marginScaled());
    }
    long held = position.qtyScaled() + position.dustQtyScaled();
    return held == 0 ? 0 : quoteScaled(instrument, markScaled[instrument], held);
  }

  private long unrealisedScaled(int instrument) {
    Position position = positions[instrument];
    return position.isFlat()
        ? 0
        : quoteScaled(instrument, markScaled[instrument], position.qtyScaled())
            - Long.signum(position.qtyScaled()) * position.costScaled();
  }

  /** The wallet with what cross positions have gained, less their initial margins. */
  private long availableScaled() {
    long available = ledger.amount(CASH, Account.WALLET);
    for (int i = 0; i < positions.length; i++) {
      if (isCross(i) && !positions[i].isFlat()) {
        available = Math.addExact(available, unrealisedScaled(i) - marginScaled(i));
      }
    }
    return available;
  }

  /** What stands behind a cross position when the other ones have had what they need. */
  private long backingScaled(int instrument) {
    long backing = ledger.amount(CASH, Account.WALLET);
    for (int i = 0; i < positions.length; i++) {
      if (i != instrument && isCross(i) && !positions[i].isFlat()) {
        backing = Math.addExact(backing, unrealisedScaled(i) - maintenanceScaled(i));
      }
    }
    return backing;
  }

  private boolean isCross(int instrument) {
    return mode[instrument] == MarginMode.CROSS;
  }

  private boolean isPerp(int instrument) {
    return instruments.get(instrument).id().market() == Market.PERP;
  }

  /** Throws unless the books balance and the wallets hold what the positions say. */
  public void checkInvariants() {
    ledger.checkInvariants();
    long margins = 0;
    boolean crossed = false;
    for (int i = 0; i < positions.length; i++) {
      checkPosition(i);
      margins += positions[i].marginScaled();
      crossed |= isCross(i) && !positions[i].isFlat();
    }
    Check.invariant(
        ledger.amount(CASH, Account.MARGIN) == margins,
        "what is set aside must be the margins of the positions, %s was not %s",
        ledger.amount(CASH, Account.MARGIN),
        margins);
    Check.invariant(
        crossed || ledger.amount(CASH, Account.WALLET) >= 0,
        "a wallet without cross positions must be >= 0, was %s",
        ledger.amount(CASH, Account.WALLET));
    Check.invariant(
        ledger.amount(CASH, Account.INSURANCE) <= 0,
        "the insurance must only give, had taken %s",
        ledger.amount(CASH, Account.INSURANCE));
  }

  private void checkPosition(int instrument) {
    Position position = positions[instrument];
    InstrumentId id = instruments.get(instrument).id();
    Check.invariant(
        ledger.amount(asset[instrument], Account.WALLET)
            == position.qtyScaled() + position.dustQtyScaled(),
        "the wallet of %s must hold what its position says",
        id);
    Check.invariant(
        ledger.value(asset[instrument], Account.WALLET)
            == (position.qtyScaled() < 0 ? -1 : 1) * position.costScaled()
                + position.dustCostScaled(),
        "the wallet of %s must be worth what its position cost",
        id);
    Check.invariant(
        position.marginScaled() == 0
            || (!position.isFlat() && isPerp(instrument) && !isCross(instrument)),
        "only an isolated position has a margin of its own, not %s",
        id);
  }

  @Override
  public void save(StateWriter out) {
    out.section("portfolio", 2).writeLongs(markScaled);
    ledger.save(out);
    for (int i = 0; i < positions.length; i++) {
      positions[i].save(out);
      out.writeInt(mode[i].ordinal()).writeInt(leverage[i]);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("portfolio", 2);
    System.arraycopy(in.readLongs(), 0, markScaled, 0, markScaled.length);
    ledger.load(in);
    for (int i = 0; i < positions.length; i++) {
      positions[i].load(in);
      mode[i] = MarginMode.values()[in.readInt()];
      leverage[i] = in.readInt();
    }
  }
}

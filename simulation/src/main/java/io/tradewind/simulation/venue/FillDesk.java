package io.tradewind.simulation.venue;

import io.tradewind.core.execution.cost.FeeTiers;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.RejectReason;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Decides how much of an order fills at a price, and what that costs. */
final class FillDesk {
  private static final long MILLION = 1_000_000;
  private static final long LARGEST = Long.MAX_VALUE / 4;

  private final List<Instrument> instruments;
  private final CostModel costs;
  private final VenueAccount[] accounts;
  private final TradedVolume traded;

  FillDesk(
      List<Instrument> instruments, CostModel costs, VenueAccount[] accounts, TradedVolume traded) {
    this.instruments = instruments;
    this.costs = costs;
    this.accounts = accounts;
    this.traded = traded;
  }

  /** What comes of a price that an order can fill at. */
  sealed interface Outcome {
    /**
     * It fills, all or a part.
     *
     * @param turns whether it has closed a position and goes on at once to open the other one
     */
    record Fill(OrderEvent.Filled event, boolean turns) implements Outcome {}

    /** There is not enough volume now: it goes on standing. */
    record Wait() implements Outcome {}

    /** It never can. */
    record Refuse(RejectReason reason) implements Outcome {}
  }

  private static final Outcome WAIT = new Outcome.Wait();

  /**
   * The fill at a price.
   *
   * @param volume of the candle, in quantity scale
   * @param used how much of it this candle's fills have taken
   * @param takes whether it takes liquidity
   */
  Outcome fill(RestingOrder order, long price, long timeNs, long volume, long used, boolean takes) {
    if (isTooLarge(order, price)) {
      return new Outcome.Refuse(RejectReason.QTY_TOO_LARGE);
    }
    int instrument = order.intent().instrument();
    TradingRules rules = instruments.get(instrument).rulesAt(timeNs);
    long feePpm = feePpm(rules, timeNs, takes);
    long wanted = wanted(order, price, rules, volume, feePpm, takes);
    if (order.intent().reduceOnly() && wanted == 0) {
      return new Outcome.Refuse(RejectReason.NOTHING_TO_REDUCE);
    }
    Optional<RejectReason> refusal = refusal(order, price, wanted, rules, feePpm);
    if (refusal.isPresent()) {
      return new Outcome.Refuse(refusal.get());
    }
    long supply = Math.min(available(volume, used, rules), order.visibleQty());
    long qty = Math.min(wanted, supply);
    if (qty < wanted && order.isAllOrNone()) {
      return WAIT;
    }
    if (qty < wanted && qty - baseFee(order, qty, feePpm) <= 0) {
      return WAIT;
    }
    long held = Math.abs(account(order).heldScaled(instrument));
    boolean turns = reduces(order) && qty > held;
    qty = turns ? held : qty;
    return reduces(order)
        ? closing(order, price, timeNs, qty, qty == wanted, feePpm, ppm(qty, volume, takes), turns)
        : opening(order, price, timeNs, qty, qty == wanted, feePpm, ppm(qty, volume, takes));
  }

  private VenueAccount account(RestingOrder order) {
    return accounts[order.intent().book()];
  }

  /** Whether it makes contracts less, whatever it says. */
  private boolean reduces(RestingOrder order) {
    return account(order).isReducedBy(order.intent().instrument(), order.intent().side());
  }

  /** Of the tier that the account has come to, else of the rules. */
  private long feePpm(TradingRules rules, long timeNs, boolean takes) {
    if (costs.feeTiers().isEmpty()) {
      return takes ? rules.takerFeePpm() : rules.makerFeePpm();
    }
    FeeTiers.Tier tier = costs.feeTiers().at(traded.before(timeNs));
    return takes ? tier.takerFeePpm() : tier.makerFeePpm();
  }

  /** What it opens must be paid, or its margin must be there, and its costs. */
  private Outcome opening(
      RestingOrder order,
      long price,
      long timeNs,
      long qty,
      boolean last,
      long feePpm,
      long slipPpm) {
    int instrument = order.intent().instrument();
    VenueAccount account = account(order);
    long quote = quote(instrument, price, qty);
    boolean feeInBase = isFeeInBase(order);
    long fee = feeInBase ? baseFee(order, qty, feePpm) : cost(quote, feePpm);
    long slippage = cost(quote, slipPpm);
    boolean spot = isSpot(instrument);
    if (!spot
        && !account.allows(
            instrument,
            quote(instrument, price, Math.abs(account.heldScaled(instrument)) + qty),
            account.leverage(instrument))) {
      return new Outcome.Refuse(RejectReason.LEVERAGE_TOO_HIGH);
    }
    boolean pays = !order.intent().reduceOnly() && !(spot && order.sells());
    long needed = spot ? quote : account.initialScaled(instrument, quote);
    if (pays && needed + (feeInBase ? 0 : fee) + slippage > account.freeScaled(instrument)) {
      return new Outcome.Refuse(RejectReason.INSUFFICIENT_BALANCE);
    }
    return new Outcome.Fill(
        new OrderEvent.Filled(
            order.intent().orderId(), timeNs, qty, price, quote, fee, feeInBase, slippage, last),
        false);
  }

  /** What it closes costs no more than it leaves. */
  private Outcome closing(
      RestingOrder order,
      long price,
      long timeNs,
      long qty,
      boolean last,
      long feePpm,
      long slipPpm,
      boolean turns) {
    int instrument = order.intent().instrument();
    long quote = quote(instrument, price, qty);
    long room = account(order).roomForCosts(instrument, qty, quote);
    long fee = Math.min(cost(quote, feePpm), room);
    long slippage = Math.min(cost(quote, slipPpm), Math.max(0, room - fee));
    return new Outcome.Fill(
        new OrderEvent.Filled(
            order.intent().orderId(), timeNs, qty, price, quote, fee, false, slippage, last),
        turns);
  }

  /** The venue's minimums are asked of an order that opens as a whole, not of its parts. */
  private Optional<RejectReason> refusal(
      RestingOrder order, long price, long wanted, TradingRules rules, long feePpm) {
    int instrument = order.intent().instrument();
    boolean opens = !order.intent().reduceOnly() && !order.isTouched();
    long kept = wanted - baseFee(order, wanted, feePpm);
    if (wanted == 0 || (opens && (wanted < rules.minQtyScaled() || kept < rules.lotScaled()))) {
      return Optional.of(RejectReason.QTY_TOO_SMALL);
    }
    if (opens && quote(instrument, price, wanted) < rules.minNotionalScaled()) {
      return Optional.of(RejectReason.NOTIONAL_TOO_SMALL);
    }
    return isSpot(instrument) && order.sells() && wanted > account(order).heldScaled(instrument)
        ? Optional.of(RejectReason.NOT_HELD)
        : Optional.empty();
  }

  /** Whether an entry's quantity, or its price, is more than a scaled number holds with room. */
  private boolean isTooLarge(RestingOrder order, long priceScaled) {
    Instrument i = instruments.get(order.intent().instrument());
    double price = Crossing.toDouble(priceScaled, i.priceScale());
    return switch (order.intent().size()) {
      case OrderSize.Base base ->
          Crossing.toDouble(base.qtyScaled(), i.qtyScale()) * price
              >= Crossing.toDouble(LARGEST, i.cashScale());
      case OrderSize.Budget _ ->
          Crossing.toDouble(order.remainingBudget(), i.cashScale()) / price
              >= Crossing.toDouble(LARGEST, i.qtyScale());
      case OrderSize.Position _ -> false;
    };
  }

  private long wanted(
      RestingOrder order, long price, TradingRules rules, long volume, long feePpm, boolean takes) {
    int instrument = order.intent().instrument();
    long qty =
        switch (order.intent().size()) {
          case OrderSize.Base _ -> order.remainingQty();
          case OrderSize.Position _ -> Long.MAX_VALUE;
          case OrderSize.Budget _ ->
              affordable(order, instrument, price, rules, volume, feePpm, takes);
        };
    if (order.intent().reduceOnly()) {
      long held = account(order).heldScaled(instrument);
      long reducible = order.sells() ? Math.max(0, held) : Math.max(0, -held);
      qty = Math.min(qty, reducible);
    }
    if (order.intent().size() instanceof OrderSize.Position && !isSpot(instrument)) {
      return qty;
    }
    return FixedPoint.toStep(qty, rules.lotScaled(), RoundingMode.DOWN);
  }

  /**
   * The quantity that a budget buys with fee and slippage, as far as the cash that is free is their
   * margin; of impact, that of the first guess.
   */
  private long affordable(
      RestingOrder order,
      int instrument,
      long price,
      TradingRules rules,
      long volume,
      long feePpm,
      boolean takes) {
    VenueAccount account = account(order);
    long leverage = isSpot(instrument) ? 1 : account.leverage(instrument);
    long free = account.freeScaled(instrument);
    long most = Math.min(order.remainingBudget(), saturated(free, leverage));
    if (most <= 0) {
      return 0;
    }
    long feeInQuote = isFeeInBase(order) ? 0 : feePpm;
    long slipPpm = ppm(qtyFor(instrument, most, price), volume, takes);
    long costs = feeInQuote + slipPpm;
    long net = FixedPoint.mulDiv(most, MILLION, MILLION + costs, RoundingMode.DOWN);
    if (leverage > 1) {
      long backed = MILLION + leverage * costs;
      net = Math.min(net, FixedPoint.mulDiv(free, leverage * MILLION, backed, RoundingMode.DOWN));
    }
    long lot = rules.lotScaled();
    long qty = FixedPoint.toStep(qtyFor(instrument, net, price), lot, RoundingMode.DOWN);
    long quote = quote(instrument, price, qty);
    long paid = cost(quote, feeInQuote) + cost(quote, slipPpm);
    boolean fits =
        quote + paid <= order.remainingBudget()
            && (leverage > 1 ? account.initialScaled(instrument, quote) : quote) + paid <= free;
    // Numbers that are rounded up each take one digit at most more than their sum.
    long less = leverage > 1 ? Math.max(0, net - 3 * leverage) : net - 1;
    return fits ? qty : FixedPoint.toStep(qtyFor(instrument, less, price), lot, RoundingMode.DOWN);
  }

  private static long saturated(long amount, long times) {
    return amount > Long.MAX_VALUE / times ? Long.MAX_VALUE : amount * times;
  }

  private boolean isFeeInBase(RestingOrder order) {
    return costs.feeInBase() && isSpot(order.intent().instrument()) && !order.sells();
  }

  /** What the fee takes of the coins that are bought. */
  private long baseFee(RestingOrder order, long qty, long feePpm) {
    return isFeeInBase(order) ? cost(qty, feePpm) : 0;
  }

  /** Rounded up to the last digit of cash, so that a rebate is never rounded in our favour. */
  private static long cost(long amount, long ppm) {
    return FixedPoint.mulDiv(amount, ppm, MILLION, RoundingMode.CEILING);
  }

  private long qtyFor(int instrument, long cash, long price) {
    Instrument i = instruments.get(instrument);
    int shift = i.priceScale() + i.qtyScale() - i.cashScale();
    if (shift >= 0) {
      return FixedPoint.mulDiv(cash, FixedPoint.pow10(shift), price, RoundingMode.DOWN);
    }
    return FixedPoint.divide(cash / FixedPoint.pow10(-shift), price, RoundingMode.DOWN);
  }

  private long available(long volume, long used, TradingRules rules) {
    if (costs.volumeShare().isEmpty()) {
      return Long.MAX_VALUE;
    }
    long share =
        FixedPoint.mulDiv(
            volume, Crossing.ppm(costs.volumeShare().getAsDouble()), MILLION, RoundingMode.DOWN);
    return FixedPoint.toStep(Math.max(0, share - used), rules.lotScaled(), RoundingMode.DOWN);
  }

  private long ppm(long qty, long volume, boolean takes) {
    return takes ? costs.takerPpm(volume == 0 ? 1 : (double) qty / volume) : 0;
  }

  private long quote(int instrument, long price, long qty) {
    Instrument i = instruments.get(instrument);
    return FixedPoint.multiply(
        price, i.priceScale(), qty, i.qtyScale(), i.cashScale(), RoundingMode.HALF_EVEN);
  }

  private boolean isSpot(int instrument) {
    return instruments.get(instrument).id().market() == Market.SPOT;
  }
}

package io.tradewind.core.engine;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.trade.Direction;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An entry signal that is being judged, with what follows from it alone.
 *
 * @param index the instrument's place in the session
 * @param instrument what is to be entered
 * @param signal that asks for it
 * @param price at which it is expected, in quote
 * @param stop where its stop will stand right after it, in quote; empty without one
 * @param joins whether it joins what stands, instead of ending it
 */
record Entry(
    int index,
    Instrument instrument,
    Signal.Enter signal,
    double price,
    OptionalDouble stop,
    boolean joins) {
  private static final long LARGEST = Long.MAX_VALUE / 4;
  private static final double MILLION = 1e6;

  Entry withStop(OptionalDouble first) {
    return new Entry(index, instrument, signal, price, first, joins);
  }

  long timeNs() {
    return signal.timeNs();
  }

  boolean isLong() {
    return signal.direction() == Direction.LONG;
  }

  boolean isOfContracts() {
    return instrument.id().market() == Market.PERP;
  }

  TradingRules rules() {
    return instrument.rulesAt(timeNs());
  }

  /** How far the stop is, as a ratio of the price; 1 without one. */
  double stopDistance() {
    return stop.isEmpty() ? 1 : Math.abs(price - stop.getAsDouble()) / price;
  }

  /** Fee of a fill that takes liquidity, as a ratio of the notional. */
  double takerFee() {
    return rules().takerFeePpm() / MILLION;
  }

  /** Whether price, stop and targets can be ordered at and lie on their sides of each other. */
  boolean hasSensiblePrices() {
    int sign = signal.direction().sign();
    return isOrderable(price)
        && (signal.stop().isEmpty() || isBeyond(signal.stop().getAsDouble(), -sign))
        && areBeyond(sign);
  }

  private boolean areBeyond(int sign) {
    List<Double> targets = signal.targets();
    for (int i = 0; i < targets.size(); i++) {
      if (!isBeyond(targets.get(i), sign)) {
        return false;
      }
    }
    return true;
  }

  /** Whether another price lies above this one, or below it where the sign is -1. */
  private boolean isBeyond(double other, int sign) {
    return isOrderable(other) && sign * other > sign * price;
  }

  /** At least a tick, and no more than a scaled number holds with room for every sum. */
  private boolean isOrderable(double other) {
    double tick = Crossing.toDouble(rules().tickScaled(), instrument.priceScale());
    return other >= tick && other < Crossing.toDouble(LARGEST, instrument.priceScale());
  }

  /** Too small now, or too small to be sold at the stop. */
  boolean isTooSmall(double budget) {
    TradingRules rules = rules();
    long least = Math.max(rules.lotScaled(), rules.minQtyScaled());
    double worst = budget * (1 - (stopDistance() < 1 ? stopDistance() : 0));
    return budget / price < Crossing.toDouble(least, instrument.qtyScale())
        || worst < Crossing.toDouble(rules.minNotionalScaled(), instrument.cashScale())
        || budget <= 0;
  }

  /** What is not too small: of the venue's minimums, and with what the stop would lose of it. */
  double smallest() {
    TradingRules rules = rules();
    long least = Math.max(rules.lotScaled(), rules.minQtyScaled());
    double kept = 1 - (stopDistance() < 1 ? stopDistance() : 0);
    return Math.max(
        price * Crossing.toDouble(least, instrument.qtyScale()),
        Crossing.toDouble(rules.minNotionalScaled(), instrument.cashScale()) / kept);
  }

  /** More than a scaled number holds with room for every sum. */
  boolean isTooLarge(double budget) {
    return budget / price >= Crossing.toDouble(LARGEST, instrument.qtyScale());
  }
}

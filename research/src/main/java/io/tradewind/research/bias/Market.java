package io.tradewind.research.bias;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.research.backtest.BacktestSpec;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a run is given of the world, and the other worlds that an examination makes out of it.
 *
 * @param instruments in a fixed order
 * @param feeds candles by instrument
 * @param fundings of perpetuals by instrument, empty where there are none
 * @param capitalScaled what there is at the start, in cash scale
 * @param fromNs first instant that is traded
 * @param toNs end of what is traded, not included
 */
record Market(
    List<Instrument> instruments,
    List<CandleColumns> feeds,
    List<FundingColumns> fundings,
    long capitalScaled,
    long fromNs,
    long toNs) {

  /**
   * 28 years, of which 7 are leap years: whole weeks, so that weekdays, months and ends of months
   * fall as they did. True as long as no year 1900 or 2100 lies between.
   */
  static final long SHIFT_NS = 10_227 * Utc.DAY_NS;

  Market {
    instruments = List.copyOf(instruments);
    feeds = List.copyOf(feeds);
    fundings = List.copyOf(fundings);
  }

  /** The one of a specification. */
  static Market of(BacktestSpec spec) {
    return new Market(
        spec.market().instruments(),
        spec.market().feeds(),
        spec.market().fundings(),
        spec.capitalScaled(),
        spec.fromNs(),
        spec.toNs());
  }

  /** Whether candles of this length lie 28 years before as they do now. */
  static boolean canShift(Interval interval) {
    return SHIFT_NS % interval.durationNs() == 0;
  }

  /** When the first candle of all opens. */
  long firstNs() {
    return feeds.stream()
        .filter(feed -> feed.size() > 0)
        .mapToLong(feed -> feed.openTimeNs(0))
        .min()
        .orElseThrow();
  }

  /** When the last candle of all opens. */
  long lastNs() {
    return feeds.stream()
        .filter(feed -> feed.size() > 0)
        .mapToLong(feed -> feed.openTimeNs(feed.size() - 1))
        .max()
        .orElseThrow();
  }

  /** As much as is known at an instant at which no candle is under way. */
  Market knownAt(long timeNs) {
    return with(
        feeds.stream().map(feed -> OtherCandles.before(feed, timeNs)).toList(),
        fundings.stream().map(each -> OtherFundings.before(each, timeNs)).toList());
  }

  /** The same up to an instant at which no candle is under way, and another future. */
  Market withOtherFuture(long timeNs) {
    return with(
        feeds.stream().map(feed -> OtherCandles.mirroredFrom(feed, timeNs)).toList(),
        fundings.stream().map(each -> OtherFundings.turnedFrom(each, timeNs)).toList());
  }

  /** Quite another way of prices at the same times; of fundings the signs are turned. */
  Market backwards() {
    return with(
        feeds.stream().map(OtherCandles::backwards).toList(),
        fundings.stream().map(each -> OtherFundings.turnedFrom(each, Utc.FIRST_NS)).toList());
  }

  /** Without what opens before an instant. */
  Market startingAt(long timeNs) {
    return with(
        feeds.stream().map(feed -> feed.slice(feed.firstRowFrom(timeNs), feed.size())).toList(),
        fundings.stream().map(each -> OtherFundings.from(each, timeNs)).toList());
  }

  /** The same, 28 years before. */
  Market earlier() {
    return new Market(
        instruments.stream().map(Market::earlier).toList(),
        feeds.stream().map(feed -> OtherCandles.moved(feed, -SHIFT_NS)).toList(),
        fundings.stream().map(each -> OtherFundings.moved(each, -SHIFT_NS)).toList(),
        capitalScaled,
        fromNs - SHIFT_NS,
        toNs - SHIFT_NS);
  }

  /**
   * The same in a currency of half the worth: prices, capital, ticks and least notionals are twice
   * as much, so that the same is bought of everything. Doubling is exact in doubles.
   */
  Market withMoneyDoubled() {
    return new Market(
        instruments.stream().map(Market::withMoneyDoubled).toList(),
        feeds.stream().map(OtherCandles::withPricesDoubled).toList(),
        fundings,
        Math.multiplyExact(capitalScaled, 2),
        fromNs,
        toNs);
  }

  /** The same prices, with twice as much traded at them. */
  Market withVolumesDoubled() {
    return with(feeds.stream().map(OtherCandles::withVolumesDoubled).toList());
  }

  /** Prices and volumes that differ in their last digits. */
  Market withLastDigitsMoved() {
    return with(feeds.stream().map(OtherCandles::withLastDigitsMoved).toList());
  }

  private Market with(List<CandleColumns> others) {
    return with(others, fundings);
  }

  private Market with(List<CandleColumns> others, List<FundingColumns> rates) {
    return new Market(instruments, others, rates, capitalScaled, fromNs, toNs);
  }

  private static Instrument withMoneyDoubled(Instrument instrument) {
    return with(instrument, Market::withMoneyDoubled);
  }

  private static TradingRules withMoneyDoubled(TradingRules rules) {
    return new TradingRules(
        rules.fromNs(),
        Math.multiplyExact(rules.tickScaled(), 2),
        rules.lotScaled(),
        rules.minQtyScaled(),
        Math.multiplyExact(rules.minNotionalScaled(), 2),
        rules.makerFeePpm(),
        rules.takerFeePpm());
  }

  private static Instrument with(Instrument instrument, UnaryOperator<TradingRules> other) {
    return new Instrument(
        instrument.id(),
        instrument.priceScale(),
        instrument.qtyScale(),
        instrument.cashScale(),
        instrument.rules().stream().map(other).toList());
  }

  private static Instrument earlier(Instrument instrument) {
    return with(instrument, Market::earlier);
  }

  private static TradingRules earlier(TradingRules rules) {
    return new TradingRules(
        Math.max(rules.fromNs(), Long.MIN_VALUE + SHIFT_NS) - SHIFT_NS,
        rules.tickScaled(),
        rules.lotScaled(),
        rules.minQtyScaled(),
        rules.minNotionalScaled(),
        rules.makerFeePpm(),
        rules.takerFeePpm());
  }
}

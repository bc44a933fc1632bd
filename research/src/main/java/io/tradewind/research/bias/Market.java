package io.tradewind.research.bias;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.research.backtest.BacktestSpec;
import java.util.List;

/**
 * What a run is given of the world, and the other worlds that an examination makes out of it.
 *
 * @param instruments in a fixed order
 * @param feeds candles by instrument
 * @param fromNs first instant that is traded
 * @param toNs end of what is traded, not included
 */
record Market(List<Instrument> instruments, List<CandleColumns> feeds, long fromNs, long toNs) {

  /**
   * 28 years, of which 7 are leap years: whole weeks, so that weekdays, months and ends of months
   * fall as they did. True as long as no year 1900 or 2100 lies between.
   */
  static final long SHIFT_NS = 10_227 * Utc.DAY_NS;

  Market {
    instruments = List.copyOf(instruments);
    feeds = List.copyOf(feeds);
  }

  /** The one of a specification. */
  static Market of(BacktestSpec spec) {
    return new Market(spec.instruments(), spec.feeds(), spec.fromNs(), spec.toNs());
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

  /** As much as is known at an instant at which no candle is under way. */
  Market knownAt(long timeNs) {
    return with(feeds.stream().map(feed -> OtherCandles.before(feed, timeNs)).toList());
  }

  /** The same up to an instant at which no candle is under way, and another future. */
  Market withOtherFuture(long timeNs) {
    return with(feeds.stream().map(feed -> OtherCandles.mirroredFrom(feed, timeNs)).toList());
  }

  /** Quite another way of prices at the same times. */
  Market backwards() {
    return with(feeds.stream().map(OtherCandles::backwards).toList());
  }

  /** Without what opens before an instant. */
  Market startingAt(long timeNs) {
    return with(
        feeds.stream().map(feed -> feed.slice(feed.firstRowFrom(timeNs), feed.size())).toList());
  }

  /** The same, 28 years before. */
  Market earlier() {
    return new Market(
        instruments.stream().map(Market::earlier).toList(),
        feeds.stream().map(feed -> OtherCandles.moved(feed, -SHIFT_NS)).toList(),
        fromNs - SHIFT_NS,
        toNs - SHIFT_NS);
  }

  private Market with(List<CandleColumns> others) {
    return new Market(instruments, others, fromNs, toNs);
  }

  private static Instrument earlier(Instrument instrument) {
    return new Instrument(
        instrument.id(),
        instrument.priceScale(),
        instrument.qtyScale(),
        instrument.cashScale(),
        instrument.rules().stream().map(Market::earlier).toList());
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

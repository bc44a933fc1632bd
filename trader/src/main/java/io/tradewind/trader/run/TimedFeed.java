package io.tradewind.trader.run;

import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.MarketEvent;
import io.tradewind.trader.feed.FeedListener;
import io.tradewind.trader.meter.Meters;
import io.tradewind.trader.meter.SourceMeter.Source;
import io.tradewind.venues.time.VenueClock;

/**
 * Tells when market data is taken, and what it took to come here. What was asked for, such as what
 * fills a hole, is old: it counts as heard, and not as a step.
 */
final class TimedFeed implements FeedListener {
  private static final long FRESH_NS = 10_000_000_000L;

  private final FeedListener inner;
  private final Meters meters;
  private final VenueClock clock;

  TimedFeed(FeedListener inner, Meters meters, VenueClock clock) {
    this.inner = inner;
    this.meters = meters;
    this.clock = clock;
  }

  private void took(long eventNs, long receivedNs) {
    long nowNs = clock.nowNs();
    meters.sources().heard(Source.MARKET_DATA, nowNs);
    if (nowNs - eventNs < FRESH_NS) {
      meters.path().took(eventNs, receivedNs, nowNs);
    } else {
      meters.path().looked(nowNs);
    }
  }

  @Override
  public void onTrade(int instrument, MarketEvent.Trade trade) {
    took(trade.eventTimeNs(), trade.receiveTimeNs());
    inner.onTrade(instrument, trade);
  }

  @Override
  public void onBook(int instrument, BookColumns rows) {
    took(rows.timeNs(0), rows.receiveTimeNs(0));
    inner.onBook(instrument, rows);
  }

  @Override
  public void onCandle(int instrument, MarketEvent.Candle candle) {
    took(candle.eventTimeNs(), candle.receiveTimeNs());
    inner.onCandle(instrument, candle);
  }

  @Override
  public void onFunding(int instrument, double rate) {
    long nowNs = clock.nowNs();
    meters.sources().heard(Source.MARKET_DATA, nowNs);
    meters.path().looked(nowNs);
    inner.onFunding(instrument, rate);
  }
}

package io.tradewind.research.backtest;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.FundingColumns;
import java.util.List;
import java.util.Optional;

/**
 * What a run is played on.
 *
 * @param instruments in a fixed order
 * @param feeds candles by instrument, in its price scale with volumes in its quantity scale, of the
 *     interval or shorter; those before the span only warm up
 * @param fundings by instrument, empty where none are known and for spot
 * @param ticks what is replayed in place of the candles, which then are those of its trades; empty
 *     in a run on candles
 */
public record RunMarket(
    List<Instrument> instruments,
    List<CandleColumns> feeds,
    List<FundingColumns> fundings,
    Optional<TickReplay> ticks) {
  /** Checks that there is a feed for each instrument. */
  public RunMarket {
    instruments = List.copyOf(instruments);
    feeds = List.copyOf(feeds);
    fundings = List.copyOf(fundings);
    Check.argument(
        instruments.size() == feeds.size(),
        "each instrument needs a feed, feeds: %s",
        feeds.size());
    Check.argument(
        instruments.size() == fundings.size(),
        "each instrument needs fundings, maybe none, was %s",
        fundings.size());
    if (ticks.isPresent()) {
      Check.argument(
          ticks.get().trades().size() == instruments.size(),
          "each instrument needs ticks, there are those of %s",
          ticks.get().trades().size());
    }
    for (int i = 0; i < feeds.size(); i++) {
      check(instruments.get(i), feeds.get(i), fundings.get(i));
    }
  }

  private static void check(Instrument instrument, CandleColumns feed, FundingColumns funding) {
    Check.argument(
        feed.priceScale() == instrument.priceScale() && feed.volumeScale() == instrument.qtyScale(),
        "the feed of %s must be in its scales",
        instrument.id());
    Check.argument(
        instrument.id().market() == Market.PERP || funding.size() == 0,
        "there is no funding of %s, which is no perpetual",
        instrument.id());
  }

  /** Candles alone. */
  public RunMarket(List<Instrument> instruments, List<CandleColumns> feeds) {
    this(
        instruments,
        feeds,
        instruments.stream().map(each -> FundingColumns.empty()).toList(),
        Optional.empty());
  }

  /** The same with fundings by instrument. */
  RunMarket funded(List<FundingColumns> others) {
    return new RunMarket(instruments, feeds, others, ticks);
  }

  /** The same on ticks, of which the feeds are candles. */
  RunMarket replaying(TickReplay others) {
    return new RunMarket(instruments, feeds, fundings, Optional.of(others));
  }
}

package io.tradewind.research.backtest;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.CostModel;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides a run.
 *
 * @param instruments in a fixed order
 * @param feeds candles by instrument, in its price scale with volumes in its quantity scale, of the
 *     interval or shorter; those before {@code fromNs} only warm up
 * @param interval of the strategy's candles
 * @param strategy a fresh one, not used before
 * @param strategyName for the records
 * @param parameters of the strategy
 * @param limits of the risk gate
 * @param exits for every position
 * @param costs of fills beside fees
 * @param capitalScaled in cash scale
 * @param fromNs first instant that is traded, included
 * @param toNs end of what is traded, not included
 * @param candleEquity whether equity is kept at every close
 * @param charts whether the candles are kept for the report
 * @param data what was read, for the description
 * @param settings what else decided the result, for the description
 * @param notices for the user, added to those of the run
 * @param listener hears every audit record as it is made
 */
public record BacktestSpec(
    List<Instrument> instruments,
    List<CandleColumns> feeds,
    Interval interval,
    Strategy strategy,
    String strategyName,
    ParameterValues parameters,
    RiskSettings limits,
    ExitRules exits,
    CostModel costs,
    long capitalScaled,
    long fromNs,
    long toNs,
    boolean candleEquity,
    boolean charts,
    List<RunDescription.DataSpan> data,
    Map<String, String> settings,
    List<String> notices,
    AuditSink listener) {
  /** Checks that there is a feed for each instrument. */
  public BacktestSpec {
    instruments = List.copyOf(instruments);
    feeds = List.copyOf(feeds);
    data = List.copyOf(data);
    notices = List.copyOf(notices);
    Check.argument(
        instruments.size() == feeds.size(),
        "each instrument needs a feed, feeds: %s",
        feeds.size());
    for (int i = 0; i < feeds.size(); i++) {
      Check.argument(
          feeds.get(i).priceScale() == instruments.get(i).priceScale()
              && feeds.get(i).volumeScale() == instruments.get(i).qtyScale(),
          "the feed of %s must be in its scales",
          instruments.get(i).id());
    }
  }

  /** The same, traded from another instant on. */
  public BacktestSpec tradedFrom(long otherFromNs) {
    return new BacktestSpec(
        instruments,
        feeds,
        interval,
        strategy,
        strategyName,
        parameters,
        limits,
        exits,
        costs,
        capitalScaled,
        otherFromNs,
        toNs,
        candleEquity,
        charts,
        data,
        settings,
        notices,
        listener);
  }

  /** The same, heard by another listener. */
  public BacktestSpec heardBy(AuditSink other) {
    return new BacktestSpec(
        instruments,
        feeds,
        interval,
        strategy,
        strategyName,
        parameters,
        limits,
        exits,
        costs,
        capitalScaled,
        fromNs,
        toNs,
        candleEquity,
        charts,
        data,
        settings,
        notices,
        other);
  }
}

package io.tradewind.research.backtest;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.CostModel;
import java.util.List;
import java.util.Map;

/** Runs of one strategy with 10,000 and nothing else: no costs, limits, exits, funding, reports. */
public final class PlainRuns {
  private PlainRuns() {}

  /** A strategy with its defaults. */
  public static BacktestBook book(String name, Strategy strategy, Interval interval) {
    return book(name, strategy, interval, Map.of());
  }

  /** A strategy with these parameters. */
  public static BacktestBook book(
      String name, Strategy strategy, Interval interval, Map<String, String> parameters) {
    return new BacktestBook(
        name,
        strategy,
        interval,
        ParameterValues.of(strategy.parameters(), parameters),
        ExitRules.NONE,
        10_000_00000000L);
  }

  /** From an instant on, to the end of the candles. */
  public static BacktestSpec spec(
      BacktestBook book, List<Instrument> instruments, List<CandleColumns> feeds, long fromNs) {
    return spec(book, instruments, feeds, fromNs, Long.MAX_VALUE / 2);
  }

  /** From an instant to another. */
  public static BacktestSpec spec(
      BacktestBook book,
      List<Instrument> instruments,
      List<CandleColumns> feeds,
      long fromNs,
      long toNs) {
    return new BacktestSpec(
        new RunMarket(instruments, feeds),
        List.of(book),
        new RunRules(RiskSettings.RESEARCH, CostModel.NONE),
        fromNs,
        toNs,
        RunNotes.NONE,
        entry -> {});
  }
}

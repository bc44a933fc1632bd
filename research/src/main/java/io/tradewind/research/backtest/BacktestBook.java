package io.tradewind.research.backtest;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.engine.BookSpec;
import io.tradewind.core.engine.HedgeSpec;
import io.tradewind.core.execution.ExecutionStyle;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.strategy.Silent;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A strategy of a run, or the hedge of them all, with the capital that it trades with.
 *
 * @param name for the records, each of a run another
 * @param strategy a fresh one, not used before
 * @param interval of its candles
 * @param parameters of the strategy
 * @param exits for every position
 * @param margin how contracts are held
 * @param execution how entries at the market are worked; empty where each is one order
 * @param capitalScaled its part of the capital, in cash scale
 * @param hedge what it hedges the others with; empty for a strategy
 */
public record BacktestBook(
    String name,
    Strategy strategy,
    Interval interval,
    ParameterValues parameters,
    ExitRules exits,
    MarginMode margin,
    Optional<ExecutionStyle> execution,
    long capitalScaled,
    Optional<HedgeSpec> hedge) {
  /** The name of the book that hedges the others. */
  public static final String HEDGE = "hedge";

  /** Contracts on isolated margin, each entry one order. */
  public BacktestBook(
      String name,
      Strategy strategy,
      Interval interval,
      ParameterValues parameters,
      ExitRules exits,
      long capitalScaled) {
    this(
        name,
        strategy,
        interval,
        parameters,
        exits,
        MarginMode.ISOLATED,
        Optional.empty(),
        capitalScaled,
        Optional.empty());
  }

  /**
   * The hedge of all strategies, which comes after them.
   *
   * @param interval of a strategy
   */
  public static BacktestBook hedging(HedgeSpec hedge, Interval interval, long capitalScaled) {
    return new BacktestBook(
        HEDGE,
        new Silent(),
        interval,
        ParameterValues.of(List.of(), Map.of()),
        ExitRules.NONE,
        MarginMode.CROSS,
        Optional.empty(),
        capitalScaled,
        Optional.of(hedge));
  }

  /**
   * The same for another run.
   *
   * @param fresh strategy of the same parameters, not used before
   * @param otherCapitalScaled its part of the capital, in cash scale
   */
  public BacktestBook with(Strategy fresh, long otherCapitalScaled) {
    return new BacktestBook(
        name, fresh, interval, parameters, exits, margin, execution, otherCapitalScaled, hedge);
  }

  /** As the engine is told of it. */
  public BookSpec toSpec() {
    return new BookSpec(name, interval, parameters, exits, margin, execution, capitalScaled, hedge);
  }
}

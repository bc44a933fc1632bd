package io.tradewind.core.engine;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.execution.ExecutionStyle;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import java.util.Optional;

/**
 * What one strategy, or the hedge of them all, trades with: its books are its own.
 *
 * @param name of the strategy, for the records
 * @param interval of its candles
 * @param parameters of the strategy
 * @param exits that hold for every position
 * @param margin how contracts are held
 * @param execution how entries at the market are worked; empty where each is one order
 * @param capitalScaled money at the start, in cash scale
 * @param hedge what it hedges the others with; empty for the book of a strategy
 */
public record BookSpec(
    String name,
    Interval interval,
    ParameterValues parameters,
    ExitRules exits,
    MarginMode margin,
    Optional<ExecutionStyle> execution,
    long capitalScaled,
    Optional<HedgeSpec> hedge) {
  /** Of a strategy, each entry one order. */
  public BookSpec(
      String name,
      Interval interval,
      ParameterValues parameters,
      ExitRules exits,
      MarginMode margin,
      long capitalScaled) {
    this(
        name,
        interval,
        parameters,
        exits,
        margin,
        Optional.empty(),
        capitalScaled,
        Optional.empty());
  }

  /** Checks the range. */
  public BookSpec {
    Check.argument(capitalScaled > 0, "capital must be > 0, was %s", capitalScaled);
  }
}

package io.tradewind.core.engine;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.risk.RiskLimits;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules;
import java.util.List;

/**
 * What an engine is made for.
 *
 * @param instruments in the order of their indices, all quoted in one currency
 * @param interval of the strategy's candles
 * @param strategyName for the records
 * @param parameters of the strategy
 * @param limits of the risk gate
 * @param exits that hold for every position
 * @param capitalScaled money at the start, in cash scale
 * @param tradeFromNs the first instant at which a signal is followed; before, all only warms up
 * @param tradeToNs the first instant at which none is followed any more
 */
public record EngineSpec(
    List<Instrument> instruments,
    Interval interval,
    String strategyName,
    ParameterValues parameters,
    RiskLimits limits,
    ExitRules exits,
    long capitalScaled,
    long tradeFromNs,
    long tradeToNs) {
  /** Checks the ranges. */
  public EngineSpec {
    instruments = List.copyOf(instruments);
    Check.argument(!instruments.isEmpty(), "a session needs an instrument");
    Check.argument(capitalScaled > 0, "capital must be > 0, was %s", capitalScaled);
    Check.argument(
        tradeFromNs <= Utc.LAST_NS,
        "trading must begin by the year 2200, was %s",
        Utc.format(tradeFromNs));
    Check.argument(tradeFromNs < tradeToNs, "the span must not be empty, from %s", tradeFromNs);
  }
}

package io.tradewind.research.backtest;

import io.tradewind.core.execution.cost.NetResult;
import io.tradewind.core.quality.QualityReport;
import java.util.Map;

/**
 * What came out of one strategy of a run.
 *
 * @param name of the strategy, as its trades carry it
 * @param parameters its parameters as text, by name
 * @param interval of its candles, such as {@code 1h}
 * @param daily equity of its book at the start and at each end of a UTC day
 * @param result what it gained, and what that cost
 * @param quality of its signals at the end
 */
public record StrategyResult(
    String name,
    Map<String, String> parameters,
    String interval,
    EquityCurve daily,
    NetResult result,
    QualityReport quality) {}

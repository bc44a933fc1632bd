package io.tradewind.store.catalog;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.time.Interval;
import java.util.Optional;

/**
 * A series in the store.
 *
 * @param kind {@code candles-5m}, {@code trades}, {@code agg-trades} or {@code funding}
 * @param interval of candles; empty for others
 * @param firstNs time of the first row (a candle's open)
 * @param lastNs time of the last row (a candle's open)
 * @param rows how many
 * @param gaps places where one or more candles or fundings are missing; 0 for trades
 * @param bytes of its Parquet files
 */
public record SeriesInfo(
    InstrumentId instrument,
    String kind,
    Optional<Interval> interval,
    long firstNs,
    long lastNs,
    long rows,
    long gaps,
    long bytes) {}

package io.tradewind.core.status;

import io.tradewind.core.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An open position.
 *
 * @param strategy whose it is
 * @param qty of base, below 0 for a short
 * @param entry average price
 * @param mark latest price
 * @param unrealised result at that price, before costs of closing, in quote
 * @param stop where its stop stands; empty where none does
 * @param sinceNs when it was opened, epoch nanoseconds
 */
public record PositionStatus(
    String strategy,
    InstrumentId instrument,
    BigDecimal qty,
    BigDecimal entry,
    BigDecimal mark,
    BigDecimal unrealised,
    Optional<BigDecimal> stop,
    long sinceNs) {}

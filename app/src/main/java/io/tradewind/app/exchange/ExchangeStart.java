package io.tradewind.app.exchange;

import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.simulation.fault.FaultPlan;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * All that an exchange is started with.
 *
 * @param setup its symbols, customer and market
 * @param faults what goes wrong from the beginning
 * @param clock its time
 * @param startNs when it begins, in its time
 * @param wallMsToEnd milliseconds of the wall from now until the last of what happens again, if
 *     time passes as it should; empty where the market has no end
 * @param told about the market, for people
 */
public record ExchangeStart(
    ExchangeSetup setup,
    FaultPlan faults,
    InstantSource clock,
    long startNs,
    Optional<LongSupplier> wallMsToEnd,
    String told) {}

package io.tradewind.core.risk;

import io.tradewind.core.risk.limit.Allowance;
import io.tradewind.core.risk.limit.Holdings;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.risk.limit.Stance;
import java.util.Optional;

/**
 * What stands around an order that opens or adds, for the gate to judge it by.
 *
 * @param held all positions and entries under way, but for what the order replaces
 * @param stopDistance how far its stop is, as a ratio of the price; 1 without a stop
 * @param stance of the limits and breakers
 * @param lock that bars it
 * @param orderRate what the number of orders leaves
 * @param halted whether trading is halted
 */
public record Surroundings(
    Holdings held,
    double stopDistance,
    Stance stance,
    Optional<Lock> lock,
    Allowance orderRate,
    boolean halted) {}

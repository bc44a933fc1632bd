package io.tradewind.store.rules;

import java.math.BigDecimal;

/**
 * A tier of maintenance margin as a file has it, exact.
 *
 * @param floor in quote, 0 in the first
 * @param cap in quote; the last tier holds for what is above it, too
 * @param maintenance as a share of the notional, above 0 and under 1
 * @param deduction in quote; what makes the margin continuous from tier to tier
 * @param maxLeverage at least 1
 */
public record MarginStep(
    BigDecimal floor,
    BigDecimal cap,
    BigDecimal maintenance,
    BigDecimal deduction,
    int maxLeverage) {}

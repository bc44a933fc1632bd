package io.tradewind.simulation.synthetic;

/**
 * A regime that began.
 *
 * @param candle the first of it
 * @param regime which of the model's
 */
public record RegimeChange(int candle, int regime) {}

package io.tradewind.simulation.synthetic;

import java.util.OptionalInt;

/**
 * A jump that fell.
 *
 * @param candle in which it fell, or before whose open
 * @param symbol whose price jumped; empty if all did
 * @param size part of the price that was gained, below 0 if it was lost
 * @param gap whether it lies between the candle before and this one
 */
public record Jump(int candle, OptionalInt symbol, double size, boolean gap) {}

package io.tradewind.analytics.structure;

import io.tradewind.analytics.state.Resettable;

/**
 * Finds the highs and lows at which the price turned. A swing is given at the bar at which it can
 * first be known and never taken back; highs and lows come in turn, at most one at a bar. Its price
 * is the extreme of the bars since the swing before it.
 *
 * <p>A bar whose high or low is NaN ends all seeing, until a reset.
 */
public sealed interface SwingDetector extends Resettable permits ZigZag, Fractals {

  /** Takes the next closed bar and returns whether a swing became known. */
  boolean update(double high, double low, double close);

  /** The last ones that are known. */
  Swings swings();

  /** Bars before which none can be known, at least 1. */
  int warmup();

  /** Whether no bar was NaN. */
  boolean isSound();
}

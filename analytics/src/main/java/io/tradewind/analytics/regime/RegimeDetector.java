package io.tradewind.analytics.regime;

import io.tradewind.analytics.state.Resettable;

/**
 * Tells the regime bar by bar, from the bars so far. Constant work each on average, nothing
 * allocated.
 */
public sealed interface RegimeDetector extends Resettable
    permits RuleBasedRegime, HiddenMarkovRegime {

  /**
   * Takes the next closed bar, whose prices are above 0, and returns the ordinal of the regime that
   * is held, NaN until ready.
   */
  double update(double open, double high, double low, double close, double volume);

  /** Bars until there is a regime. */
  int warmup();

  /** Whether there is a regime. */
  boolean isReady();

  /**
   * The regime that is held.
   *
   * @throws IllegalStateException if there is none yet
   */
  Regime regime();

  /**
   * How far the present bar belongs to a regime, 0 to 1; over all regimes 1. NaN until ready. The
   * regime that is held need not be the one with the greatest.
   */
  double membership(Regime regime);
}

package io.tradewind.analytics.indicator;

import java.util.Locale;

/** What an indicator tells of. */
public enum Family {
  /** Where the price is going, and averages of it. */
  TREND,
  /** How fast it goes. */
  MOMENTUM,
  /** How far it swings. */
  VOLATILITY,
  /** How much is traded on the way. */
  VOLUME,
  /** The period of its oscillation. */
  CYCLE,
  /** Levels, swings and profiles. */
  STRUCTURE,
  /** Who trades: single trades, quotes and books. */
  ORDER_FLOW,
  /** Figures of a window of numbers. */
  STATISTICS,
  /** Another number from the same bar. */
  TRANSFORM,
  /** Patterns of one to five candles. */
  CANDLES,
  /** What state a market is in. */
  REGIME,
  /** What many of the others say together. */
  RATING;

  /** Lower case words with dashes. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

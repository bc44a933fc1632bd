package io.tradewind.analytics.regime;

/** What kind of market it is, whichever way it goes. */
public enum Regime {
  /** Moves go on. */
  TRENDING,
  /** Moves come back, by usual amounts. */
  RANGING,
  /** Moves are greater than they mostly were. */
  VOLATILE,
  /** Moves are smaller than they mostly were, and come back. */
  QUIET;

  private static final Regime[] ALL = values();

  /** How many there are. */
  static final int COUNT = ALL.length;

  static Regime at(int ordinal) {
    return ALL[ordinal];
  }
}

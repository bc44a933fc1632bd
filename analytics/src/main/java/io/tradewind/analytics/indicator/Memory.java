package io.tradewind.analytics.indicator;

/** How long an indicator feels what it was fed with. */
public enum Memory {
  /**
   * No longer than its warm-up: fed with the last {@code warmup} bars alone it says the same. A NaN
   * leaves with its window.
   */
  WINDOW,
  /** Ever less: fed with a long enough tail alone it says the same. A NaN stays until a reset. */
  FADING,
  /**
   * No longer than to the end of the next session of its calendar: fed from the beginning of the
   * session before alone it says the same. A NaN may stay as long, and need not be seen before the
   * next session.
   */
  SESSION,
  /** For good, as a running total or a path. A NaN may stay until a reset. */
  LASTING
}

package io.tradewind.exchange.symbol;

/** When something is due that is told every so often, on a clock of tenths of a second. */
public final class Pace {
  private static final long TICK_MS = 100;

  private Pace() {}

  /** Whether a multiple of it has passed within the last tenth of a second. */
  public static boolean isDue(long nowMs, long everyMs) {
    return Math.floorDiv(nowMs, everyMs) > Math.floorDiv(nowMs - TICK_MS, everyMs);
  }
}

package io.tradewind.core.status;

/**
 * How a part of the trader stands.
 *
 * @param name such as feed, orders, journal, database
 * @param sinceNs since when it stands so, epoch nanoseconds
 * @param why in words; empty where all is well
 * @param isNeeded whether nothing can be traded without it
 */
public record ComponentStatus(
    String name, Level level, long sinceNs, String why, boolean isNeeded) {

  /** How well. */
  public enum Level {
    /** It does what it should. */
    UP,
    /** It does it late, or not all of it; trading goes on with less. */
    DEGRADED,
    /** It does not; what needs it waits. */
    DOWN
  }
}

package io.tradewind.simulation.fault;

/**
 * What becomes of a message of a stream.
 *
 * @param delayNs until it is there; what comes after it is not there before
 * @param kind what goes wrong
 */
public record MessageFate(long delayNs, Kind kind) {

  /** What goes wrong with it. */
  public enum Kind {
    /** Nothing, or it is late. */
    TOLD,
    /** It never comes. */
    LOST,
    /** It comes twice. */
    DUPLICATED,
    /** It comes after the next. */
    REORDERED,
    /** Instead of it the socket ends. */
    SOCKET_CUT,
    /** From it on the socket is dead without an end. */
    SOCKET_HALF_OPEN
  }
}

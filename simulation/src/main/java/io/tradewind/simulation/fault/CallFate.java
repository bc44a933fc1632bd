package io.tradewind.simulation.fault;

/**
 * What becomes of a call.
 *
 * @param requestDelayNs until it is there
 * @param answerDelayNs until its answer is back
 * @param kind what goes wrong
 * @param isCarriedOut whether what it asks for is done all the same
 */
public record CallFate(long requestDelayNs, long answerDelayNs, Kind kind, boolean isCarriedOut) {

  /** What goes wrong with it. */
  public enum Kind {
    /** Nothing. */
    ANSWERED,
    /** It is refused for its address has asked too much. */
    THROTTLED,
    /** The exchange fails. */
    FAILED,
    /** The connection is cut. */
    DROPPED,
    /** There is no answer. */
    TIMED_OUT,
    /** The answer says that nobody knows what came of it. */
    ANSWER_LOST
  }
}

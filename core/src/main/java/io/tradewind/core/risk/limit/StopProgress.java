package io.tradewind.core.risk.limit;

import java.util.OptionalLong;

/**
 * How far an emergency stop has come.
 *
 * @param phase where it is
 * @param ordersLeft orders that are not final
 * @param positionsLeft positions that are not flat
 * @param elapsedNs since it was started, until everything was flat
 * @param attempts cancels and closes that were asked for, repeats included
 * @param deadline whether it was flat in time
 * @param nextNs when it has to be called again at the latest; empty if nothing is left to do
 */
public record StopProgress(
    Phase phase,
    int ordersLeft,
    int positionsLeft,
    long elapsedNs,
    long attempts,
    Deadline deadline,
    OptionalLong nextNs) {

  /** Where it is. */
  public enum Phase {
    /** Never started, or released. */
    IDLE,
    /** Something is left. */
    WORKING,
    /** Everything is flat and nothing opens until it is released. */
    DONE
  }

  /** Whether it was flat in time. */
  public enum Deadline {
    /** Not over yet. */
    AHEAD,
    /** It was. */
    MET,
    /** It was not, or is not yet. */
    MISSED
  }
}

package io.tradewind.core.risk.limit;

import io.tradewind.core.trade.Direction;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Entries that are not allowed for a time.
 *
 * @param reason why
 * @param instrument of which instrument; empty: of all
 * @param side in which direction; empty: in both
 * @param sinceNs since when
 * @param untilNs from when on they are allowed
 */
public record Lock(
    LockReason reason,
    OptionalInt instrument,
    Optional<Direction> side,
    long sinceNs,
    long untilNs) {

  /** Whether an entry at a time is in its way. */
  boolean bars(long timeNs, int instrument, Direction direction) {
    return timeNs < untilNs
        && (this.instrument.isEmpty() || this.instrument.getAsInt() == instrument)
        && (side.isEmpty() || side.get() == direction);
  }

  /** Whether both lock the same for the same reason. */
  public boolean isLike(Lock other) {
    return reason == other.reason && instrument.equals(other.instrument) && side.equals(other.side);
  }
}

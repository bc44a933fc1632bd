package io.tradewind.core.risk.limit;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.trade.Direction;
import java.util.Optional;
import java.util.OptionalInt;

/** Locks as bytes, for snapshots and journals. */
public final class LockCodec {
  private static final LockReason[] REASONS = LockReason.values();
  private static final Direction[] DIRECTIONS = Direction.values();

  private LockCodec() {}

  /** Writes a lock. */
  public static void write(StateWriter out, Lock lock) {
    out.writeInt(lock.reason().ordinal());
    out.writeBoolean(lock.instrument().isPresent()).writeInt(lock.instrument().orElse(0));
    out.writeBoolean(lock.side().isPresent());
    out.writeInt(lock.side().orElse(Direction.LONG).ordinal());
    out.writeLong(lock.sinceNs()).writeLong(lock.untilNs());
  }

  /** Reads what {@link #write} wrote. */
  public static Lock read(StateReader in) {
    LockReason reason = REASONS[in.readCount(REASONS.length - 1)];
    boolean ofOne = in.readBoolean();
    int instrument = in.readInt();
    boolean oneSided = in.readBoolean();
    Direction side = DIRECTIONS[in.readCount(1)];
    return new Lock(
        reason,
        ofOne ? OptionalInt.of(instrument) : OptionalInt.empty(),
        oneSided ? Optional.of(side) : Optional.empty(),
        in.readLong(),
        in.readLong());
  }
}

package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * The middle of bid and ask that stood some time ago. At most 4096 quotes wait to become old
 * enough; if one more comes, the oldest of them stands before its time.
 */
final class DelayedMid implements Resettable {
  private static final int ROOM = 4096;
  private static final double NS = 1e9;

  private final long delayNs;
  private final long[] timesNs = new long[ROOM];
  private final double[] mids = new double[ROOM];
  private int head;
  private int size;
  private double standing = Double.NaN;

  DelayedMid(double seconds) {
    Check.argument(seconds >= 0, "a delay must be >= 0 seconds, was %s", seconds);
    delayNs = Math.round(seconds * NS);
  }

  void quote(long timeNs, double bidPrice, double askPrice) {
    if (size == ROOM) {
      drop();
    }
    int slot = (head + size) % ROOM;
    timesNs[slot] = timeNs;
    mids[slot] = (bidPrice + askPrice) / 2;
    size++;
  }

  private void drop() {
    standing = mids[head];
    head = (head + 1) % ROOM;
    size--;
  }

  /** The middle that stood the delay before a time, NaN if there was none; times never fall. */
  double before(long timeNs) {
    while (size > 0 && timesNs[head] <= timeNs - delayNs) {
      drop();
    }
    return standing;
  }

  @Override
  public void reset() {
    Arrays.fill(timesNs, 0);
    Arrays.fill(mids, 0.0);
    head = 0;
    size = 0;
    standing = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(size).writeDouble(standing);
    for (int i = 0; i < size; i++) {
      int slot = (head + i) % ROOM;
      out.writeLong(timesNs[slot]).writeDouble(mids[slot]);
    }
  }

  @Override
  public void load(StateReader in) {
    head = 0;
    size = in.readCount(ROOM);
    standing = in.readDouble();
    for (int i = 0; i < size; i++) {
      timesNs[i] = in.readLong();
      mids[i] = in.readDouble();
    }
  }
}

package io.tradewind.analytics.session;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Tells where bars cross from one session into the next. A session is whole if it was seen from its
 * beginning: its first bar opens with it, or comes after a bar of another session. So the first
 * session of all, which is entered midway, is not. Gaps stay gaps: a session without bars is none,
 * and one whose first bars are missing begins with the first that is there.
 */
public final class SessionClock implements Resettable {
  private final Session session;
  private long startNs;
  private long endNs;
  private boolean whole;

  /** Before the first bar. */
  public SessionClock(Session session) {
    this.session = session;
  }

  /**
   * Takes the opening time of the next bar.
   *
   * @param openTimeNs epoch nanoseconds UTC
   * @return whether it is in another session than the bar before, or the first of all
   */
  public boolean begins(long openTimeNs) {
    if (openTimeNs >= startNs && openTimeNs < endNs) {
      return false;
    }
    boolean first = startNs == endNs;
    startNs = session.startNs(openTimeNs);
    endNs = session.endNs(openTimeNs);
    whole = !first || openTimeNs == startNs;
    return true;
  }

  /** Whether the session of the latest bar was seen from its beginning. */
  public boolean isWhole() {
    return whole;
  }

  /** When the session of the latest bar began, epoch nanoseconds UTC. */
  public long startNs() {
    return startNs;
  }

  @Override
  public void reset() {
    startNs = 0;
    endNs = 0;
    whole = false;
  }

  @Override
  public void save(StateWriter out) {
    out.writeLong(startNs).writeLong(endNs).writeBoolean(whole);
  }

  @Override
  public void load(StateReader in) {
    startNs = in.readLong();
    endNs = in.readLong();
    whole = in.readBoolean();
  }
}

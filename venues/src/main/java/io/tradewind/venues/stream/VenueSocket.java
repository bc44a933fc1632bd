package io.tradewind.venues.stream;

import io.tradewind.venues.time.Backoff;
import io.tradewind.venues.time.VenueClock;
import org.jspecify.annotations.Nullable;

/**
 * One stream of a venue, as a duty cycle: it connects, watches whether the other side is there,
 * connects again when it is not, and renews the connection before the venue cuts it, so that across
 * the renewal nothing is lost or told twice. The listener is told by the thread that calls {@link
 * #doWork}.
 */
public final class VenueSocket {
  private static final int TEXTS_A_STEP = 1_000;

  /** A connection that lasted so long was a good one: waits begin from the start again. */
  private static final long STABLE_NS = 60_000_000_000L;

  private final StreamSpec spec;
  private final SocketSettings settings;
  private final Line line;
  private final Backoff backoff;
  private final StreamListener listener;

  private @Nullable Link current;
  private @Nullable Link successor;
  private @Nullable Seam seam;
  private long seamUntilNs = Long.MAX_VALUE;
  private long nextAttemptNs = Long.MIN_VALUE;
  private long renewAfterNs = Long.MAX_VALUE;
  private int attempts;
  private boolean closed;
  private Counts before = new Counts(0, 0, 0, 0);

  /** What connects and by which time. */
  public record Line(SocketTransport transport, VenueClock clock) {}

  /**
   * What did not reach the listener, and why.
   *
   * @param conflated replaced by a newer state of the same thing
   * @param dropped for want of room
   * @param repeated left out at a renewal since they had been told
   * @param connections that were opened or tried
   */
  public record Counts(long conflated, long dropped, long repeated, long connections) {
    private Counts plus(StreamInbox inbox) {
      return new Counts(
          conflated + inbox.conflated(), dropped + inbox.dropped(), repeated, connections);
    }
  }

  /** Nothing connected yet. */
  public VenueSocket(
      StreamSpec spec,
      SocketSettings settings,
      Line line,
      Backoff backoff,
      StreamListener listener) {
    this.spec = spec;
    this.settings = settings;
    this.line = line;
    this.backoff = backoff;
    this.listener = listener;
  }

  /**
   * One step.
   *
   * @return how many things were done, 0 if there was nothing to do
   */
  public int doWork() {
    if (closed) {
      return 0;
    }
    long nowNs = line.clock().nowNs();
    Link link = current;
    if (link == null) {
      return connect(nowNs);
    }
    int work = link.greet(spec, nowNs) ? live() : 0;
    work += tell(link, TEXTS_A_STEP);
    work += renew(link, nowNs);
    String problem = link.problem(settings, nowNs);
    return problem == null ? work : work + lose(link, problem, nowNs);
  }

  private int connect(long nowNs) {
    if (nowNs < nextAttemptNs) {
      return 0;
    }
    attempts++;
    listener.onState(new StreamState.Connecting(attempts));
    current = open();
    return 1;
  }

  private Link open() {
    StreamInbox inbox = new StreamInbox(spec.kind(), spec.capacity(), spec.names().conflation());
    Link link = new Link(line.clock(), inbox);
    before =
        new Counts(
            before.conflated(), before.dropped(), before.repeated(), before.connections() + 1);
    link.connect(line.transport(), spec.uri().get());
    return link;
  }

  private int live() {
    renewAfterNs = settings.lifeNs();
    listener.onState(new StreamState.Live());
    return 1;
  }

  private int tell(Link link, int most) {
    int count = 0;
    for (StreamText text = link.poll(); text != null; text = link.poll()) {
      Seam joint = seam;
      boolean isNew = true;
      if (joint != null && successor != null) {
        joint.onOld(text);
      } else if (joint != null) {
        isNew = joint.isNew(text);
      }
      if (isNew) {
        listener.onText(text);
      }
      if (++count >= most) {
        return count;
      }
    }
    return count;
  }

  /** Begins, carries on or ends a renewal. */
  private int renew(Link old, long nowNs) {
    if (successor == null && seam != null && nowNs >= seamUntilNs) {
      endSeam();
    }
    if (successor == null && seam == null && old.openNs(nowNs) >= renewAfterNs) {
      listener.onState(new StreamState.Renewing());
      seam = new Seam(spec.names().identity());
      successor = open();
      return 1;
    }
    Link next = successor;
    Seam joint = seam;
    if (next == null || joint == null) {
      return 0;
    }
    if (next.greet(spec, nowNs)) {
      old.ask();
    }
    for (StreamText text = next.poll(); text != null; text = next.poll()) {
      joint.onNew(text);
    }
    String problem = next.problem(settings, nowNs);
    if (problem != null) {
      return giveUp(next, problem, old.openNs(nowNs));
    }
    boolean isTime = next.openNs(nowNs) >= settings.overlapNs() || joint.isFull();
    return isTime && old.isHeardSinceOpening(next) ? cut(old, next, joint) : 0;
  }

  private int giveUp(Link next, String problem, long ageNs) {
    next.close();
    successor = null;
    endSeam();
    renewAfterNs = ageNs + settings.connectNs() + backoff.delayNs(1);
    listener.onState(new StreamState.RenewalFailed(problem));
    return 1;
  }

  /** All that the old connection has brought is told first. */
  private int cut(Link old, Link next, Seam joint) {
    tell(old, Integer.MAX_VALUE);
    old.close();
    before = before.plus(old.inbox());
    joint.cut().forEach(listener::onText);
    current = next;
    successor = null;
    seamUntilNs = line.clock().nowNs() + settings.overlapNs();
    renewAfterNs = settings.lifeNs();
    listener.onState(new StreamState.Renewed());
    return 1;
  }

  private void endSeam() {
    Seam joint = seam;
    if (joint != null) {
      before =
          new Counts(
              before.conflated(),
              before.dropped(),
              before.repeated() + joint.repeated(),
              before.connections());
    }
    seam = null;
    seamUntilNs = Long.MAX_VALUE;
  }

  /** A connection that is lost is no loss if it was heard while its successor stood. */
  private int lose(Link old, String problem, long nowNs) {
    Link next = successor;
    Seam joint = seam;
    if (next != null && joint != null && old.isHeardSinceOpening(next)) {
      return cut(old, next, joint);
    }
    tell(old, Integer.MAX_VALUE);
    old.close();
    before = before.plus(old.inbox());
    if (next != null) {
      next.close();
      successor = null;
    }
    endSeam();
    current = null;
    attempts = old.openNs(nowNs) >= STABLE_NS ? 0 : attempts;
    long delayNs = backoff.delayNs(attempts + 1);
    nextAttemptNs = nowNs + delayNs;
    listener.onState(new StreamState.Down(problem, delayNs));
    return 1;
  }

  /**
   * Sends a text over the connection that stands.
   *
   * @return whether there was one; if not, it was surely not sent
   */
  public boolean send(String text) {
    return current != null && current.send(text);
  }

  /** Whether texts come. */
  public boolean isLive() {
    return current != null && current.isOpen();
  }

  /** What did not reach the listener. */
  public Counts counts() {
    Counts counts = before;
    if (current != null) {
      counts = counts.plus(current.inbox());
    }
    return counts;
  }

  /** Ends all connections; nothing is told after it. */
  public void close() {
    closed = true;
    if (current != null) {
      current.close();
    }
    if (successor != null) {
      successor.close();
    }
    listener.onState(new StreamState.Closed());
  }
}

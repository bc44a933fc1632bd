package io.tradewind.venues.http;

import io.tradewind.analytics.check.Check;

/**
 * After failures in a row nothing goes out for a while; then one request tries, and its end decides
 * (M. Nygard, Release It!, 2007, "Circuit Breaker"). Unlike there the while ends early where the
 * venue answers a ping: one cheap question now and then, of which a venue in trouble notices
 * nothing, so that its return is known within seconds.
 */
public final class CircuitBreaker {
  private final Settings settings;
  private int failures;
  private long openUntilNs = Long.MIN_VALUE;
  private boolean open;
  private boolean probing;
  private long pingWaitNs;
  private long pingNs;

  /**
   * When it opens, and for how long.
   *
   * @param failures in a row, at least 1
   * @param openNs above 0
   * @param pings while it is open
   */
  public record Settings(int failures, long openNs, Pings pings) {
    /** 5 failures, 300 seconds. */
    public static final Settings STANDARD = new Settings(5, 300_000_000_000L);

    /** With pings after 1, 2 and 4 seconds, and then every 5. */
    public Settings(int failures, long openNs) {
      this(failures, openNs, new Pings(1_000_000_000L, 5_000_000_000L));
    }

    /** Checks the ranges. */
    public Settings {
      Check.argument(failures >= 1, "failures must be >= 1, was %s", failures);
      Check.argument(openNs > 0, "openNs must be > 0, was %s", openNs);
    }
  }

  /**
   * How often the venue is asked whether it is there.
   *
   * @param firstNs wait before the first, above 0; it doubles
   * @param mostNs longest wait, at least the first
   */
  public record Pings(long firstNs, long mostNs) {
    /** Checks the ranges. */
    public Pings {
      Check.argument(firstNs > 0, "firstNs must be > 0, was %s", firstNs);
      Check.argument(mostNs >= firstNs, "mostNs must be >= firstNs, was %s", mostNs);
    }
  }

  /** Where it stands. */
  public enum State {
    /** Requests go out. */
    CLOSED,
    /** None does. */
    OPEN,
    /** One may try. */
    HALF_OPEN,
    /** One is trying; the others wait for how it ends. */
    PROBING
  }

  /** Closed. */
  public CircuitBreaker(Settings settings) {
    this.settings = settings;
    this.pingWaitNs = settings.pings().firstNs();
  }

  /** Where it stands at a time. */
  public State state(long nowNs) {
    if (!open) {
      return State.CLOSED;
    }
    if (probing) {
      return State.PROBING;
    }
    return nowNs < openUntilNs ? State.OPEN : State.HALF_OPEN;
  }

  /** When it may be otherwise at the earliest: by a ping, or by itself; 0 if it is not open. */
  public long remainingNs(long nowNs) {
    return state(nowNs) == State.OPEN ? Math.max(1, Math.min(openUntilNs, pingNs) - nowNs) : 0;
  }

  /** Whether it is time to ask the venue whether it is there. */
  boolean mayPing(long nowNs) {
    return state(nowNs) == State.OPEN && nowNs >= pingNs;
  }

  /** A ping has ended; where it was answered, one request may try. */
  void onPing(boolean isAnswered, long nowNs) {
    if (isAnswered && state(nowNs) == State.OPEN) {
      openUntilNs = nowNs;
    }
    waitLonger(nowNs);
  }

  private void waitLonger(long nowNs) {
    pingNs = nowNs + pingWaitNs;
    pingWaitNs = Math.min(settings.pings().mostNs(), 2 * pingWaitNs);
  }

  /** A request goes out; allowed when closed or half open. */
  void onSent(long nowNs) {
    probing |= state(nowNs) == State.HALF_OPEN;
  }

  /** The venue answered, be it with a refusal. */
  void onAnswer() {
    failures = 0;
    open = false;
    probing = false;
    pingWaitNs = settings.pings().firstNs();
  }

  /** It did not, or could not do its work. */
  void onFailure(long nowNs) {
    failures++;
    if (probing || (!open && failures >= settings.failures())) {
      open = true;
      probing = false;
      openUntilNs = nowNs + settings.openNs();
      waitLonger(nowNs);
    }
  }

  /** It answered that it is asked too much, which says nothing of its health. */
  void onNeither() {
    probing = false;
  }
}

package io.tradewind.venues.http;

import io.tradewind.analytics.check.Check;

/**
 * After failures in a row nothing goes out for a while; then one request tries, and its end decides
 * (M. Nygard, Release It!, 2007, "Circuit Breaker").
 */
public final class CircuitBreaker {
  private final Settings settings;
  private int failures;
  private long openUntilNs = Long.MIN_VALUE;
  private boolean open;
  private boolean probing;

  /**
   * When it opens, and for how long.
   *
   * @param failures in a row, at least 1
   * @param openNs above 0
   */
  public record Settings(int failures, long openNs) {
    /** 5 failures, 300 seconds. */
    public static final Settings STANDARD = new Settings(5, 300_000_000_000L);

    /** Checks the ranges. */
    public Settings {
      Check.argument(failures >= 1, "failures must be >= 1, was %s", failures);
      Check.argument(openNs > 0, "openNs must be > 0, was %s", openNs);
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

  /** How long it stays open; 0 if it is not. */
  public long remainingNs(long nowNs) {
    return state(nowNs) == State.OPEN ? openUntilNs - nowNs : 0;
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
  }

  /** It did not, or could not do its work. */
  void onFailure(long nowNs) {
    failures++;
    if (probing || (!open && failures >= settings.failures())) {
      open = true;
      probing = false;
      openUntilNs = nowNs + settings.openNs();
    }
  }

  /** It answered that it is asked too much, which says nothing of its health. */
  void onNeither() {
    probing = false;
  }
}

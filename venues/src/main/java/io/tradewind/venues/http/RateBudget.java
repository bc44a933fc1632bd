package io.tradewind.venues.http;

import io.tradewind.analytics.check.Check;
import io.tradewind.venues.http.VenueRequest.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left of a venue's limits. Windows are those of the venue's clock. A part of each limit is
 * kept for orders and cancels, and a rest for nobody, since clocks and ways differ. What the venue
 * says is used corrects what was counted here, but never to less than what is on its way.
 */
public final class RateBudget {
  private static final long PERCENT = 100;

  private final Shares shares;
  private List<Window> windows = List.of();

  /**
   * How much of a limit may be used.
   *
   * @param normalPercent by questions
   * @param urgentPercent by orders and cancels, at least as much
   */
  public record Shares(int normalPercent, int urgentPercent) {
    /** 80 % and 95 %. */
    public static final Shares STANDARD = new Shares(80, 95);

    /** Checks the ranges. */
    public Shares {
      Check.argument(
          0 < normalPercent && normalPercent <= urgentPercent && urgentPercent <= PERCENT,
          "shares must be 0 < normal <= urgent <= 100, were %s and %s",
          normalPercent,
          urgentPercent);
    }
  }

  private static final class Window {
    private final RateLimit limit;
    private long startNs = Long.MIN_VALUE;
    private long used;

    private Window(RateLimit limit) {
      this.limit = limit;
    }

    private void roll(long venueNs) {
      long start = startOf(venueNs);
      if (start > startNs) {
        startNs = start;
        used = 0;
      }
    }

    private long startOf(long venueNs) {
      return Math.floorDiv(venueNs, limit.windowNs()) * limit.windowNs();
    }
  }

  /** Nothing used yet. */
  public RateBudget(Shares shares, List<RateLimit> limits) {
    this.shares = shares;
    limits(limits);
  }

  /** New limits, as the venue says; what was used of one that stays is remembered. */
  public void limits(List<RateLimit> limits) {
    List<Window> next = new ArrayList<>();
    for (RateLimit limit : limits) {
      Window window = new Window(limit);
      for (Window old : windows) {
        if (old.limit.kind() == limit.kind() && old.limit.windowNs() == limit.windowNs()) {
          window.startNs = old.startNs;
          window.used = old.used;
        }
      }
      next.add(window);
    }
    windows = List.copyOf(next);
  }

  /** The limits, as they were given. */
  public List<RateLimit> limits() {
    return windows.stream().map(window -> window.limit).toList();
  }

  /** Whether a request fits into no window at all, however long one waits. */
  public boolean isTooDear(Terms terms, boolean urgent) {
    return windows.stream().anyMatch(w -> w.limit.costOf(terms) > allowed(w, urgent));
  }

  /** How long a request has to wait; 0 if it may go now. */
  public long waitNs(Terms terms, boolean urgent, long venueNs) {
    long wait = 0;
    for (Window window : windows) {
      window.roll(venueNs);
      long cost = window.limit.costOf(terms);
      if (cost > 0 && window.used + cost > allowed(window, urgent)) {
        wait = Math.max(wait, window.startNs + window.limit.windowNs() - venueNs);
      }
    }
    return wait;
  }

  private long allowed(Window window, boolean urgent) {
    long percent = urgent ? shares.urgentPercent() : shares.normalPercent();
    return window.limit.limit() * percent / PERCENT;
  }

  /** A request goes out. */
  public void charge(Terms terms, long venueNs) {
    for (Window window : windows) {
      window.roll(venueNs);
      window.used += window.limit.costOf(terms);
    }
  }

  /**
   * The venue has said how much is used.
   *
   * @param inFlight what is on its way and may not be counted there yet
   */
  void onUsed(RateLimit limit, long used, Span span, List<Terms> inFlight) {
    for (Window window : windows) {
      window.roll(span.receivedVenueNs());
      // An answer from over the edge of a window may speak of either.
      boolean sameWindow = window.startOf(span.sentVenueNs()) == window.startNs;
      if (window.limit.equals(limit) && sameWindow) {
        long onTheWay = inFlight.stream().mapToLong(limit::costOf).sum();
        window.used = Math.max(window.used, used + onTheWay);
      }
    }
  }

  /** The way of an answer, by the venue's clock. */
  record Span(long sentVenueNs, long receivedVenueNs) {}

  /** How much of a limit is used in the window of this time, as far as known here. */
  public long used(RateLimit limit, long venueNs) {
    long used = 0;
    for (Window window : windows) {
      window.roll(venueNs);
      used = window.limit.equals(limit) ? window.used : used;
    }
    return used;
  }
}

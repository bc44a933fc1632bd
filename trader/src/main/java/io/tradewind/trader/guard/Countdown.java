package io.tradewind.trader.guard;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.rest.Countdowns;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.time.VenueClock;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A dead man's switch at a futures venue, as a duty cycle: for each symbol on which something may
 * open, the venue counts down to taking all orders of its book back, and is told to begin anew for
 * as long as this lives. Conditional orders, which the stops are, stay there. Requests keep a
 * distance, so that they never need more than their share of the venue's limits; with many symbols
 * the countdowns become longer instead. One request is on its way at a time, so that none overtakes
 * another.
 */
public final class Countdown {
  /** Its name among the components. */
  public static final String COMPONENT = "countdown";

  /** The venue takes no request that is older than five seconds, so none can come after this. */
  private static final long AGAIN_NS = 6 * Utc.SECOND_NS;

  private static final long MINUTE_NS = 60 * Utc.SECOND_NS;

  /** So many renewals may fail one after the other before the countdown ends. */
  private static final int RENEWALS = 3;

  private static final int TOLD_FROM = 2;

  private final VenueHttp http;
  private final VenueClock clock;
  private final Settings settings;
  private final Supplier<Set<String>> wanted;
  private final Standing standing;
  private final SortedMap<String, Symbol> symbols = new TreeMap<>();
  private long nextNs = Long.MIN_VALUE;
  private boolean isAsking;
  private boolean isEnding;

  /**
   * How it counts.
   *
   * @param everyNs from one renewal of a symbol to the next, where there are few
   * @param lengthNs of a countdown, where there are few; at least three renewals
   * @param weightPerMinute that it may use of the venue's limit, at least one request
   */
  public record Settings(long everyNs, long lengthNs, int weightPerMinute) {
    /** Every 10 s, 60 s, a tenth of what futures allow in a minute. */
    public static final Settings STANDARD =
        new Settings(10 * Utc.SECOND_NS, 60 * Utc.SECOND_NS, 240);

    /** Checks the ranges. */
    public Settings {
      Check.argument(everyNs > 0, "everyNs must be > 0, was %s", everyNs);
      Check.argument(
          lengthNs >= RENEWALS * everyNs, "lengthNs must be 3 renewals, was %s", lengthNs);
      Check.argument(
          weightPerMinute >= Countdowns.WEIGHT,
          "weightPerMinute must be >= %s, was %s",
          Countdowns.WEIGHT,
          weightPerMinute);
    }

    private long distanceNs() {
      return MINUTE_NS * Countdowns.WEIGHT / weightPerMinute;
    }

    private long everyNs(int count) {
      return Math.max(everyNs, count * distanceNs());
    }

    private long lengthNs(int count) {
      return Math.max(lengthNs, RENEWALS * everyNs(count));
    }
  }

  /** What is known of the countdown of a symbol. */
  private static final class Symbol {
    private long dueNs;
    private int failures;
    private String why = "";
    private boolean isBegun;

    /** Latest time at which it may end by itself; empty where it surely does not run. */
    private Optional<Long> endsNs = Optional.empty();

    private boolean mayRun(long nowNs) {
      return endsNs.filter(endNs -> endNs > nowNs).isPresent();
    }
  }

  /**
   * Nothing counts.
   *
   * @param http of the venue, which somebody else drives
   * @param wanted the venue's names of the symbols on which something that opens stands, or is on
   *     its way
   */
  public Countdown(
      VenueHttp http,
      VenueClock clock,
      Settings settings,
      Supplier<Set<String>> wanted,
      Standing standing) {
    this.http = http;
    this.clock = clock;
    this.settings = settings;
    this.wanted = wanted;
    this.standing = standing;
  }

  /**
   * One step.
   *
   * @return how many things were done, 0 if there was nothing to do
   */
  public int doWork() {
    long nowNs = clock.nowNs();
    Set<String> now = isEnding ? Set.of() : wanted.get();
    for (String each : now) {
      if (!symbols.containsKey(each)) {
        Symbol fresh = new Symbol();
        fresh.dueNs = nowNs;
        symbols.put(each, fresh);
      }
    }
    symbols
        .entrySet()
        .removeIf(each -> !now.contains(each.getKey()) && !each.getValue().mayRun(nowNs));
    tell(nowNs);
    return isAsking || nowNs < nextNs ? 0 : askNext(now, nowNs);
  }

  /** The one that has waited longest; at the end all that count, as fast as they come. */
  private int askNext(Set<String> now, long nowNs) {
    Optional<String> next =
        symbols.entrySet().stream()
            .filter(each -> each.getValue().dueNs <= nowNs)
            .min(Comparator.comparingLong(each -> each.getValue().dueNs))
            .map(each -> each.getKey());
    next.ifPresent(symbol -> ask(symbol, now.contains(symbol), nowNs));
    return next.isPresent() ? 1 : 0;
  }

  private void ask(String symbol, boolean begins, long nowNs) {
    long lengthNs = settings.lengthNs(symbols.size());
    VenueRequest request = begins ? Countdowns.begin(symbol, lengthNs) : Countdowns.end(symbol);
    isAsking = true;
    nextNs = isEnding ? nowNs : nowNs + settings.distanceNs();
    Symbol known = symbols.get(symbol);
    if (known != null && begins) {
      // Answer or not, it may have begun anew, and no later than after the longest way.
      known.endsNs = Optional.of(nowNs + AGAIN_NS + lengthNs);
    }
    http.submit(request, reply -> onReply(symbol, begins ? lengthNs : 0, nowNs, reply));
  }

  private void onReply(String symbol, long lengthNs, long askedNs, Reply reply) {
    isAsking = false;
    Symbol known = symbols.get(symbol);
    if (known == null) {
      return;
    }
    switch (reply) {
      case Reply.Done _ -> {
        known.failures = 0;
        known.why = "";
        known.dueNs = isEnding ? clock.nowNs() : askedNs + settings.everyNs(symbols.size());
        known.isBegun = lengthNs > 0;
        if (lengthNs == 0) {
          known.endsNs = Optional.empty();
        }
      }
      case Reply.Failed(VenueError error) -> {
        known.failures++;
        known.why = error.text();
        known.dueNs = clock.nowNs() + AGAIN_NS;
      }
    }
  }

  private void tell(long nowNs) {
    Optional<String> failing =
        symbols.entrySet().stream()
            .filter(each -> each.getValue().failures >= TOLD_FROM)
            .map(each -> words(each.getKey(), each.getValue()))
            .findFirst();
    standing.set(
        COMPONENT, failing.isPresent() ? Level.DEGRADED : Level.UP, failing.orElse(""), nowNs);
  }

  private static String words(String symbol, Symbol known) {
    return "the venue's countdown of %s could not be renewed %s times: %s; %s"
        .formatted(
            symbol,
            known.failures,
            known.why,
            known.isBegun
                ? "at its end its orders but stops are taken back"
                : "if this process dies, its orders stay");
  }

  /** Ends in good order: from now on countdowns are ended, until {@link #isClear}. */
  public void end() {
    isEnding = true;
    nextNs = Long.MIN_VALUE;
    symbols.values().forEach(each -> each.dueNs = clock.nowNs());
  }

  /** Whether no countdown runs, as far as is known. */
  public boolean isClear() {
    long nowNs = clock.nowNs();
    return !isAsking && symbols.values().stream().noneMatch(each -> each.mayRun(nowNs));
  }
}

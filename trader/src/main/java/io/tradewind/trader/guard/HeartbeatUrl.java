package io.tradewind.trader.guard;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.time.VenueClock;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Tells somebody outside that the session lives, as a duty cycle: a GET of an address now and then,
 * which alarms where none comes. What comes of it is only told. The address often is a secret by
 * itself, and no text of this has it.
 */
public final class HeartbeatUrl {
  /** Its name among the components. */
  public static final String COMPONENT = "outside heartbeat";

  private static final int FIRST_GOOD = 200;
  private static final int FIRST_BAD = 300;

  private final Transport transport;
  private final VenueClock clock;
  private final Settings settings;
  private final Supplier<Level> health;
  private final Standing standing;
  // At most one answer for each call, and one call at a time.
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private long nextNs = Long.MIN_VALUE;
  private long calls;
  private Optional<Long> sentNs = Optional.empty();

  /**
   * Where and how often.
   *
   * @param alive path and query that is called while all is well, or well enough
   * @param trouble path and query that is called while nothing can be traded; empty to be silent
   *     then
   * @param everyNs from one call to the next
   * @param timeoutNs of a call, below {@code everyNs}
   */
  public record Settings(String alive, Optional<String> trouble, long everyNs, long timeoutNs) {
    private static final long TIMEOUT_NS = 10 * Utc.SECOND_NS;

    /** Checks the ranges. */
    public Settings {
      Check.argument(everyNs > timeoutNs, "everyNs must be > timeoutNs, was %s", everyNs);
      Check.argument(timeoutNs > 0, "timeoutNs must be > 0, was %s", timeoutNs);
    }

    /**
     * Of an address, without a call in trouble; the transport is given its scheme, host and port.
     */
    public static Settings of(URI address, long everyNs) {
      return new Settings(target(address, ""), Optional.empty(), everyNs, timeoutNs(everyNs));
    }

    /** As services have it that take {@code /fail} behind the path. */
    public static Settings withFail(URI address, long everyNs) {
      String fail = target(address, "/fail");
      return new Settings(target(address, ""), Optional.of(fail), everyNs, timeoutNs(everyNs));
    }

    private static long timeoutNs(long everyNs) {
      return Math.min(TIMEOUT_NS, everyNs / 2);
    }

    private static String target(URI address, String behind) {
      String path = address.getRawPath() == null ? "" : address.getRawPath();
      String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
      String plain = behind.isEmpty() ? path : path.replaceFirst("/$", "") + behind;
      return (plain.startsWith("/") ? plain : "/" + plain) + query;
    }

    /** Without the address. */
    @Override
    public String toString() {
      return "Settings[every %s s]".formatted(everyNs / Utc.SECOND_NS);
    }
  }

  private record Answer(long call, Outcome outcome) {}

  /**
   * Nothing called yet.
   *
   * @param health how the session stands
   */
  public HeartbeatUrl(
      Transport transport,
      VenueClock clock,
      Settings settings,
      Supplier<Level> health,
      Standing standing) {
    this.transport = transport;
    this.clock = clock;
    this.settings = settings;
    this.health = health;
    this.standing = standing;
  }

  /**
   * One step.
   *
   * @return how many things were done, 0 if there was nothing to do
   */
  public int doWork() {
    long nowNs = clock.nowNs();
    int work = 0;
    for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
      work++;
      if (answer.call() == calls && sentNs.isPresent()) {
        sentNs = Optional.empty();
        told(answer.outcome(), nowNs);
      }
    }
    if (sentNs.filter(atNs -> nowNs - atNs > settings.timeoutNs()).isPresent()) {
      sentNs = Optional.empty();
      told(new Outcome.Unanswered(Outcome.Fault.TIMEOUT, "no answer in time"), nowNs);
    }
    return nowNs < nextNs ? work : work + call(nowNs);
  }

  private int call(long nowNs) {
    nextNs = nowNs + settings.everyNs();
    boolean isWell = health.get() != Level.DOWN;
    Optional<String> target = isWell ? Optional.of(settings.alive()) : settings.trouble();
    target.ifPresent(path -> send(path, nowNs));
    return target.isPresent() ? 1 : 0;
  }

  private void send(String target, long nowNs) {
    long call = ++calls;
    sentNs = Optional.of(nowNs);
    Transport.Call _ =
        transport.send(
            new WireRequest(Method.GET, target, List.of(), ""),
            settings.timeoutNs(),
            outcome -> answers.add(new Answer(call, outcome)));
  }

  private void told(Outcome outcome, long nowNs) {
    String why =
        switch (outcome) {
          case Outcome.Answered(int status, _, _) when status >= FIRST_GOOD && status < FIRST_BAD ->
              "";
          case Outcome.Answered(int status, _, _) -> "it answered with status " + status;
          case Outcome.Unanswered(_, String text) -> text;
        };
    standing.set(
        COMPONENT,
        why.isEmpty() ? Level.UP : Level.DEGRADED,
        why.isEmpty() ? "" : "the outside watch could not be told: " + why,
        nowNs);
  }
}

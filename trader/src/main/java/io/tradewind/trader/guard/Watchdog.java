package io.tradewind.trader.guard;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.time.Utc;
import io.tradewind.trader.guard.Heartbeat.Beat;
import io.tradewind.venues.binance.model.OpenOrder;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.venue.StandingEntries;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.error.VenueError.Rejection;
import io.tradewind.venues.http.CircuitBreaker;
import io.tradewind.venues.http.HttpSettings;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.time.VenueClock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The dead man's switch of a market that has none of its own, run by another process than the one
 * that trades, as a duty cycle: where that one gives no sign of life, what may open a position is
 * taken back, again and again until nothing of it stands; exits are never touched. While the heart
 * does not beat it looks again once a minute. It remembers nothing that it would need after a
 * restart.
 */
public final class Watchdog {
  /** Its name among the components. */
  public static final String COMPONENT = "watchdog";

  /** For its line to the venue: a breaker that opens for minutes would leave entries as long. */
  public static final HttpSettings HTTP =
      new HttpSettings(
          HttpSettings.STANDARD.bulkhead(),
          HttpSettings.STANDARD.timeoutNs(),
          10 * Utc.SECOND_NS,
          2,
          new CircuitBreaker.Settings(10, 10 * Utc.SECOND_NS));

  private final Line line;
  private final Supplier<Optional<Beat>> heart;
  private final Settings settings;
  private final Consumer<WatchdogNews> news;
  private final Standing standing;
  private Optional<Beat> last = Optional.empty();
  private long aliveNs;
  private long nextReadNs = Long.MIN_VALUE;
  private Optional<Round> round = Optional.empty();
  private Optional<Rescue> rescue = Optional.empty();

  /**
   * When it does what.
   *
   * @param silentNs without a sign of life for so long the session counts as dead
   * @param lookNs from one look to the next while something stands
   * @param surelyNs nothing may be found for so long before it is told as clear: an order that was
   *     on its way may come late
   * @param restNs from one look to the next after that
   */
  public record Settings(long silentNs, long lookNs, long surelyNs, long restNs) {
    /** 15 s, 3 s, 10 s, 60 s. */
    public static final Settings STANDARD =
        new Settings(15 * Utc.SECOND_NS, 3 * Utc.SECOND_NS, 10 * Utc.SECOND_NS, 60 * Utc.SECOND_NS);

    /** Checks the ranges. */
    public Settings {
      Check.argument(
          silentNs > 2 * Heartbeat.EVERY_NS, "silentNs must be > 2 beats, was %s", silentNs);
      Check.argument(lookNs > 0, "lookNs must be > 0, was %s", lookNs);
      Check.argument(surelyNs > 0, "surelyNs must be > 0, was %s", surelyNs);
      Check.argument(restNs >= lookNs, "restNs must be >= lookNs, was %s", restNs);
    }
  }

  /**
   * Its way to the venue, which it drives.
   *
   * @param http with a key that may read and cancel, and {@link #HTTP}
   * @param faults where answers are counted that cannot be read
   */
  public record Line(Market market, VenueHttp http, VenueClock clock, FaultLog faults) {}

  /** What goes on since a heart has stopped. */
  private static final class Rescue {
    private final Set<String> left = new TreeSet<>();
    private final Set<String> toldLate = new TreeSet<>();
    private int takenBack;
    private long nextNs = Long.MIN_VALUE;
    private Optional<Long> nothingSinceNs = Optional.empty();
    private boolean isClear;
    private String why = "";
  }

  /** One look at all that stands. */
  private static final class Round {
    private final StandingEntries entries;
    private int waiting;
    private int found;
    private boolean isBlind;

    private Round(StandingEntries entries) {
      this.entries = entries;
    }
  }

  /** Watches. */
  public Watchdog(
      Line line,
      Supplier<Optional<Beat>> heart,
      Settings settings,
      Consumer<WatchdogNews> news,
      Standing standing) {
    this.line = line;
    this.heart = heart;
    this.settings = settings;
    this.news = news;
    this.standing = standing;
  }

  /**
   * One step.
   *
   * @return how many things were done, 0 if there was nothing to do
   */
  public int doWork() {
    long nowNs = line.clock().nowNs();
    int work = listen(nowNs) + line.http().doWork();
    if (rescue.isPresent() && round.isEmpty() && nowNs >= rescue.orElseThrow().nextNs) {
      look(rescue.orElseThrow(), last.orElseThrow());
      work++;
    }
    return work;
  }

  private int listen(long nowNs) {
    if (nowNs < nextReadNs) {
      return 0;
    }
    nextReadNs = nowNs + Heartbeat.EVERY_NS / 2;
    heart
        .get()
        .filter(beat -> !last.equals(Optional.of(beat)))
        .ifPresent(beat -> hear(beat, nowNs));
    boolean isDead = last.filter(beat -> !beat.isEnded()).isPresent() && isSilent(nowNs);
    if (isDead && rescue.isEmpty()) {
      rescue = Optional.of(new Rescue());
      news.accept(new WatchdogNews.Lost(last.orElseThrow().life().session(), nowNs - aliveNs));
    }
    tell(nowNs);
    return 1;
  }

  /** The first one is as old as it says, for this process may have just begun. */
  private void hear(Beat beat, long nowNs) {
    aliveNs = last.isEmpty() ? Math.min(nowNs, beat.timeNs()) : nowNs;
    last = Optional.of(beat);
    if (rescue.isPresent() && (beat.isEnded() || !isSilent(nowNs))) {
      rescue = Optional.empty();
      round = Optional.empty();
      news.accept(new WatchdogNews.Back(beat.isEnded()));
    }
  }

  private boolean isSilent(long nowNs) {
    return nowNs - aliveNs > settings.silentNs();
  }

  private void tell(long nowNs) {
    if (rescue.isPresent()) {
      Rescue now = rescue.orElseThrow();
      String why = now.isClear ? "its entries are gone" : "its entries are being taken back";
      String words = "the session gives no sign of life; " + why;
      standing.set(
          COMPONENT, Level.DOWN, now.why.isEmpty() ? words : words + ": " + now.why, nowNs);
    } else if (last.isEmpty()) {
      standing.set(COMPONENT, Level.DEGRADED, "no sign of life was ever found", nowNs);
    } else {
      standing.set(COMPONENT, Level.UP, "", nowNs);
    }
  }

  private void look(Rescue now, Beat beat) {
    Round begun =
        new Round(new StandingEntries(line.market(), beat.life().session(), line.faults()));
    List<VenueRequest> questions = begun.entries.questions(beat.life().symbols());
    begun.waiting = questions.size();
    round = Optional.of(begun);
    for (VenueRequest question : questions) {
      line.http().submit(question, reply -> onList(now, begun, reply));
    }
    endIfDone(now, begun);
  }

  /** Whether what was asked still matters: not when the heart beats again. */
  private boolean isOver(Round asked) {
    return round.filter(each -> each == asked).isEmpty();
  }

  private void onList(Rescue now, Round asked, Reply reply) {
    if (isOver(asked)) {
      return;
    }
    Optional<List<OpenOrder>> orders =
        reply instanceof Reply.Done(var response)
            ? asked.entries.read(response.body())
            : Optional.empty();
    if (orders.isEmpty()) {
      asked.isBlind = true;
      String why = reply instanceof Reply.Failed(VenueError error) ? error.text() : "no such list";
      if (now.why.isEmpty()) {
        news.accept(new WatchdogNews.Blind(why));
      }
      now.why = why;
    }
    orders.ifPresent(found -> found.forEach(order -> takeBack(now, asked, order)));
    asked.waiting--;
    endIfDone(now, asked);
  }

  private void takeBack(Rescue now, Round asked, OpenOrder order) {
    if (order.isListed() && order.isBegun()) {
      if (now.left.add(order.name())) {
        news.accept(new WatchdogNews.Left(order.symbol(), order.name()));
      }
      return;
    }
    asked.found++;
    asked.waiting++;
    line.http().submit(asked.entries.cancel(order), reply -> onCancelled(now, asked, order, reply));
  }

  private void onCancelled(Rescue now, Round asked, OpenOrder order, Reply reply) {
    switch (reply) {
      case Reply.Done _ -> {
        now.takenBack++;
        news.accept(new WatchdogNews.TakenBack(order.symbol(), order.name()));
      }
      case Reply.Failed(VenueError.Rejected(Rejection reason, _))
          when reason == Rejection.UNKNOWN_ORDER -> {
        // It is over by itself; the next look will tell.
      }
      case Reply.Failed(VenueError error) -> {
        if (now.toldLate.add(order.name())) {
          news.accept(new WatchdogNews.NotYet(order.symbol(), order.name(), error.text()));
        }
      }
    }
    if (!isOver(asked)) {
      asked.waiting--;
      endIfDone(now, asked);
    }
  }

  private void endIfDone(Rescue now, Round asked) {
    if (asked.waiting > 0) {
      return;
    }
    long nowNs = line.clock().nowNs();
    round = Optional.empty();
    boolean isNothing = !asked.isBlind && asked.found == 0;
    if (!isNothing) {
      now.nothingSinceNs = Optional.empty();
      now.isClear = false;
    } else {
      now.why = "";
      long sinceNs = now.nothingSinceNs.orElse(nowNs);
      now.nothingSinceNs = Optional.of(sinceNs);
      if (!now.isClear && nowNs - sinceNs >= settings.surelyNs()) {
        now.isClear = true;
        news.accept(new WatchdogNews.Clear(now.takenBack));
      }
    }
    now.nextNs = nowNs + (now.isClear ? settings.restNs() : settings.lookNs());
  }
}

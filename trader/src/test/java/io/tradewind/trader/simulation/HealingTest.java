package io.tradewind.trader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.Incident;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.trader.world.Truth;
import io.tradewind.trader.world.World;
import io.tradewind.venues.binance.venue.VenueNews;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault of the simulated exchange and of the way there: that it is noticed and told, that
 * meanwhile the stop of what is held stands and nothing opens where nothing may, that a close gets
 * through as soon as it can, and that within 30 seconds of its end entries go out again and all is
 * known.
 */
class HealingTest {
  private static final long HEAL_NS = 30 * Utc.SECOND_NS;
  private static final long REST_NS = 15 * Utc.SECOND_NS;

  /** An order that got lost may still come to the venue within a minute. */
  private static final long KNOWN_NS = 90 * Utc.SECOND_NS;

  private static final String HELD = "BTCUSDT";
  private static final long ROOM = 1L << 30;

  /** One trader in one trouble. */
  private static final class Patient {
    private final Trouble trouble;
    private final Voyage voyage;
    private final World world;
    private final VolatileDisk disk = new VolatileDisk(1, ROOM);
    private final List<AuditRecord> decided = new ArrayList<>();
    private final Lookout lookout;
    private Life life;

    Patient(Trouble trouble, Market market) {
      this.trouble = trouble;
      this.voyage = Voyage.steady(market, market == Market.SPOT);
      this.world = new World(World.Terms.usual(3, trouble.weather()).keeping(40));
      this.lookout = new Lookout(world, voyage, new Figures());
      this.life = new Life(world, voyage, disk, decided::add, 1);
    }

    private Truth truth() {
      return world.exchange().truth();
    }

    private boolean isHolding() {
      return lookout.heldE8().getOrDefault(HELD, 0L) > 100_000;
    }

    private boolean hasStop() {
      return lookout.stopsE8(HELD) > lookout.heldE8().getOrDefault(HELD, 0L) - 100_000;
    }

    private boolean isAllAnswered() {
      return life.engine().orElseThrow().standing().stream()
          .allMatch(order -> order.state() == OrderState.OPEN);
    }

    /** What the stream did not tell is found by the next look at everything. */
    private boolean areFundingsBooked() {
      long booked =
          decided.stream()
              .filter(AuditRecord.MarginMoved.class::isInstance)
              .filter(
                  each -> ((AuditRecord.MarginMoved) each).event() instanceof MarginEvent.Funded)
              .count();
      return voyage.market() == Market.SPOT || booked >= truth().fundings().size();
    }

    private int entries() {
      return (int)
          decided.stream()
              .filter(AuditRecord.OrderSent.class::isInstance)
              .map(each -> ((AuditRecord.OrderSent) each).intent())
              .filter(intent -> intent.purpose() == OrderPurpose.ENTRY)
              .map(intent -> intent.orderId())
              .distinct()
              .count();
    }

    /** All that people could see since a number of decisions, news and notes. */
    private List<String> said(int decisions, int news, int notes) {
      List<String> said = new ArrayList<>();
      for (var note : life.notes.subList(notes, life.notes.size())) {
        if (note instanceof Incident.IncidentRaised raised) {
          said.add(raised.component() + ": " + raised.why());
        }
      }
      for (AuditRecord each : decided.subList(decisions, decided.size())) {
        if (each instanceof AuditRecord.DataJudged judged && !judged.isUsable()) {
          said.add("judged: " + judged.why());
        }
      }
      for (VenueNews each : life.news.subList(news, life.news.size())) {
        if (!(each instanceof VenueNews.Account)) {
          said.add(each.toString());
        }
      }
      return said;
    }

    private boolean isTold(int decisions, int news, int notes) {
      Pattern words = Pattern.compile(trouble.words());
      return said(decisions, news, notes).stream().anyMatch(line -> words.matcher(line).find());
    }

    private boolean within(long ns, BooleanSupplier what) {
      return world.run(ns, life, what);
    }

    private String lately() {
      return "%s %s%n%s%n%s%n%s"
          .formatted(
              trouble,
              voyage,
              said(0, 0, 0),
              decided.stream()
                  .filter(each -> !(each instanceof AuditRecord.SignalRaised))
                  .filter(each -> !(each instanceof AuditRecord.SignalRefused))
                  .filter(each -> !(each instanceof AuditRecord.EntrySized))
                  .map(AuditRecord::toString)
                  .collect(Collectors.joining("\n")),
              String.join("\n", world.trace().last()));
    }
  }

  static Stream<Arguments> troubles() {
    String only = System.getProperty("healing.trouble", "");
    return Trouble.all().stream()
        .filter(each -> only.isEmpty() || each.name().equals(only))
        .flatMap(each -> Stream.of(Market.values()).map(market -> Arguments.of(each, market)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("troubles")
  void isNoticedAndHeals(Trouble trouble, Market market) {
    Patient it = begin(trouble, market);
    int decisions = it.decided.size();
    int news = it.life.news.size();
    int notes = it.life.notes.size();
    trouble.begin().on(it.world, it.life);
    long endNs = it.world.time().nowNs() + trouble.lasts() * Utc.SECOND_NS;
    if (trouble.noticed() > 0) {
      boolean isTold =
          it.within(trouble.noticed() * Utc.SECOND_NS, () -> it.isTold(decisions, news, notes));
      assertThat(isTold).as(() -> "noticed: " + it.lately()).isTrue();
      it.world.run(Utc.SECOND_NS, it.life);
    }
    int entries = it.entries();
    while (it.world.time().nowNs() < endNs) {
      it.world.run(Math.min(Utc.SECOND_NS, endNs - it.world.time().nowNs()), it.life);
      assertThat(it.hasStop() || trouble.takesStops())
          .as(() -> "stop meanwhile: " + it.lately())
          .isTrue();
    }
    if (trouble.bar() != Trouble.Bar.NONE) {
      assertThat(it.entries()).as(() -> "entries meanwhile: " + it.lately()).isEqualTo(entries);
    }
    end(it);
    int before = it.entries();
    assertThat(it.within(HEAL_NS, () -> it.life.isInStep() && it.entries() > before))
        .as(() -> "enters again: " + it.lately())
        .isTrue();
    it.life.halt();
    it.world.run(REST_NS, it.life);
    boolean isKnown =
        it.within(
            KNOWN_NS, () -> it.life.isInStep() && it.isAllAnswered() && it.areFundingsBooked());
    assertThat(isKnown).as(() -> "known: " + it.lately()).isTrue();
    new Agreement(it.voyage, it.truth(), it.lookout, it.life).check(it.life, it.disk);
  }

  /** Somebody closes everything in the middle of it. */
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("troubles")
  void aCloseGetsThrough(Trouble trouble, Market market) {
    Patient it = begin(trouble, market);
    trouble.begin().on(it.world, it.life);
    long lastsNs = trouble.lasts() * Utc.SECOND_NS;
    it.world.run(lastsNs / 2, it.life);
    boolean isDead = it.life.isDead();
    if (!isDead) {
      close(it.life);
    }
    if (trouble.bar() == Trouble.Bar.EXITS_ONLY) {
      assertThat(it.within(lastsNs / 2, () -> !it.isHolding())).as(it::lately).isTrue();
    } else {
      it.world.run(lastsNs - lastsNs / 2, it.life);
    }
    end(it);
    if (isDead) {
      close(it.life);
    }
    assertThat(it.within(HEAL_NS, () -> !it.isHolding()))
        .as(() -> "closed: " + it.lately())
        .isTrue();
  }

  private static Patient begin(Trouble trouble, Market market) {
    Patient it = new Patient(trouble, market);
    long readyNs = Utc.SECOND_NS;
    it.world.run(Trouble.AT_NS - World.START_NS - readyNs, it.life);
    boolean isReady =
        it.within(readyNs, () -> it.life.isInStep() && it.isHolding() && it.hasStop());
    assertThat(isReady).as(() -> "holds with a stop: " + it.lately()).isTrue();
    it.world.run(Trouble.AT_NS - it.world.time().nowNs(), it.life);
    return it;
  }

  /** Where the process has died, another goes on. */
  private static void end(Patient it) {
    it.trouble.end().on(it.world, it.life);
    if (it.life.isDead()) {
      it.life = new Life(it.world, it.voyage, it.disk, it.decided::add, 2);
    }
  }

  private static void close(Life life) {
    life.halt();
    life.ask(ControlEvent.CloseAll::new);
  }
}

package io.tradewind.app.session;

import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Running;
import io.tradewind.app.run.BacktestWiring;
import io.tradewind.app.run.ChosenStrategy;
import io.tradewind.app.run.Needs;
import io.tradewind.app.run.TickWiring;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.order.Ability;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.store.journal.JournalHead;
import io.tradewind.trader.feed.CandleFeed;
import io.tradewind.trader.feed.FeedSpec;
import io.tradewind.trader.run.ReconcileSettings;
import io.tradewind.trader.run.SessionPlan;
import io.tradewind.trader.run.TraderSettings;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.SymbolFilters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes of settings what a session is, and how it is run. */
final class SessionPlans {
  /** So long a slice waits for candles after its first. */
  private static final long GRACE_NS = 15 * Utc.SECOND_NS;

  /** Candles of each symbol that a session asks the venue for before it begins, at most. */
  private static final long MOST_CANDLES = 10_000;

  /** What limits of risk learn from, where so much can be had. */
  private static final long USUAL_NS = 30 * Utc.DAY_NS;

  private static final int MORE = 2;

  /** The lengths of candles that Binance has. */
  private static final List<Interval> KNOWN =
      List.of("1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d").stream()
          .map(Interval::parse)
          .toList();

  private SessionPlans() {}

  /** A session that begins now. */
  static SessionDescription begin(SessionWork work, List<Listing> listings, long nowNs) {
    Configuration configuration = work.configuration();
    Interval feed = feed(configuration.trading().interval());
    long needNs =
        work.strategies().stream()
            .mapToLong(strategy -> needs(strategy, work).lengthNs())
            .max()
            .orElseThrow();
    long exitsNs =
        configuration.exits().needsAtr()
            ? (configuration.exits().atrBars() + 1L)
                * configuration.trading().interval().durationNs()
            : 0;
    long wantedNs =
        Math.max(
            Math.max(needNs, exitsNs) + MORE * configuration.trading().interval().durationNs(),
            Math.min(USUAL_NS, MOST_CANDLES * feed.durationNs()));
    return new SessionDescription(
        work.folder().name(),
        nowNs / Utc.SECOND_NS,
        work.mode(),
        nowNs,
        feed.floor(nowNs - wantedNs),
        SessionDescription.deciding(work.settings()),
        listings.stream().map(Listing::instrument).toList());
  }

  private static Needs needs(ChosenStrategy strategy, SessionWork work) {
    return Needs.of(
        strategy.another().get(),
        strategy.parameters(),
        work.configuration().trading().interval(),
        work.symbols());
  }

  /** The longest candles of the venue of which those of the strategies can be made. */
  static Interval feed(Interval wanted) {
    return KNOWN.reversed().stream()
        .filter(each -> wanted.durationNs() % each.durationNs() == 0)
        .findFirst()
        .orElseThrow();
  }

  /** Whether candles of the venue can be made into these. */
  static boolean isFed(Interval wanted) {
    return KNOWN.stream().anyMatch(each -> wanted.durationNs() % each.durationNs() == 0);
  }

  /**
   * The session.
   *
   * @param listings as they are now, in the order of the instruments
   */
  static SessionPlan plan(
      SessionWork work, SessionDescription session, List<Listing> listings, String version) {
    Configuration configuration = work.configuration();
    Market market = configuration.trading().market();
    boolean hearsBooks =
        configuration
            .running()
            .session()
            .books()
            .orElseGet(() ->
                work.strategies().stream().anyMatch(strategy -> needs(strategy, work).wantsBook()));
    return new SessionPlan(
        new JournalHead(session.number(), version, session.hash()),
        new BacktestWiring(configuration, RiskSettings.SHIPPED)
            .engine(work.strategies(), work.percents(), session.instruments(), session.createdNs()),
        work.strategies().stream().map(ChosenStrategy::strategy).toList(),
        new FeedSpec(
            market,
            listings,
            Optional.of(feed(configuration.trading().interval())),
            true,
            hearsBooks),
        new SessionPlan.Candles.OfVenue(GRACE_NS),
        session.warmFromNs(),
        work.isPaper()
            ? Optional.of(TickWiring.paper(configuration, abilities(market), cashScale(session)))
            : Optional.empty());
  }

  private static int cashScale(SessionDescription session) {
    return session.instruments().getFirst().cashScale();
  }

  /** What the venue does for us; paper does no more. */
  static EnumSet<Ability> abilities(Market market) {
    return market == Market.SPOT
        ? EnumSet.of(Ability.STOP, Ability.AMEND)
        : EnumSet.of(Ability.STOP, Ability.AMEND, Ability.SEVERAL_EXITS);
  }

  static TraderSettings settings(Configuration configuration) {
    TraderSettings standard = TraderSettings.STANDARD;
    Running.Keeping session = configuration.running().session();
    return new TraderSettings(
        session.staleNs(),
        standard.flushNs(),
        standard.forceNs(),
        session.snapshotNs(),
        new ReconcileSettings(
            session.reconcileNs(), standard.reconcile().againNs(), session.corrects()),
        CandleFeed.Patience.STANDARD);
  }

  /**
   * What is listed now of a session that goes on, whether it is traded or not: its other positions
   * have to be looked after. What is gone is as it was when the session began.
   *
   * @param notes hears what is not as it was, in words
   */
  static List<Listing> goingOn(
      List<Listing> all, List<Instrument> instruments, List<String> notes) {
    List<Listing> chosen = new ArrayList<>();
    for (Instrument begun : instruments) {
      Listing now =
          all.stream()
              .filter(each -> each.instrument().id().equals(begun.id()))
              .findFirst()
              .orElseGet(() -> new Listing(begun, SymbolFilters.NONE, "GONE", Set.of()));
      if (!now.isTrading()) {
        notes.add(
            "%s is not traded at the venue now (%s): nothing opens there, and the rest goes on"
                .formatted(begun.id(), now.status()));
      }
      chosen.add(now);
    }
    return chosen;
  }

  /** What is listed now of a session's symbols, in their order, with what is missing in words. */
  static List<Listing> chosen(List<Listing> all, List<InstrumentId> symbols, List<String> missing) {
    List<Listing> chosen = new ArrayList<>();
    for (InstrumentId id : symbols) {
      Optional<Listing> found =
          all.stream().filter(each -> each.instrument().id().equals(id)).findFirst();
      if (found.isEmpty()) {
        missing.add(id + " is not listed there");
      } else if (!found.get().isTrading()) {
        missing.add(id + " is not traded now: " + found.get().status());
      } else {
        chosen.add(found.get());
      }
    }
    return chosen;
  }

  /** The same with the instruments of the session's beginning. */
  static List<Listing> asBegun(List<Listing> now, List<Instrument> instruments) {
    List<Listing> begun = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      Listing each = now.get(i);
      begun.add(each.with(instruments.get(i)));
    }
    return begun;
  }

  /**
   * What the account pays or needs otherwise than the session reckons, in words.
   *
   * @param now of the session's instruments, in their order
   */
  static List<String> changed(List<Listing> now, List<Instrument> instruments) {
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      Instrument then = instruments.get(i);
      TradingRules old = then.rules().getLast();
      TradingRules fresh = now.get(i).instrument().rules().getLast();
      if (old.makerFeePpm() != fresh.makerFeePpm() || old.takerFeePpm() != fresh.takerFeePpm()) {
        changed.add(
            "%s: the account pays %s now; the session goes on reckoning with %s, and books what is paid"
                .formatted(then.id().symbol(), fees(fresh), fees(old)));
      }
      if (then.id().market() == Market.PERP
          && !then.margin().equals(now.get(i).instrument().margin())) {
        changed.add(
            "%s: its margins are others now; the session goes on with those of its beginning"
                .formatted(then.id().symbol()));
      }
    }
    return changed;
  }

  private static String fees(TradingRules rules) {
    return "%s %% as maker and %s %% as taker"
        .formatted(percent(rules.makerFeePpm()), percent(rules.takerFeePpm()));
  }

  private static String percent(long ppm) {
    return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString();
  }

  static boolean isRealMoney(TraderStatus.Mode mode) {
    return mode == TraderStatus.Mode.LIVE;
  }
}

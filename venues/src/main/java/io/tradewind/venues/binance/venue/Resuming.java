package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.OrderAnswer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the orders of a process before, and puts them where they would be had it lived. The venue
 * lists what it has of them; what the other process sent last may come until its window is over, so
 * that it is listed once more then. Until that no order of these is changed, nothing is brought in
 * place of what is missing, and nothing is said of amendments that have not come.
 */
final class Resuming {
  /** What was sent has come by then, or never will. */
  private static final long ARRIVED_NS = 10 * Utc.SECOND_NS;

  private final Desk.Room room;
  private final Desk desk;
  private final Finding finding;
  private final Survey survey;

  /** All that were given, in their order, and what the venue was found to have beside them. */
  private final Set<Tracked> all = new LinkedHashSet<>();

  private final Map<Tracked, OrderTerms> wanted = new LinkedHashMap<>();
  private final Set<Tracked> cancelled = new LinkedHashSet<>();

  /** Of which nobody knew whether they had gone out. */
  private final Set<Tracked> unheard = new LinkedHashSet<>();

  private final Set<Listing> listings = new LinkedHashSet<>();
  private Phase phase = Phase.DONE;
  private long foundNs;
  private Optional<Runnable> next = Optional.empty();

  private enum Phase {
    /** Nothing was asked. */
    NEW,
    /** Listed once. */
    FOUND,
    /** Listed again, after the window. */
    SWEPT,
    /** All is as if the process had lived. */
    DONE
  }

  Resuming(Desk.Room room, Desk desk, Resolver resolver, Survey survey) {
    this.room = room;
    this.desk = desk;
    this.finding = new Finding(room, desk, resolver);
    this.survey = survey;
  }

  /** Takes them in; nothing is asked yet. */
  void begin(Resumption before) {
    room.orders().told().add(before.tradeIds());
    for (StandingOrder each : before.ended()) {
      Tracked order = tracked(each);
      room.orders().addEnded(order);
    }
    for (StandingOrder each : before.orders()) {
      Tracked order = tracked(each);
      order.toldScaled = each.filledQtyScaled();
      order.isGuard = room.orders().find(each.intent().orderId()).isPresent();
      room.orders().add(order);
      if (order.state == OrderState.SENT || order.state == OrderState.UNKNOWN) {
        unheard.add(order);
      }
      each.wantedTerms()
          .filter(terms -> !terms.equals(order.intent.terms()))
          .ifPresent(terms -> wanted.put(order, Amendments.bracketed(order, terms)));
      if (each.isCancelAsked()) {
        cancelled.add(order);
      }
    }
    all.forEach(this::join);
    boolean any = !all.isEmpty();
    room.orders().isAwaiting = any;
    phase = any ? Phase.NEW : Phase.DONE;
  }

  private Tracked tracked(StandingOrder given) {
    OrderIntent intent = given.intent();
    Listing listing = room.markets().listing(intent.instrument());
    Tracked order =
        new Tracked(listing, Amendments.with(intent, given.terms()), room.connection().nowNs());
    order.state = given.state() == OrderState.INTENDED ? OrderState.SENT : given.state();
    order.filledScaled = given.filledQtyScaled();
    order.isHeld = true;
    if (intent.timeInForce() instanceof TimeInForce.GoodTillDate date) {
      order.expiresNs = date.untilNs();
    }
    all.add(order);
    listings.add(listing);
    return order;
  }

  /** Whose exit it is follows from the brackets. */
  private void join(Tracked entry) {
    if (entry.intent.terms() instanceof OrderTerms.Bracket bracket) {
      Optional<Tracked> its = Optional.of(entry);
      room.orders().find(bracket.exitOrderId()).ifPresent(exit -> exit.entry = its);
      room.orders().guards(bracket.exitOrderId()).forEach(guard -> guard.entry = its);
    }
  }

  /** The stream tells; what comes next when the venue has been asked what it has. */
  void find(Runnable whenFound) {
    if (phase == Phase.NEW) {
      survey.begin(listings, rows -> onFirst(rows, whenFound));
      return;
    }
    if (phase == Phase.SWEPT) {
      phase = Phase.FOUND;
    }
    next = Optional.empty();
    survey.stop();
    whenFound.run();
  }

  private void onFirst(List<OrderAnswer> rows, Runnable whenFound) {
    foundNs = room.connection().nowNs();
    phase = Phase.FOUND;
    for (Tracked order : List.copyOf(all)) {
      order.underWayNs = foundNs;
    }
    look(rows);
    for (Tracked order : cancelled) {
      order.isUnwanted = true;
      order.isCancelWanted = true;
      order.cancelNs = foundNs;
    }
    whenFound.run();
  }

  private void look(List<OrderAnswer> answers) {
    Finding.Rows rows = finding.rows(answers);
    for (Tracked order : List.copyOf(all)) {
      all.addAll(finding.beside(order, rows));
    }
    for (Tracked order : List.copyOf(all)) {
      finding.place(order, rows);
      promise(order);
    }
    finding.tellForgotten(rows);
  }

  /** New terms that stand are told; others may be on their way, and hold the order until then. */
  private void promise(Tracked order) {
    OrderTerms terms = wanted.get(order);
    if (terms == null || order.isOver()) {
      return;
    }
    List<LegRow> current = finding.current(order);
    if (current.isEmpty()) {
      return;
    }
    boolean stands = LegRow.terms(terms, current).filter(terms::equals).isPresent();
    boolean asBefore = finding.isAsBefore(order);
    if (stands && !asBefore) {
      wanted.remove(order);
      order.nextTerms = Optional.empty();
      finding.adopt(order, terms);
    } else if (!cancelled.contains(order)) {
      order.nextTerms = Optional.of(terms);
      order.nextLegs = List.of();
    }
  }

  /**
   * Our orders have been asked for.
   *
   * @param again what comes next if that is not all
   * @return whether it is not all
   */
  boolean goesOn(Runnable again) {
    return switch (phase) {
      case FOUND -> {
        next = Optional.of(again);
        yield true;
      }
      case SWEPT -> {
        settle();
        phase = Phase.DONE;
        yield false;
      }
      case NEW, DONE -> false;
    };
  }

  /** What is due. */
  int tick() {
    boolean due = next.isPresent() && room.connection().nowNs() - foundNs > ARRIVED_NS;
    if (due && phase == Phase.FOUND) {
      Runnable whenFound = next.orElseThrow();
      next = Optional.empty();
      survey.begin(
          listings,
          rows -> {
            phase = Phase.SWEPT;
            look(rows);
            whenFound.run();
          });
      return 1;
    }
    return survey.tick();
  }

  /** All that was sent has come, and all of it is known. */
  private void settle() {
    room.orders().isAwaiting = false;
    List<Tracked> reviewed = all.stream().filter(this::isToBeReviewed).toList();
    for (Tracked order : all) {
      order.isHeld = false;
    }
    wanted.forEach(this::decide);
    all.stream()
        .filter(order -> order.listing.instrument().id().market() == Market.PERP)
        .forEach(desk.amendments()::complete);
    for (Tracked entry : reviewed) {
      if (entry.intent.terms() instanceof OrderTerms.Bracket bracket) {
        desk.exits().review(entry, bracket);
      }
    }
    all.clear();
    wanted.clear();
    cancelled.clear();
  }

  /** Where anything is open, or happened meanwhile, or the exit was never heard of. */
  private boolean isToBeReviewed(Tracked entry) {
    if (!(entry.intent.terms() instanceof OrderTerms.Bracket bracket)) {
      return false;
    }
    Optional<Tracked> exit = room.orders().find(bracket.exitOrderId());
    return entry.isReviewDue || !entry.isOver() || exit.filter(Tracked::isOver).isEmpty();
  }

  /** An amendment of which nothing has come: the old terms stand on, and if need be once more. */
  private void decide(Tracked order, OrderTerms terms) {
    boolean held = order.nextTerms.isPresent();
    order.nextTerms = Optional.empty();
    if (order.isOver()) {
      return;
    }
    if (!held) {
      // Nothing was known of it, and what waits for that was never sent.
      boolean heard = order.state != OrderState.SENT && order.state != OrderState.UNKNOWN;
      if (heard && order.wantedTerms.isEmpty() && !order.isCancelWanted) {
        order.wantedTerms = Optional.of(plain(terms));
      }
      return;
    }
    Optional<OrderTerms> stands = finding.standing(order, terms);
    if (stands.isEmpty()) {
      desk.amendments().drop(order);
    } else if (isToBeAskedAgain(order, terms)) {
      order.wantedTerms = Optional.of(plain(terms));
    } else if (!stands.orElseThrow().equals(order.intent.terms())) {
      finding.adopt(order, stands.orElseThrow());
    }
  }

  /** It was done by half, or was never sent since nothing had been heard of its order. */
  private boolean isToBeAskedAgain(Tracked order, OrderTerms terms) {
    return order.wantedTerms.isEmpty() && (finding.isHalf(order, terms) || unheard.contains(order));
  }

  private static OrderTerms plain(OrderTerms terms) {
    return terms instanceof OrderTerms.Bracket bracket ? bracket.entry() : terms;
  }
}

package io.tradewind.venues.binance.venue;

import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.order.Leg;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One of our orders at the venue, with all that is known and under way of it. */
final class Tracked {
  static final long NEVER = Long.MAX_VALUE;

  final Listing listing;
  OrderIntent intent;
  OrderState state = OrderState.SENT;

  /** Legs that make up the order, and those that would after a replacement that is under way. */
  List<LegState> legs = new ArrayList<>();

  List<LegState> nextLegs = new ArrayList<>();

  /** Legs of revisions before; they may still tell of fills. */
  final List<LegState> oldLegs = new ArrayList<>();

  Optional<OrderTerms> nextTerms = Optional.empty();

  /** What a replacement that is under way makes superfluous when it stands. */
  List<LegState> goingLegs = List.of();

  /** Terms that were asked for while a replacement was under way. */
  Optional<OrderTerms> wantedTerms = Optional.empty();

  /** When these are looked at again, by our clock. */
  long followNs;

  /** How much was asked for in all; empty where the venue takes what there is. */
  OptionalLong placedQtyScaled = OptionalLong.empty();

  OptionalLong nextQtyScaled = OptionalLong.empty();

  int revision;
  long filledScaled;
  final Set<Long> tradeIds = new HashSet<>();

  /** When the venue is asked how it stands, by our clock. */
  long askNs = NEVER;

  int asked;
  boolean isAsking;

  boolean isCancelWanted;
  int cancelsUnanswered;
  long cancelNs = NEVER;

  /** When it is taken back by us, by the venue's clock. */
  long expiresNs = NEVER;

  boolean isExpiring;

  /** Requests of its plan that have not been answered. */
  int unanswered;

  /** Whether a request that replaces it has not been answered. */
  boolean isReplacing;

  /** Until when what was sent of it was surely on its way, by our clock. */
  long underWayNs;

  /** The order in whose request it went out. */
  Optional<Tracked> carrier = Optional.empty();

  /** The entry whose exit, or guard, it is. */
  Optional<Tracked> entry = Optional.empty();

  /** Whether it is a stop that this connection brought; what happens to it is news. */
  boolean isGuard;

  /** Whether somebody here has asked to take it back. */
  boolean isUnwanted;

  /** Whether it was placed again after a replacement had failed that it had to go for. */
  boolean isPutBack;

  /** Why it was refused. */
  Optional<RejectReason> refusal = Optional.empty();

  /** A part of a list whose first order has not been filled: nothing of it is told. */
  boolean isPending;

  /** Whether a process before placed it whose last requests may still be on their way. */
  boolean isHeld;

  /** Whether something happened meanwhile that its exit has to follow. */
  boolean isReviewDue;

  /** Whether only the venue told of it: fills that were told before are counted anew. */
  boolean isFoundHere;

  /**
   * How much of it a process before has told as filled, and has not been asked for yet, in quantity
   * scale. A number alone does not say it: where an account trades with itself both orders have it.
   */
  long toldScaled = Long.MAX_VALUE;

  Tracked(Listing listing, OrderIntent intent, long nowNs) {
    this.listing = listing;
    this.intent = intent;
    this.underWayNs = nowNs;
  }

  boolean isOver() {
    return state.isFinal();
  }

  /** Whether all that was sent of it has arrived by now, or never will. */
  boolean isSettled(long nowNs, long neverArrivesNs) {
    return unanswered == 0
        && !isReplacing
        && nowNs - underWayNs > neverArrivesNs
        && carrier.map(each -> each.isSettled(nowNs, neverArrivesNs)).orElse(true);
  }

  /** A leg that was replaced counts, once it has been triggered. */
  boolean isAllOver() {
    return legs.stream().allMatch(LegState::isOver)
        && oldLegs.stream().noneMatch(leg -> leg.isTriggered && !leg.isOver());
  }

  /** Whether something of it has begun that a replacement would come too late for. */
  boolean isDecided() {
    return isOver()
        || legs.stream().anyMatch(leg -> leg.isTriggered || leg.end == LegState.End.FILLED);
  }

  /** Whether it waits for the first order of its list. */
  boolean isUnborn() {
    return isPending && state == OrderState.SENT;
  }

  /** How much it is of, in quantity scale; 0 where it is not of a quantity. */
  long sizeScaled() {
    return intent.size() instanceof OrderSize.Base(long qtyScaled) ? qtyScaled : 0;
  }

  /** The same of another quantity, in quantity scale. */
  OrderIntent resized(long qtyScaled) {
    return new OrderIntent(
        intent.orderId(),
        intent.book(),
        intent.instrument(),
        intent.side(),
        new OrderSize.Base(qtyScaled),
        intent.terms(),
        intent.timeInForce(),
        intent.reduceOnly(),
        intent.purpose());
  }

  /**
   * How much of a position needs no other exit, in quantity scale: all that it is of while it
   * stands, or where somebody took it back, and else what it has filled.
   */
  long coveredScaled() {
    return !isOver() || isTakenBack() ? Math.max(sizeScaled(), filledScaled) : filledScaled;
  }

  /** By the engine, or by somebody at the venue; not by its own terms or by what became of it. */
  private boolean isTakenBack() {
    boolean byItself =
        isPutBack
            || legs.stream()
                .anyMatch(leg ->
                    leg.isTriggered
                        || leg.end == LegState.End.EXPIRED
                        || leg.end == LegState.End.REJECTED);
    return state == OrderState.CANCELLED && (isUnwanted || !byItself);
  }

  /** Its legs that are not over. */
  List<Leg> openLegs() {
    return legs.stream().filter(leg -> !leg.isOver()).map(leg -> leg.leg).toList();
  }

  /** The venue is asked then how it stands, unless that is told before. */
  void doubt(long atNs) {
    askNs = Math.min(askNs, atNs);
  }

  List<LegState> everyLeg() {
    List<LegState> all = new ArrayList<>(legs);
    all.addAll(nextLegs);
    all.addAll(oldLegs);
    return all;
  }

  /** The leg of this name; none if the order never had it. */
  Optional<LegState> leg(Leg leg) {
    return everyLeg().stream()
        .filter(each -> each.leg.part() == leg.part() && each.leg.revision() == leg.revision())
        .findFirst();
  }
}

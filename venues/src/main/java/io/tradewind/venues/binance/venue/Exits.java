package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.venues.binance.order.Leg;
import io.tradewind.venues.binance.order.OrderFilters;
import io.tradewind.venues.binance.order.Slip;
import io.tradewind.venues.binance.order.SpotDialect;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The exits that brackets bring. On spot they are part of the entry's list, or follow it when it
 * has ended. On futures one stands from the first fill that is large enough for one, and grows with
 * the entry; when it is filled in part or ends, what is left of the entry is taken back. What an
 * exit that has ended leaves open its {@link Guards} close.
 */
final class Exits {
  private final Desk.Room room;
  private final Placement placement;
  private final Cancels cancels;
  private final Guards guards;

  Exits(Desk.Room room, Placement placement, Cancels cancels, Guards guards) {
    this.room = room;
    this.placement = placement;
    this.cancels = cancels;
    this.guards = guards;
  }

  /** The exit that goes out in one list with its entry. */
  static Tracked listed(Tracked entry, OrderTerms.Bracket bracket, List<Leg> legs, long nowNs) {
    Tracked exit = new Tracked(entry.listing, intent(entry, bracket, 1), nowNs);
    legs.forEach(leg -> exit.legs.add(new LegState(leg)));
    exit.isPending = true;
    exit.carrier = Optional.of(entry);
    exit.entry = Optional.of(entry);
    return exit;
  }

  /** Something of an order was filled, or ended, and it goes on; or it was filled after its end. */
  void onPart(Tracked order) {
    if (order.filledScaled > 0) {
      order.entry.ifPresent(this::end);
    }
    if (order.filledScaled > 0 && order.intent.terms() instanceof OrderTerms.Bracket bracket) {
      if (isOnFutures(order)) {
        bring(order, bracket, order.isOver());
      } else if (order.isOver()) {
        cover(order, bracket);
      }
    }
  }

  /** It is over. */
  void onOver(Tracked order) {
    order.entry.ifPresent(entry -> {
      end(entry);
      if (entry.intent.terms() instanceof OrderTerms.Bracket bracket) {
        cover(entry, bracket);
      }
    });
    if (order.intent.terms() instanceof OrderTerms.Bracket bracket) {
      if (order.filledScaled == 0) {
        room.orders()
            .find(bracket.exitOrderId())
            .filter(exit -> exit.isUnborn() && exit.isAllOver())
            .ifPresent(room.orders()::forget);
      } else if (isOnFutures(order)) {
        bring(order, bracket, true);
      } else {
        follow(order, bracket);
      }
    }
  }

  /**
   * The legs of an exit ended while they waited for the entry. When that is over, what of it was
   * filled gets an exit of its own: the venue may have refused the one of the list.
   */
  void onNeverStood(Tracked exit) {
    Tracked entry = exit.carrier.orElse(exit);
    boolean isReplaced =
        room.orders().find(exit.intent.orderId()).filter(each -> each == exit).isEmpty();
    if (isReplaced || !entry.isOver()) {
      return;
    }
    if (entry.filledScaled > 0 && entry.intent.terms() instanceof OrderTerms.Bracket bracket) {
      follow(entry, bracket);
    } else {
      room.orders().forget(exit);
    }
  }

  private static boolean isOnFutures(Tracked order) {
    return order.listing.instrument().id().market() == Market.PERP;
  }

  private void end(Tracked entry) {
    if (!entry.isOver() && !entry.isCancelWanted) {
      cancels.cancel(entry);
    }
  }

  /** What a process before has sent has come by now; what is missing all the same is brought. */
  void review(Tracked entry, OrderTerms.Bracket bracket) {
    room.orders()
        .find(bracket.exitOrderId())
        .filter(exit -> exit.filledScaled > 0 || (exit.isOver() && !exit.isUnborn()))
        .ifPresent(exit -> end(entry));
    if (entry.filledScaled > 0 && isOnFutures(entry)) {
      bring(entry, bracket, entry.isOver());
    } else if (entry.filledScaled > 0 && entry.isOver()) {
      follow(entry, bracket);
    }
  }

  /** The exit that a process before has brought may be on its way. */
  private static boolean isLeft(Tracked entry) {
    entry.isReviewDue |= entry.isHeld;
    return entry.isHeld;
  }

  /** One that is too small for the venue waits for more; at the end it is told. */
  private void bring(Tracked entry, OrderTerms.Bracket bracket, boolean anyhow) {
    if (isLeft(entry)) {
      return;
    }
    Optional<Tracked> standing = room.orders().find(bracket.exitOrderId());
    OrderIntent whole = intent(entry, bracket, entry.filledScaled);
    if (standing.isPresent()) {
      grow(standing.orElseThrow(), entry, bracket);
      return;
    }
    boolean fits =
        new OrderFilters(entry.listing, OptionalLong.empty())
            .check(whole, OptionalLong.of(entry.filledScaled))
            .isEmpty();
    if (anyhow || fits) {
      Tracked exit = new Tracked(entry.listing, whole, room.connection().nowNs());
      exit.entry = Optional.of(entry);
      exit.revision = room.orders().freeRevision(bracket.exitOrderId());
      placement.send(exit);
    }
  }

  /** It follows when it can be changed. */
  private void grow(Tracked exit, Tracked entry, OrderTerms.Bracket bracket) {
    if (exit.isOver()) {
      cover(entry, bracket);
    } else if (entry.filledScaled > exit.sizeScaled()) {
      exit.intent = exit.resized(entry.filledScaled);
    }
  }

  /** What an exit that is over leaves open. */
  private void cover(Tracked entry, OrderTerms.Bracket bracket) {
    if (isLeft(entry)) {
      return;
    }
    long qty = isOnFutures(entry) ? entry.filledScaled : netOfFee(entry);
    room.orders()
        .find(bracket.exitOrderId())
        .filter(Tracked::isOver)
        .ifPresent(exit -> guards.cover(exit, entry, qty));
  }

  /** The list of an entry that was filled in part ends without its exit. */
  private void follow(Tracked entry, OrderTerms.Bracket bracket) {
    if (isLeft(entry)) {
      return;
    }
    Optional<Tracked> listed = room.orders().find(bracket.exitOrderId());
    if (listed.filter(exit -> !exit.isUnborn()).isPresent()) {
      // It has stood, and maybe been filled before we heard of the end of its entry.
      cover(entry, bracket);
      return;
    }
    boolean mayStand = listed.isPresent() && !listed.orElseThrow().isAllOver();
    if (mayStand && entry.state == OrderState.FILLED) {
      return;
    }
    listed.ifPresent(room.orders()::forget);
    long qty = netOfFee(entry);
    if (qty == 0) {
      room.connection().tell(new VenueNews.Uncovered(bracket.exitOrderId(), entry.filledScaled));
      return;
    }
    Tracked exit =
        new Tracked(entry.listing, intent(entry, bracket, qty), room.connection().nowNs());
    int free = room.orders().freeRevision(bracket.exitOrderId());
    exit.revision = Math.max(free, listed.isPresent() ? 1 : 0);
    exit.entry = Optional.of(entry);
    placement.send(exit);
  }

  private static long netOfFee(Tracked entry) {
    OptionalLong filled = OptionalLong.of(entry.filledScaled);
    Slip slip = new Slip(entry.listing, entry.intent, filled, OptionalLong.empty(), 0);
    return SpotDialect.netOfFee(slip, entry.filledScaled);
  }

  static OrderIntent intent(Tracked entry, OrderTerms.Bracket bracket, long qtyScaled) {
    return new OrderIntent(
        bracket.exitOrderId(),
        entry.intent.book(),
        entry.intent.instrument(),
        entry.intent.side().opposite(),
        new OrderSize.Base(qtyScaled),
        new OrderTerms.Oco(bracket.targetScaled(), bracket.stopScaled()),
        TimeInForce.GTC,
        true,
        OrderPurpose.STOP);
  }
}

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
 * the entry; when it is filled in part or ends, what is left of the entry is taken back.
 */
final class Exits {
  private final Desk.Room room;
  private final Placement placement;
  private final Cancels cancels;

  Exits(Desk.Room room, Placement placement, Cancels cancels) {
    this.room = room;
    this.placement = placement;
    this.cancels = cancels;
  }

  /** The exit that goes out in one list with its entry. */
  static Tracked listed(Tracked entry, OrderTerms.Bracket bracket, List<Leg> legs, long nowNs) {
    Tracked exit = new Tracked(entry.listing, intent(entry, bracket, 1), nowNs);
    legs.forEach(leg -> exit.legs.add(new LegState(leg)));
    exit.isPending = true;
    exit.carrier = Optional.of(entry);
    return exit;
  }

  /** Something of an order was filled, or ended, and it goes on. */
  void onPart(Tracked order) {
    if (order.filledScaled > 0) {
      order.entry.ifPresent(this::end);
    }
    if (isOnFutures(order)
        && order.filledScaled > 0
        && order.intent.terms() instanceof OrderTerms.Bracket bracket) {
      bring(order, bracket, false);
    }
  }

  /** It is over. */
  void onOver(Tracked order) {
    order.entry.ifPresent(this::end);
    if (!(order.intent.terms() instanceof OrderTerms.Bracket bracket) || order.filledScaled == 0) {
      return;
    }
    if (isOnFutures(order)) {
      bring(order, bracket, true);
    } else {
      follow(order, bracket);
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

  /** One that is too small for the venue waits for more; at the end it is told. */
  private void bring(Tracked entry, OrderTerms.Bracket bracket, boolean anyhow) {
    Optional<Tracked> standing = room.orders().find(bracket.exitOrderId());
    OrderIntent whole = intent(entry, bracket, entry.filledScaled);
    if (standing.isPresent()) {
      grow(standing.orElseThrow(), whole, entry.filledScaled);
      return;
    }
    boolean fits =
        new OrderFilters(entry.listing, OptionalLong.empty())
            .check(whole, OptionalLong.of(entry.filledScaled))
            .isEmpty();
    if (anyhow || fits) {
      Tracked exit = new Tracked(entry.listing, whole, room.connection().nowNs());
      exit.entry = Optional.of(entry);
      placement.send(exit);
    }
  }

  /** It follows when it can be changed. */
  private void grow(Tracked exit, OrderIntent whole, long qtyScaled) {
    long before = exit.intent.size() instanceof OrderSize.Base(long qty) ? qty : 0;
    if (qtyScaled <= before) {
      return;
    }
    exit.intent = whole;
    if (exit.isOver()) {
      room.connection().tell(new VenueNews.Uncovered(exit.intent.orderId(), qtyScaled - before));
    }
  }

  /** The list of an entry that was filled in part ends without its exit. */
  private void follow(Tracked entry, OrderTerms.Bracket bracket) {
    Optional<Tracked> listed = room.orders().find(bracket.exitOrderId());
    if (listed.isPresent() && entry.state == OrderState.FILLED) {
      return;
    }
    listed.ifPresent(room.orders()::forget);
    OptionalLong filled = OptionalLong.of(entry.filledScaled);
    Slip slip = new Slip(entry.listing, entry.intent, filled, OptionalLong.empty(), 0);
    long qty = SpotDialect.netOfFee(slip, entry.filledScaled);
    if (qty > 0) {
      Tracked exit = new Tracked(entry.listing, intent(entry, bracket, qty), room.connection().nowNs());
      exit.revision = listed.isPresent() ? 1 : 0;
      placement.send(exit);
    }
  }

  private static OrderIntent intent(Tracked entry, OrderTerms.Bracket bracket, long qtyScaled) {
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

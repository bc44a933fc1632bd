package io.tradewind.venues.binance.venue;

import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.RejectReason;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.order.Leg;
import io.tradewind.venues.binance.order.OrderFilters;
import io.tradewind.venues.binance.order.Slip;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of the instruments: their listings, what their markets pay, what is held of them;
 * and so how much an order asks for, and whether the venue's filters would take it.
 */
final class Markets {
  private final List<Listing> listings;
  private final LastPrices prices;
  private final Closable closable;

  Markets(List<Listing> listings, LastPrices prices, Closable closable) {
    this.listings = listings;
    this.prices = prices;
    this.closable = closable;
  }

  /** An order with its size, or why it has none. */
  sealed interface Measured {
    /** The venue's filters have nothing against it. */
    record Fits(Slip slip) implements Measured {}

    /** They have. */
    record Unfit(RejectReason reason) implements Measured {}
  }

  Listing listing(int instrument) {
    return listings.get(instrument);
  }

  /** What an order may close, in whole lots. */
  long heldInLots(Tracked order) {
    return Sizing.heldInLots(order.listing, closable.heldScaled(order));
  }

  /** Whether what an order may close is known by its book's own ledger. */
  boolean isByLedger(Tracked order) {
    return closable.isByLedger(order.intent);
  }

  /** Of an order that has not gone out. */
  Measured measure(Tracked order) {
    OptionalLong last = prices.lastScaled(order.intent.instrument());
    return switch (Sizing.of(order.listing, order.intent, last, closable.heldScaled(order))) {
      case Sizing.Result.Unsized(var reason) -> new Measured.Unfit(reason);
      case Sizing.Result.Sized(var qty) ->
          filtered(new Slip(order.listing, order.intent, qty, last, order.revision));
    };
  }

  /** Of its next revision, with so much as is left of it, beside the legs that stand. */
  Measured measureNext(Tracked order, OrderIntent next, List<Leg> standing) {
    OptionalLong last = prices.lastScaled(next.instrument());
    return switch (Sizing.again(order, next, last, closable.heldScaled(order))) {
      case Sizing.Result.Unsized(var reason) -> new Measured.Unfit(reason);
      case Sizing.Result.Sized(var qty) -> {
        Slip slip = new Slip(order.listing, next, qty, last, order.revision + 1);
        boolean closes = standing.stream().anyMatch(Leg::closesPosition);
        yield filtered(closes ? beside(slip, heldInLots(order)) : slip);
      }
    };
  }

  /** As it was placed, less what was filled of it, as its next revision. */
  Slip again(Tracked order) {
    OptionalLong placed = order.placedQtyScaled;
    OptionalLong left =
        placed.isPresent()
            ? OptionalLong.of(placed.getAsLong() - order.filledScaled)
            : OptionalLong.empty();
    OptionalLong last = prices.lastScaled(order.intent.instrument());
    return new Slip(order.listing, order.intent, left, last, order.revision + 1);
  }

  /**
   * Beside an order that closes the position none can stand that does the same, but one of so much
   * as is held.
   */
  private static Slip beside(Slip slip, long held) {
    Slip part =
        new Slip(
            slip.listing(),
            slip.intent(),
            OptionalLong.of(held),
            slip.lastScaled(),
            slip.revision());
    return slip.qtyScaled().isEmpty() && held > 0 && refusal(part).isEmpty() ? part : slip;
  }

  private static Measured filtered(Slip slip) {
    Optional<RejectReason> refusal = refusal(slip);
    return refusal.isPresent()
        ? new Measured.Unfit(refusal.orElseThrow())
        : new Measured.Fits(slip);
  }

  private static Optional<RejectReason> refusal(Slip slip) {
    return new OrderFilters(slip.listing(), slip.lastScaled())
        .check(slip.intent(), slip.qtyScaled());
  }
}

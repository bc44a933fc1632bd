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
  private final Holdings holdings;

  Markets(List<Listing> listings, LastPrices prices, Holdings holdings) {
    this.listings = listings;
    this.prices = prices;
    this.holdings = holdings;
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

  /** What is held of it, in whole lots. */
  long heldInLots(Listing listing) {
    return Sizing.heldInLots(listing, holdings);
  }

  /** Of an order that has not gone out. */
  Measured measure(Tracked order) {
    OptionalLong last = prices.lastScaled(order.intent.instrument());
    return switch (Sizing.of(order.listing, order.intent, last, holdings)) {
      case Sizing.Result.Unsized(var reason) -> new Measured.Unfit(reason);
      case Sizing.Result.Sized(var qty) ->
          filtered(new Slip(order.listing, order.intent, qty, last, order.revision));
    };
  }

  /** Of its next revision, with so much as is left of it, beside the legs that stand. */
  Measured measureNext(Tracked order, OrderIntent next, List<Leg> standing) {
    OptionalLong last = prices.lastScaled(next.instrument());
    return switch (Sizing.again(order, next, last, holdings)) {
      case Sizing.Result.Unsized(var reason) -> new Measured.Unfit(reason);
      case Sizing.Result.Sized(var qty) -> {
        Slip slip = new Slip(order.listing, next, qty, last, order.revision + 1);
        yield filtered(standing.stream().anyMatch(Leg::closesPosition) ? beside(slip) : slip);
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
  private Slip beside(Slip slip) {
    long held = heldInLots(slip.listing());
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

package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.Side;
import io.tradewind.venues.binance.model.Listing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** How many of the base an order asks for, in whole lots. */
final class Sizing {
  private Sizing() {}

  /** What came of it. */
  sealed interface Result {
    /** So many; empty where the venue itself finds it. */
    record Sized(OptionalLong qtyScaled) implements Result {}

    /** It cannot be said. */
    record Unsized(RejectReason reason) implements Result {}
  }

  static Result of(Listing listing, OrderIntent intent, OptionalLong last, Holdings holdings) {
    boolean perp = listing.instrument().id().market() == Market.PERP;
    return switch (intent.size()) {
      case OrderSize.Base base -> new Result.Sized(OptionalLong.of(base.qtyScaled()));
      case OrderSize.Budget budget -> {
        boolean byVenue =
            !perp && intent.side() == Side.BUY && intent.terms() instanceof OrderTerms.Market;
        yield byVenue
            ? new Result.Sized(OptionalLong.empty())
            : ofBudget(listing, budget.quoteScaled(), price(intent.terms(), last));
      }
      case OrderSize.Position _ -> {
        boolean byVenue =
            perp
                && (intent.terms() instanceof OrderTerms.Stop
                    || intent.terms() instanceof OrderTerms.TakeProfit);
        long held = heldInLots(listing, holdings);
        yield byVenue
            ? new Result.Sized(OptionalLong.empty())
            : held == 0
                ? new Result.Unsized(RejectReason.NOTHING_TO_REDUCE)
                : new Result.Sized(OptionalLong.of(held));
      }
    };
  }

  /** How many a replacement asks for; of spot the venue holds what the order itself would sell. */
  static Result again(Tracked order, OrderIntent next, OptionalLong last, Holdings holdings) {
    boolean ofPosition = next.size() instanceof OrderSize.Position;
    if (ofPosition && order.listing.instrument().id().market() == Market.SPOT) {
      long own = Math.max(0, order.placedQtyScaled.orElse(0) - order.filledScaled);
      long held = Math.min(mostInLots(order.listing), own + heldInLots(order.listing, holdings));
      held = inLots(order.listing, held);
      return held == 0
          ? new Result.Unsized(RejectReason.NOTHING_TO_REDUCE)
          : new Result.Sized(OptionalLong.of(held));
    }
    Result all = of(order.listing, next, last, holdings);
    return all instanceof Result.Sized(OptionalLong qty) && qty.isPresent() && !ofPosition
        ? new Result.Sized(OptionalLong.of(qty.getAsLong() - order.filledScaled))
        : all;
  }

  /** What is held, in whole lots, as far as one order can be of it. */
  static long heldInLots(Listing listing, Holdings holdings) {
    return Math.min(
        mostInLots(listing), inLots(listing, holdings.heldScaled(listing.instrument())));
  }

  /** No order is larger, however much is held. */
  private static long mostInLots(Listing listing) {
    return inLots(listing, listing.filters().lot().max());
  }

  private static OptionalLong price(OrderTerms terms, OptionalLong last) {
    return switch (terms) {
      case OrderTerms.Limit limit -> OptionalLong.of(limit.priceScaled());
      case OrderTerms.StopLimit stop -> OptionalLong.of(stop.limitScaled());
      case OrderTerms.Stop stop -> OptionalLong.of(stop.triggerScaled());
      case OrderTerms.TakeProfit target -> OptionalLong.of(target.triggerScaled());
      case OrderTerms.Iceberg iceberg -> OptionalLong.of(iceberg.priceScaled());
      case OrderTerms.Oco oco -> OptionalLong.of(oco.targetScaled());
      case OrderTerms.Bracket bracket -> price(bracket.entry(), last);
      case OrderTerms.Market _, OrderTerms.TrailingStop _ -> last;
    };
  }

  /** A fee is part of the budget where it is not taken out of what was bought. */
  private static Result ofBudget(Listing listing, long quoteScaled, OptionalLong price) {
    if (price.isEmpty()) {
      return new Result.Unsized(RejectReason.UNSUPPORTED_TYPE);
    }
    Instrument instrument = listing.instrument();
    TradingRules rules = instrument.rules().getLast();
    long feePpm = instrument.id().market() == Market.PERP ? rules.takerFeePpm() : 0;
    BigDecimal withFee =
        FixedPoint.toDecimal(price.getAsLong(), instrument.priceScale())
            .multiply(BigDecimal.valueOf(1_000_000 + feePpm, 6));
    BigDecimal qty =
        FixedPoint.toDecimal(quoteScaled, instrument.cashScale())
            .divide(withFee, instrument.qtyScale(), RoundingMode.FLOOR);
    if (qty.compareTo(FixedPoint.toDecimal(Long.MAX_VALUE, instrument.qtyScale())) > 0) {
      return new Result.Unsized(RejectReason.QTY_TOO_LARGE);
    }
    long lots =
        inLots(listing, FixedPoint.fromDecimal(qty, instrument.qtyScale(), RoundingMode.FLOOR));
    return lots == 0
        ? new Result.Unsized(RejectReason.QTY_TOO_SMALL)
        : new Result.Sized(OptionalLong.of(lots));
  }

  private static long inLots(Listing listing, long qtyScaled) {
    return FixedPoint.toStep(qtyScaled, listing.filters().lot().step(), RoundingMode.FLOOR);
  }
}

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

  /**
   * Of an order that has not gone out.
   *
   * @param heldScaled what it may close where it is of the position
   */
  static Result of(Listing listing, OrderIntent intent, OptionalLong last, long heldScaled) {
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
        long held = heldInLots(listing, heldScaled);
        yield byVenue
            ? new Result.Sized(OptionalLong.empty())
            : held == 0
                ? new Result.Unsized(RejectReason.NOTHING_TO_REDUCE)
                : new Result.Sized(OptionalLong.of(held));
      }
    };
  }

  /**
   * How many a replacement asks for.
   *
   * @param heldScaled what it may close in place of the order where that is of the position
   */
  static Result again(Tracked order, OrderIntent next, OptionalLong last, long heldScaled) {
    boolean ofPosition = next.size() instanceof OrderSize.Position;
    Result all = of(order.listing, next, last, heldScaled);
    return all instanceof Result.Sized(OptionalLong qty) && qty.isPresent() && !ofPosition
        ? new Result.Sized(OptionalLong.of(qty.getAsLong() - order.filledScaled))
        : all;
  }

  /** What is held, in whole lots, as far as one order can be of it. */
  static long heldInLots(Listing listing, long heldScaled) {
    return Math.min(mostInLots(listing), inLots(listing, heldScaled));
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

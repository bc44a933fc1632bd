package io.tradewind.simulation.exchange.spot;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.FilterKind;
import java.util.Optional;
import java.util.OptionalLong;

/** The filters of a listing that ask about a price. */
final class PriceFilters {
  private final SpotMarket market;
  private final Account account;

  PriceFilters(SpotMarket market, Account account) {
    this.market = market;
    this.account = account;
  }

  /** What an unlimited account is not asked. */
  boolean isSpared(Filter filter) {
    return account.terms().unlimited()
        && switch (filter) {
          case Filter.Notional _,
              Filter.PercentPriceBySide _,
              Filter.MaxPosition _,
              Filter.MaxOpen _,
              Filter.MaxAmends _ ->
              true;
          case Filter.Price _,
              Filter.Lot _,
              Filter.MarketLot _,
              Filter.IcebergParts _,
              Filter.TrailingDelta _ ->
              false;
        };
  }

  /** What a limit that was found in the book is refused for. */
  Optional<Refusal> check(Side side, long priceE8, long qtyE8) {
    for (Filter filter : market.listing.filters()) {
      if (!isSpared(filter) && !passes(filter, side, priceE8, qtyE8)) {
        return Optional.of(new Refusal.FilterFailure(filter.kind()));
      }
    }
    return worth(priceE8, qtyE8);
  }

  private boolean passes(Filter filter, Side side, long priceE8, long qtyE8) {
    return switch (filter) {
      case Filter.Price price -> price.admits(priceE8);
      case Filter.Notional notional -> notional(notional, priceE8, qtyE8, false);
      case Filter.PercentPriceBySide percent -> percent(percent, side, priceE8);
      case Filter.Lot _,
          Filter.MarketLot _,
          Filter.IcebergParts _,
          Filter.TrailingDelta _,
          Filter.MaxPosition _,
          Filter.MaxOpen _,
          Filter.MaxAmends _ ->
          true;
    };
  }

  static boolean notional(Filter.Notional filter, long priceE8, long qtyE8, boolean marketLike) {
    return Amounts.fits(priceE8, qtyE8)
        && filter.admits(Amounts.quoteDownE8(priceE8, qtyE8), marketLike);
  }

  boolean percent(Filter.PercentPriceBySide filter, Side side, long priceE8) {
    OptionalLong averageE8 = market.averageE8(filter.averageMinutes());
    return averageE8.isEmpty() || filter.admits(side == Side.BUY, priceE8, averageE8.getAsLong());
  }

  /** Nothing is taken of which the worth is no number. */
  static Optional<Refusal> worth(long priceE8, long qtyE8) {
    if (!Amounts.fits(priceE8, qtyE8)) {
      return Optional.of(new Refusal.FilterFailure(FilterKind.NOTIONAL));
    }
    return Amounts.quoteDownE8(priceE8, qtyE8) == 0
        ? Optional.of(RefusalReason.NOTIONAL_IS_ZERO)
        : Optional.empty();
  }
}

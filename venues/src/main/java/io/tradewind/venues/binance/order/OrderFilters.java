package io.tradewind.venues.binance.order;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.Side;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.SymbolFilters.Bands;
import io.tradewind.venues.binance.model.SymbolFilters.Notional;
import io.tradewind.venues.binance.model.SymbolFilters.Steps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the venue would refuse by its filters, found before it is sent. What depends on the market's
 * price is looked at only where one is known here; the venue has the last word.
 */
public final class OrderFilters {
  private static final Optional<RejectReason> FINE = Optional.empty();
  private static final long ONE_E8 = 100_000_000L;

  private final Listing listing;
  private final OptionalLong lastScaled;

  /**
   * Of an instrument.
   *
   * @param lastScaled what its market pays, in price scale, where it is known
   */
  public OrderFilters(Listing listing, OptionalLong lastScaled) {
    this.listing = listing;
    this.lastScaled = lastScaled;
  }

  /**
   * Why an order of this quantity would be refused; empty where nothing speaks against it. Whether
   * the symbol is traded only the venue knows: it may be by now.
   */
  public Optional<RejectReason> check(OrderIntent intent, OptionalLong qtyScaled) {
    boolean atMarket = intent.terms() instanceof OrderTerms.Market;
    return first(
        qtyScaled.isPresent() ? qty(qtyScaled.getAsLong(), atMarket) : FINE,
        legs(intent.terms(), intent.side()),
        prices(intent),
        shown(intent.terms(), qtyScaled),
        notional(intent, qtyScaled));
  }

  @SafeVarargs
  private static Optional<RejectReason> first(Optional<RejectReason>... all) {
    for (Optional<RejectReason> each : all) {
      if (each.isPresent()) {
        return each;
      }
    }
    return FINE;
  }

  private Optional<RejectReason> qty(long qtyScaled, boolean atMarket) {
    Steps lot = listing.filters().lot();
    Steps marketLot = listing.filters().marketLot();
    boolean offMarket = atMarket && marketLot.step() > 0 && qtyScaled % marketLot.step() != 0;
    if (qtyScaled % lot.step() != 0 || offMarket) {
      return Optional.of(RejectReason.QTY_OFF_LOT);
    }
    if (qtyScaled < lot.min() || (atMarket && qtyScaled < marketLot.min()) || qtyScaled == 0) {
      return Optional.of(RejectReason.QTY_TOO_SMALL);
    }
    return qtyScaled > lot.max() || (atMarket && qtyScaled > marketLot.max())
        ? Optional.of(RejectReason.QTY_TOO_LARGE)
        : FINE;
  }

  private static Optional<RejectReason> legs(OrderTerms terms, Side side) {
    return switch (terms) {
      case OrderTerms.Oco oco -> apart(side, oco.targetScaled(), oco.stopScaled());
      case OrderTerms.Bracket bracket ->
          apart(side.opposite(), bracket.targetScaled(), bracket.stopScaled());
      case OrderTerms.Market _,
          OrderTerms.Limit _,
          OrderTerms.Stop _,
          OrderTerms.StopLimit _,
          OrderTerms.TakeProfit _,
          OrderTerms.TrailingStop _,
          OrderTerms.Iceberg _ ->
          FINE;
    };
  }

  /** Who sells has his target above his stop. */
  private static Optional<RejectReason> apart(Side side, long target, long stop) {
    boolean apart = side == Side.SELL ? target > stop : target < stop;
    return apart ? FINE : Optional.of(RejectReason.LEGS_CROSSED);
  }

  private Optional<RejectReason> prices(OrderIntent intent) {
    Steps steps = listing.filters().price();
    for (long price : all(intent.terms())) {
      if (price % steps.step() != 0) {
        return Optional.of(RejectReason.PRICE_OFF_TICK);
      }
      if (price < steps.min() || price > steps.max()) {
        return Optional.of(RejectReason.PRICE_OUT_OF_RANGE);
      }
    }
    for (long limit : limits(intent.terms())) {
      if (isOutOfBand(intent.side(), limit)) {
        return Optional.of(RejectReason.PRICE_OUT_OF_RANGE);
      }
    }
    return FINE;
  }

  /**
   * Futures bound a buyer above and a seller below, spot both on both sides; targets and stops of
   * brackets are looked at when they come to the market.
   */
  private boolean isOutOfBand(Side side, long limit) {
    Bands bands = listing.filters().bands();
    if (lastScaled.isEmpty()) {
      return false;
    }
    long last = lastScaled.getAsLong();
    boolean spot = listing.instrument().id().market() == Market.SPOT;
    long up = side == Side.BUY ? bands.bidUp() : bands.askUp();
    long down = side == Side.BUY ? bands.bidDown() : bands.askDown();
    boolean over = up > 0 && limit > times(last, up) && (spot || side == Side.BUY);
    return over || (down > 0 && limit < times(last, down) && (spot || side == Side.SELL));
  }

  private static long times(long price, long multiplierE8) {
    return FixedPoint.mulDiv(price, multiplierE8, ONE_E8, RoundingMode.HALF_EVEN);
  }

  /** Every price that the venue would hold against its tick. */
  static List<Long> all(OrderTerms terms) {
    List<Long> prices = new ArrayList<>(limits(terms));
    switch (terms) {
      case OrderTerms.Stop stop -> prices.add(stop.triggerScaled());
      case OrderTerms.StopLimit stop -> prices.add(stop.triggerScaled());
      case OrderTerms.TakeProfit target -> prices.add(target.triggerScaled());
      case OrderTerms.TrailingStop stop -> {
        prices.add(stop.activationScaled());
        stop.stopScaled().ifPresent(prices::add);
      }
      case OrderTerms.Oco oco -> prices.add(oco.stopScaled());
      case OrderTerms.Bracket bracket -> {
        prices.add(bracket.targetScaled());
        prices.add(bracket.stopScaled());
        prices.addAll(all(bracket.entry()));
      }
      case OrderTerms.Market _, OrderTerms.Limit _, OrderTerms.Iceberg _ -> {}
    }
    return prices;
  }

  private static List<Long> limits(OrderTerms terms) {
    return switch (terms) {
      case OrderTerms.Limit limit -> List.of(limit.priceScaled());
      case OrderTerms.StopLimit stop -> List.of(stop.limitScaled());
      case OrderTerms.Iceberg iceberg -> List.of(iceberg.priceScaled());
      case OrderTerms.Oco oco -> List.of(oco.targetScaled());
      case OrderTerms.Bracket bracket -> limits(bracket.entry());
      case OrderTerms.Market _,
          OrderTerms.Stop _,
          OrderTerms.TakeProfit _,
          OrderTerms.TrailingStop _ ->
          List.of();
    };
  }

  private Optional<RejectReason> shown(OrderTerms terms, OptionalLong qtyScaled) {
    if (!(terms instanceof OrderTerms.Iceberg iceberg)) {
      return FINE;
    }
    if (listing.instrument().id().market() == Market.PERP
        || (qtyScaled.isPresent() && iceberg.visibleQtyScaled() > qtyScaled.getAsLong())) {
      return Optional.of(RejectReason.UNSUPPORTED_TYPE);
    }
    return qty(iceberg.visibleQtyScaled(), false);
  }

  private Optional<RejectReason> notional(OrderIntent intent, OptionalLong qtyScaled) {
    Notional bounds = listing.filters().notional();
    boolean atMarket = intent.terms() instanceof OrderTerms.Market;
    boolean reducesFutures =
        intent.reduceOnly() && listing.instrument().id().market() == Market.PERP;
    OptionalLong quote = quote(intent, qtyScaled);
    if (quote.isEmpty() || reducesFutures) {
      return FINE;
    }
    if (quote.getAsLong() < bounds.min() && (!atMarket || bounds.minToMarket())) {
      return Optional.of(RejectReason.NOTIONAL_TOO_SMALL);
    }
    return quote.getAsLong() > bounds.max() && (!atMarket || bounds.maxToMarket())
        ? Optional.of(RejectReason.NOTIONAL_TOO_LARGE)
        : FINE;
  }

  private OptionalLong quote(OrderIntent intent, OptionalLong qtyScaled) {
    if (intent.size() instanceof OrderSize.Budget budget) {
      return OptionalLong.of(budget.quoteScaled());
    }
    List<Long> limits = limits(intent.terms());
    OptionalLong price =
        limits.isEmpty()
            ? lastScaled
            : OptionalLong.of(limits.stream().mapToLong(x -> x).min().getAsLong());
    if (price.isEmpty() || qtyScaled.isEmpty()) {
      return OptionalLong.empty();
    }
    Instrument instrument = listing.instrument();
    BigDecimal exact =
        FixedPoint.toDecimal(price.getAsLong(), instrument.priceScale())
            .multiply(FixedPoint.toDecimal(qtyScaled.getAsLong(), instrument.qtyScale()));
    BigDecimal most = FixedPoint.toDecimal(Long.MAX_VALUE, instrument.cashScale());
    // More than can be reckoned with is more than any venue takes.
    return OptionalLong.of(
        FixedPoint.fromDecimal(exact.min(most), instrument.cashScale(), RoundingMode.HALF_EVEN));
  }
}

package io.tradewind.simulation.exchange.spot;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.FilterKind;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.matching.SelfTradeMode;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is asked of an order before the book and the balance are looked at: is the market open, does
 * the listing have such orders, do they pass the filters, is the client id free. An unlimited
 * account may place as many as it likes, as small as it likes, wherever it likes: what it shows is
 * many people's.
 */
final class OrderRules {
  private static final Optional<Refusal> FINE = Optional.empty();

  private final SpotMarket market;
  private final Customer customer;
  private final List<Filter.MaxOpen> exchangeFilters;
  private final PriceFilters prices;

  OrderRules(SpotMarket market, Customer customer, List<Filter.MaxOpen> exchangeFilters) {
    this.market = market;
    this.customer = customer;
    this.exchangeFilters = exchangeFilters;
    this.prices = new PriceFilters(market, customer.account);
  }

  /** Orders that are placed together; the first that fails anything speaks. */
  Optional<Refusal> check(List<NewOrder> orders, boolean list) {
    if (market.listing.status() != ListingStatus.TRADING) {
      return Optional.of(RefusalReason.MARKET_CLOSED);
    }
    return first(orders, this::kind)
        .or(() -> first(orders, this::filters))
        .or(() -> counts(orders, list))
        .or(() -> first(orders, this::terms))
        .or(() -> room(orders));
  }

  private interface Rule {
    Optional<Refusal> ask(NewOrder order);
  }

  private static Optional<Refusal> first(List<NewOrder> orders, Rule rule) {
    return orders.stream().map(rule::ask).flatMap(Optional::stream).findFirst();
  }

  private Optional<Refusal> kind(NewOrder order) {
    Listing.Allowed allowed = market.listing.allowed();
    OrderTerms terms = order.terms();
    if (!allowed.types().contains(terms.type())) {
      return Optional.of(RefusalReason.TYPE_NOT_SUPPORTED);
    }
    if (terms.icebergQtyE8().isPresent() && !allows(Feature.ICEBERG)) {
      return Optional.of(RefusalReason.ICEBERG_NOT_SUPPORTED);
    }
    if (trailingBps(terms).isPresent() && !allows(Feature.TRAILING_STOP)) {
      return Optional.of(RefusalReason.TRAILING_NOT_SUPPORTED);
    }
    return terms instanceof OrderTerms.MarketByQuote && !allows(Feature.QUOTE_MARKET)
        ? Optional.of(RefusalReason.QUOTE_MARKET_NOT_SUPPORTED)
        : terms.peg().flatMap(peg -> peg(terms, peg.priceType()));
  }

  /** Whether an order of this kind may be pegged so. */
  private Optional<Refusal> peg(OrderTerms terms, Peg.PriceType to) {
    if (!allows(Feature.PEG)) {
      return Optional.of(RefusalReason.PEG_NOT_SUPPORTED);
    }
    if (terms.type() == OrderType.LIMIT_MAKER && to == Peg.PriceType.MARKET_PEG) {
      return Optional.of(RefusalReason.PEG_NOT_OF_TYPE);
    }
    boolean waits = terms.timeInForce() == TimeInForce.GTC;
    return terms.type() == OrderType.LIMIT && to == Peg.PriceType.PRIMARY_PEG && !waits
        ? Optional.of(RefusalReason.PEG_NOT_OF_TIME_IN_FORCE)
        : FINE;
  }

  private boolean allows(Feature feature) {
    return market.listing.allowed().features().contains(feature);
  }

  private static Optional<Integer> trailingBps(OrderTerms terms) {
    return terms
        .trigger()
        .filter(it -> it.trailingDeltaBps().isPresent())
        .map(it -> it.trailingDeltaBps().getAsInt());
  }

  private Optional<Refusal> filters(NewOrder order) {
    for (Filter filter : market.listing.filters()) {
      if (!prices.isSpared(filter) && !passes(filter, order)) {
        return Optional.of(new Refusal.FilterFailure(filter.kind()));
      }
    }
    return FINE;
  }

  private boolean passes(Filter filter, NewOrder order) {
    OrderTerms terms = order.terms();
    return switch (filter) {
      case Filter.Price price ->
          terms.limitPriceE8().stream().allMatch(price::admits)
              && terms.trigger().stream()
                  .flatMapToLong(it -> it.stopPriceE8().stream())
                  .allMatch(price::admits);
      case Filter.Lot lot ->
          terms.qtyE8().stream().allMatch(lot::admits)
              && terms.icebergQtyE8().stream().allMatch(lot::admits);
      case Filter.MarketLot lot ->
          !(terms instanceof OrderTerms.Market) || terms.qtyE8().stream().allMatch(lot::admits);
      case Filter.Notional notional -> notional(notional, terms);
      case Filter.PercentPriceBySide percent ->
          terms.limitPriceE8().stream()
              .allMatch(priceE8 -> prices.percent(percent, order.side(), priceE8));
      case Filter.IcebergParts parts ->
          terms.icebergQtyE8().stream()
              .allMatch(visible -> parts.admits(terms.qtyE8().orElseThrow(), visible));
      case Filter.TrailingDelta delta ->
          trailingBps(terms).stream().allMatch(bps -> delta.admits(isAbove(order), bps));
      case Filter.MaxPosition most -> order.side() == Side.SELL || position(most, terms);
      case Filter.MaxOpen _, Filter.MaxAmends _ -> true;
    };
  }

  private static boolean isAbove(NewOrder order) {
    return switch (order.terms()) {
      case OrderTerms.StopMarket stop -> stop.kind().isAbove(order.side());
      case OrderTerms.StopLimit stop -> stop.kind().isAbove(order.side());
      case OrderTerms.Limit _,
          OrderTerms.LimitMaker _,
          OrderTerms.Market _,
          OrderTerms.MarketByQuote _ ->
          false;
    };
  }

  private boolean notional(Filter.Notional filter, OrderTerms terms) {
    if (terms instanceof OrderTerms.MarketByQuote byQuote) {
      return filter.admits(byQuote.quoteQtyE8(), true);
    }
    boolean marketLike = terms.limitPrice().isEmpty();
    OptionalLong priceE8 =
        marketLike ? market.averageE8(filter.averageMinutes()) : terms.limitPriceE8();
    return priceE8.isEmpty()
        || PriceFilters.notional(
            filter, priceE8.getAsLong(), terms.qtyE8().orElseThrow(), marketLike);
  }

  private boolean position(Filter.MaxPosition filter, OrderTerms terms) {
    Account account = customer.account;
    String base = market.listing.base();
    long room = filter.maxE8() - account.freeE8(base);
    room = room < 0 ? room : room - account.lockedE8(base);
    for (SpotOrder open : customer.book(market.listing.symbol()).open()) {
      room = open.side() == Side.SELL || room < 0 ? room : room - open.openE8();
    }
    return room >= terms.qtyE8().orElse(0);
  }

  private Optional<Refusal> counts(List<NewOrder> orders, boolean list) {
    for (Filter filter : market.listing.filters()) {
      if (filter instanceof Filter.MaxOpen most
          && !prices.isSpared(most)
          && !isRoom(most, orders, list)) {
        return Optional.of(new Refusal.FilterFailure(most.kind()));
      }
    }
    for (Filter.MaxOpen most : exchangeFilters) {
      if (!prices.isSpared(most) && !isRoom(most, orders, list)) {
        return Optional.of(new Refusal.FilterFailure(most.kind()));
      }
    }
    return FINE;
  }

  private boolean isRoom(Filter.MaxOpen most, List<NewOrder> orders, boolean list) {
    long more =
        most.counted() == Filter.Counted.ORDER_LISTS
            ? (list ? 1 : 0)
            : orders.stream().filter(it -> Customer.counts(most.counted(), it)).count();
    if (more == 0) {
      return true;
    }
    long now =
        most.scope() == Filter.Scope.SYMBOL
            ? customer.count(most.counted(), market.listing.symbol())
            : customer.count(most.counted());
    return now + more <= most.limit();
  }

  private Optional<Refusal> terms(NewOrder order) {
    OrderTerms terms = order.terms();
    SelfTradeMode mode = order.selfTradeMode().orElse(market.listing.allowed().selfTradeMode());
    if (!market.listing.allowed().selfTradeModes().contains(mode)) {
      return Optional.of(RefusalReason.SELF_TRADE_MODE_NOT_ALLOWED);
    }
    if (customer.book(order.symbol()).isTaken(order.clientOrderId())) {
      return Optional.of(RefusalReason.DUPLICATE_ORDER);
    }
    OptionalLong qtyE8 = terms.qtyE8();
    if (qtyE8.isEmpty()) {
      return FINE;
    }
    if (terms.icebergQtyE8().orElse(0) > qtyE8.getAsLong()) {
      return Optional.of(RefusalReason.ICEBERG_EXCEEDS_QTY);
    }
    return amount(terms, qtyE8.getAsLong());
  }

  /** Nothing is taken with which the sum of all that is open on a side is no number. */
  private Optional<Refusal> room(List<NewOrder> orders) {
    long[] moreE8 = new long[Side.values().length];
    for (NewOrder order : orders) {
      int side = order.side().ordinal();
      long qtyE8 = order.terms().qtyE8().orElse(0);
      if (qtyE8 > Long.MAX_VALUE - moreE8[side]
          || !market.hasRoom(order.side(), moreE8[side] + qtyE8)) {
        return Optional.of(new Refusal.FilterFailure(FilterKind.LOT_SIZE));
      }
      moreE8[side] += qtyE8;
    }
    return FINE;
  }

  /** Nothing is taken of which the worth is no number. */
  private static Optional<Refusal> amount(OrderTerms terms, long qtyE8) {
    OptionalLong priceE8 =
        terms.limitPriceE8().isPresent()
            ? terms.limitPriceE8()
            : terms.trigger().map(StopCondition::stopPriceE8).orElse(OptionalLong.empty());
    return priceE8.isEmpty() ? FINE : PriceFilters.worth(priceE8.getAsLong(), qtyE8);
  }

  /** Whether an amendment passes what it can fail. */
  Optional<Refusal> checkAmend(SpotOrder order, long newQtyE8) {
    if (!allows(Feature.AMEND)) {
      return Optional.of(RefusalReason.AMEND_NOT_SUPPORTED);
    }
    if (newQtyE8 == order.origE8) {
      return Optional.of(RefusalReason.AMEND_CHANGES_NOTHING);
    }
    if (newQtyE8 > order.origE8) {
      return Optional.of(RefusalReason.AMEND_INCREASES);
    }
    if (newQtyE8 <= order.executedE8 + order.preventedE8) {
      return Optional.of(RefusalReason.AMEND_BELOW_EXECUTED);
    }
    OrderTerms terms = order.order.terms().withQtyE8(newQtyE8);
    return amendFilters(order, terms, newQtyE8)
        .or(() ->
            terms.icebergQtyE8().orElse(0) > newQtyE8
                ? Optional.of(RefusalReason.ICEBERG_EXCEEDS_QTY)
                : FINE);
  }

  private Optional<Refusal> amendFilters(SpotOrder order, OrderTerms terms, long newQtyE8) {
    for (Filter filter : market.listing.filters()) {
      boolean passes =
          switch (filter) {
            case Filter.Lot lot -> terms.qtyE8().stream().allMatch(lot::admits);
            case Filter.Notional notional ->
                notional(notional, terms)
                    && order.peggedE8.stream()
                        .allMatch(it -> PriceFilters.notional(notional, it, newQtyE8, false));
            case Filter.MaxAmends most -> order.amendments < most.limit();
            case Filter.Price _,
                Filter.MarketLot _,
                Filter.PercentPriceBySide _,
                Filter.IcebergParts _,
                Filter.TrailingDelta _,
                Filter.MaxPosition _,
                Filter.MaxOpen _ ->
                true;
          };
      if (!passes && !prices.isSpared(filter)) {
        return Optional.of(new Refusal.FilterFailure(filter.kind()));
      }
    }
    return FINE;
  }
}

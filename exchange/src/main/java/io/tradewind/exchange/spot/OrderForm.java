package io.tradewind.exchange.spot;

import static io.tradewind.exchange.request.WireError.badRequest;

import io.tradewind.core.order.Side;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import io.tradewind.exchange.wire.ClientIds;
import io.tradewind.simulation.exchange.spot.LimitPrice;
import io.tradewind.simulation.exchange.spot.NewOrder;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.exchange.spot.OrderType;
import io.tradewind.simulation.exchange.spot.Peg;
import io.tradewind.simulation.exchange.spot.StopCondition;
import io.tradewind.simulation.exchange.spot.StopKind;
import io.tradewind.simulation.exchange.spot.Strategy;
import io.tradewind.simulation.matching.SelfTradeMode;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads an order out of the parameters of a request. In lists of orders the names of its parameters
 * begin with its part, as in {@code aboveStopPrice}.
 */
final class OrderForm {
  static final String CLIENT_ID_RANGE = "^[a-zA-Z0-9-_.:/]{1,36}$";

  private final Parameters all;
  private final String part;
  private final ClientIds ids;

  /** Reads a single order. */
  OrderForm(Parameters all, ClientIds ids) {
    this(all, "", ids);
  }

  /** Reads the part of a list, such as {@code above}. */
  OrderForm(Parameters all, String part, ClientIds ids) {
    this.all = all;
    this.part = part;
    this.ids = ids;
  }

  /** The order; empty if anything is wrong, which the parameters tell. */
  Optional<NewOrder> order() {
    String symbol = all.text("symbol");
    Optional<Side> side = all.side("side");
    return side.flatMap(known -> order(symbol, known, all.optionalAmount("quantity")));
  }

  /** The order on a side, in a quantity that stands elsewhere. */
  Optional<NewOrder> order(String symbol, Side side, OptionalLong quantity) {
    Optional<OrderType> type = type();
    Optional<OrderTerms> terms =
        type.isEmpty() || all.error().isPresent()
            ? Optional.empty()
            : Optional.ofNullable(terms(type.get(), quantity).orElse(null));
    String clientId =
        clientId(all, part.isEmpty() ? "newClientOrderId" : name("clientOrderId"), ids);
    Strategy strategy = strategy();
    Optional<SelfTradeMode> mode = selfTradeMode(all);
    if (all.error().isPresent() || terms.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new NewOrder(symbol, clientId, side, terms.get(), mode, strategy));
  }

  /** A client's name for something, made up if there is none. */
  static String clientId(Parameters all, String name, ClientIds ids) {
    Optional<String> given = all.optional(name);
    if (given.isPresent() && !given.get().matches(CLIENT_ID_RANGE)) {
      all.fail(WireError.illegal(name, CLIENT_ID_RANGE));
    }
    return given.orElseGet(ids::next);
  }

  private Optional<OrderType> type() {
    String name = name("type");
    all.text(name);
    return all.choice(name, OrderType.class, badRequest(-1116, "Invalid orderType."));
  }

  /** How an order wants its owner's other orders treated. */
  static Optional<SelfTradeMode> selfTradeMode(Parameters all) {
    return all.choice(
        "selfTradePreventionMode",
        SelfTradeMode.class,
        badRequest(-1130, "Data sent for parameter 'selfTradePreventionMode' is not valid."));
  }

  private Strategy strategy() {
    OptionalLong id = all.optionalCount(name("strategyId"));
    OptionalLong type = all.optionalCount(name("strategyType"));
    if (type.isPresent() && type.getAsLong() < 1_000_000) {
      all.fail(badRequest(-1134, "strategyType was less than 1000000."));
    }
    if (type.isPresent() && type.getAsLong() > Integer.MAX_VALUE) {
      all.fail(badRequest(-1108, "Parameter '%s' overflowed.", name("strategyType")));
      return Strategy.NONE;
    }
    return new Strategy(
        id, type.isPresent() ? OptionalInt.of((int) type.getAsLong()) : OptionalInt.empty());
  }

  private Optional<? extends OrderTerms> terms(OrderType type, OptionalLong quantity) {
    return switch (type) {
      case LIMIT -> {
        forbid("stopPrice", "trailingDelta", "quoteOrderQty");
        yield limit(quantity);
      }
      case LIMIT_MAKER -> {
        forbid("timeInForce", "stopPrice", "trailingDelta", "quoteOrderQty");
        long qty = positive("quantity", quantity);
        Optional<LimitPrice> price = limitPrice();
        OptionalLong iceberg = iceberg();
        yield sound(() -> new OrderTerms.LimitMaker(qty, price.orElseThrow(), iceberg));
      }
      case MARKET -> market(quantity);
      case STOP_LOSS, TAKE_PROFIT -> {
        peg().refuse();
        forbid("price", "timeInForce", "quoteOrderQty", "icebergQty");
        long qty = positive("quantity", quantity);
        Optional<StopCondition> condition = condition();
        yield sound(() -> new OrderTerms.StopMarket(kind(type), qty, condition.orElseThrow()));
      }
      case STOP_LOSS_LIMIT, TAKE_PROFIT_LIMIT -> {
        forbid("quoteOrderQty");
        Optional<OrderTerms.Limit> limit = limit(quantity);
        Optional<StopCondition> condition = condition();
        yield sound(() ->
            new OrderTerms.StopLimit(kind(type), limit.orElseThrow(), condition.orElseThrow()));
      }
    };
  }

  private Optional<OrderTerms.Limit> limit(OptionalLong quantity) {
    String name = name("timeInForce");
    all.text(name);
    Optional<TimeInForce> time = timeInForce(all, name);
    long qty = positive("quantity", quantity);
    Optional<LimitPrice> price = limitPrice();
    OptionalLong iceberg = iceberg();
    if (iceberg.isPresent() && time.isPresent() && time.get() != TimeInForce.GTC) {
      all.fail(badRequest(-1128, "Combination of optional parameters invalid."));
    }
    return sound(() -> new OrderTerms.Limit(qty, price.orElseThrow(), time.orElseThrow(), iceberg));
  }

  /** How long an order lives, where it may take. */
  static Optional<TimeInForce> timeInForce(Parameters all, String name) {
    return all.choice(
        name,
        text ->
            Stream.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK)
                .filter(each -> each.name().equals(text))
                .findFirst(),
        badRequest(-1115, "Invalid timeInForce."));
  }

  private Optional<OrderTerms> market(OptionalLong quantity) {
    peg().refuse();
    forbid("price", "timeInForce", "stopPrice", "trailingDelta", "icebergQty");
    OptionalLong quote =
        part.isEmpty() ? all.optionalAmount("quoteOrderQty") : OptionalLong.empty();
    if (quantity.isPresent() && quote.isPresent()) {
      all.fail(badRequest(-1128, "Combination of optional parameters invalid."));
    }
    if (quantity.isEmpty() && quote.isEmpty()) {
      all.fail(
          part.isEmpty()
              ? WireError.missingBoth("quantity", "quoteOrderQty")
              : WireError.missing(name("quantity")));
    }
    if (quote.isPresent()) {
      long amount = positive("quoteOrderQty", quote);
      return sound(() -> new OrderTerms.MarketByQuote(amount));
    }
    long qty = positive("quantity", quantity);
    return sound(() -> new OrderTerms.Market(qty));
  }

  private Optional<StopCondition> condition() {
    OptionalLong stop = all.optionalAmount(name("stopPrice"));
    OptionalLong delta = all.optionalCount(name("trailingDelta"));
    if (stop.isEmpty() && delta.isEmpty()) {
      all.fail(WireError.missingBoth(name("stopPrice"), name("trailingDelta")));
    }
    if (stop.isPresent() && stop.getAsLong() == 0) {
      all.fail(badRequest(-1013, "Invalid price."));
    }
    if (delta.isPresent() && (delta.getAsLong() < 1 || delta.getAsLong() > 9999)) {
      all.fail(badRequest(-1013, "Filter failure: TRAILING_DELTA"));
    }
    return sound(() ->
        new StopCondition(
            stop,
            delta.isPresent() ? OptionalInt.of((int) delta.getAsLong()) : OptionalInt.empty()));
  }

  private static StopKind kind(OrderType type) {
    return type == OrderType.STOP_LOSS || type == OrderType.STOP_LOSS_LIMIT
        ? StopKind.STOP_LOSS
        : StopKind.TAKE_PROFIT;
  }

  /** A price; one of an order that is pegged may be missing. */
  private Optional<LimitPrice> limitPrice() {
    String name = name("price");
    Optional<Peg> peg = peg().peg();
    OptionalLong named = all.optionalAmount(name);
    if (named.isEmpty() && peg.isEmpty()) {
      all.fail(WireError.missing(name));
    }
    if (named.isPresent() && named.getAsLong() == 0) {
      all.fail(badRequest(-1013, "Invalid price."));
    }
    return sound(() ->
        peg.<LimitPrice>map(it -> new LimitPrice.Pegged(it, named))
            .orElseGet(() -> new LimitPrice.Fixed(named.orElseThrow())));
  }

  private PegForm peg() {
    return new PegForm(all, this::name);
  }

  /** A quantity of nothing shown is none. */
  private OptionalLong iceberg() {
    OptionalLong shown = all.optionalAmount(name("icebergQty"));
    return shown.isPresent() && shown.getAsLong() == 0 ? OptionalLong.empty() : shown;
  }

  private long positive(String name, OptionalLong value) {
    if (value.isEmpty()) {
      all.fail(WireError.missing(part.isEmpty() ? name : name(name)));
    } else if (value.getAsLong() == 0) {
      all.fail(badRequest(-1013, "Invalid quantity."));
    }
    return value.orElse(0);
  }

  private void forbid(String... names) {
    Stream.of(names)
        .map(this::name)
        .filter(all::has)
        .findFirst()
        .ifPresent(name -> all.fail(WireError.notRequired(name)));
  }

  /** Terms are only made of what was found in order. */
  private <T> Optional<T> sound(Supplier<T> terms) {
    return all.error().isPresent() ? Optional.empty() : Optional.of(terms.get());
  }

  private String name(String name) {
    return part.isEmpty()
        ? name
        : part + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}

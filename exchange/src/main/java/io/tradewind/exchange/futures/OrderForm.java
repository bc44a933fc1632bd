package io.tradewind.exchange.futures;

import static io.tradewind.exchange.request.WireError.badRequest;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import io.tradewind.exchange.wire.ClientIds;
import io.tradewind.simulation.exchange.futures.NewOrder;
import io.tradewind.simulation.exchange.futures.OrderTerms;
import io.tradewind.simulation.exchange.futures.PositionSide;
import io.tradewind.simulation.exchange.futures.PriceMatch;
import io.tradewind.simulation.matching.SelfTradeMode;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Reads an order out of the parameters of a request; what is wrong the parameters tell. */
final class OrderForm {
  private static final int LONGEST_ID = 36;
  private static final long LAST_MS = 253_402_300_799_000L;

  /** The last that can be told in nanoseconds. */
  private static final long LAST_COUNTED_MS = 9_000_000_000_000L;

  private static final long MILLI_NS = 1_000_000;
  private static final long SECOND_MS = 1000;

  private final Parameters all;
  private final Contracts contracts;
  private final ClientIds ids;

  OrderForm(Parameters all, Contracts contracts, ClientIds ids) {
    this.all = all;
    this.contracts = contracts;
    this.ids = ids;
  }

  /** The types that Binance knows; all but two are conditional. */
  enum Type {
    LIMIT,
    MARKET,
    STOP,
    STOP_MARKET,
    TAKE_PROFIT,
    TAKE_PROFIT_MARKET,
    TRAILING_STOP_MARKET
  }

  /** How long orders live, in Binance's words. */
  private enum Lives {
    GTC,
    IOC,
    FOK,
    GTX,
    GTD,
    RPI
  }

  /** What every order has. */
  record Head(String symbol, Side side, Type type, PositionSide positionSide) {}

  Optional<NewOrder> order() {
    Optional<Head> head = head();
    if (head.isEmpty()) {
      return Optional.empty();
    }
    if (head.get().type() != Type.LIMIT && head.get().type() != Type.MARKET) {
      all.fail(
          badRequest(
              -4120,
              "Order type not supported for this endpoint. Please use the Algo Order API endpoints"
                  + " instead."));
      return Optional.empty();
    }
    PriceMatch match = priceMatch(head.get().type() == Type.LIMIT);
    Optional<? extends OrderTerms> terms = terms(head.get(), match);
    boolean reduceOnly = all.flag("reduceOnly", false);
    String clientId = clientId("newClientOrderId");
    Optional<SelfTradeMode> mode = selfTradeMode();
    if (all.error().isPresent() || terms.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new NewOrder(
            head.get().symbol(),
            clientId,
            head.get().side(),
            head.get().positionSide(),
            terms.get(),
            reduceOnly,
            mode,
            match));
  }

  /** First what is missing, then what is unknown. */
  Optional<Head> head() {
    String symbol = all.text("symbol");
    all.text("side");
    all.text("type");
    contracts.listed(all, symbol);
    Optional<Side> side = all.side("side");
    Optional<Type> type = all.choice("type", Type.class, badRequest(-1116, "Invalid orderType."));
    PositionSide positionSide =
        all.choice("positionSide", PositionSide.class, badRequest(-4060, "Invalid position side."))
            .orElse(PositionSide.BOTH);
    return side.isEmpty() || type.isEmpty() || all.error().isPresent()
        ? Optional.empty()
        : Optional.of(new Head(symbol, side.get(), type.get(), positionSide));
  }

  private Optional<? extends OrderTerms> terms(Head head, PriceMatch match) {
    if (head.type() == Type.MARKET) {
      forbid("timeInForce");
      forbid("price");
      long qty = quantity(head.symbol());
      return sound(() -> new OrderTerms.Market(qty));
    }
    all.text("timeInForce");
    return limit(head.symbol(), head.side(), match);
  }

  /** At a limit, good till cancelled if nothing else is said. */
  Optional<OrderTerms.Limit> limit(String symbol, Side side, PriceMatch match) {
    Lives lives =
        all.choice("timeInForce", Lives.class, badRequest(-1115, "Invalid timeInForce."))
            .orElse(Lives.GTC);
    long qty = quantity(symbol);
    long price = match == PriceMatch.NONE ? price(symbol, "price") : matched(symbol, side, match);
    OptionalLong till = lives == Lives.GTD ? OptionalLong.of(goodTillNs()) : OptionalLong.empty();
    TimeInForce time =
        switch (lives) {
          case GTC, GTD -> TimeInForce.GTC;
          case IOC -> TimeInForce.IOC;
          case FOK -> TimeInForce.FOK;
          case GTX -> TimeInForce.POST_ONLY;
          case RPI -> TimeInForce.RPI;
        };
    return sound(() -> new OrderTerms.Limit(qty, price, time, till));
  }

  private long goodTillNs() {
    long ms = all.count("goodTillDate");
    if (ms >= LAST_MS) {
      all.fail(FuturesErrors.badGoodTillDate());
    }
    return (Math.min(ms, LAST_COUNTED_MS) - ms % SECOND_MS) * MILLI_NS;
  }

  private long matched(String symbol, Side side, PriceMatch match) {
    forbid("price");
    OptionalLong price = match.priceE8(contracts.depth(symbol, match.level()), side);
    if (price.isEmpty()) {
      all.fail(badRequest(-5041, "No depth matches this BBO order"));
    }
    return price.orElse(0);
  }

  PriceMatch priceMatch(boolean isLimit) {
    PriceMatch match =
        all.choice("priceMatch", PriceMatch.class, badRequest(-5037, "Invalid price match"))
            .orElse(PriceMatch.NONE);
    if (match != PriceMatch.NONE && !isLimit) {
      all.fail(
          badRequest(-5038, "Price match only supports order type: LIMIT, STOP AND TAKE_PROFIT"));
    }
    return match;
  }

  long quantity(String symbol) {
    long qty = all.amount("quantity");
    if (qty == 0) {
      all.fail(badRequest(-4003, "Quantity less than zero."));
    }
    checkDigits(qty, contracts.digits(symbol).qty());
    return qty;
  }

  /** A price above zero that must be there. */
  long price(String symbol, String name) {
    long price = all.amount(name);
    if (price == 0) {
      all.fail(badRequest(-4001, "Price less than 0."));
    }
    checkDigits(price, contracts.digits(symbol).price());
    return price;
  }

  private void checkDigits(long e8, int digits) {
    if (e8 % FixedPoint.pow10(Parameters.SCALE - digits) != 0) {
      all.fail(badRequest(-1111, "Precision is over the maximum defined for this asset."));
    }
  }

  /** A client's name for something, made up if there is none. */
  String clientId(String name) {
    Optional<String> given = all.optional(name);
    if (given.isPresent() && given.get().length() > LONGEST_ID) {
      all.fail(badRequest(-4015, "Client order id length should be less than 36 chars"));
    } else if (given.isPresent() && !given.get().matches("[.A-Z:/a-z0-9_-]+")) {
      all.fail(badRequest(-4015, "Client order id is not valid."));
    }
    return given.orElseGet(ids::next);
  }

  Optional<SelfTradeMode> selfTradeMode() {
    return all.choice(
        "selfTradePreventionMode",
        SelfTradeMode.class,
        badRequest(-5039, "Invalid self trade prevention mode"));
  }

  void forbid(String name) {
    if (all.has(name)) {
      all.fail(WireError.notRequired(name));
    }
  }

  /** Terms are only made of what was found in order. */
  <T> Optional<T> sound(Supplier<T> terms) {
    return all.error().isPresent() ? Optional.empty() : Optional.of(terms.get());
  }

  /** Whether the answer tells what became of the order, not only that it was taken. */
  static boolean wantsResult(Parameters all) {
    return all.choice(
            "newOrderRespType",
            text -> text.matches("ACK|RESULT") ? Optional.of(text) : Optional.empty(),
            badRequest(-1136, "Invalid newOrderRespType."))
        .equals(Optional.of("RESULT"));
  }
}

package io.tradewind.simulation.exchange.spot;

import io.tradewind.analytics.check.Check;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.Optional;
import java.util.OptionalLong;

/** What an order asks for, by type. All quantities and prices are above 0. */
public sealed interface OrderTerms {

  /** Its kind. */
  OrderType type();

  /** In base; empty for an order by quote. */
  OptionalLong qtyE8();

  /** Its limit; empty for market orders. */
  default Optional<LimitPrice> limitPrice() {
    return Optional.empty();
  }

  /** The limit that it names; empty for market orders, and for pegged ones that name none. */
  default OptionalLong limitPriceE8() {
    return limitPrice().map(LimitPrice::namedE8).orElse(OptionalLong.empty());
  }

  /** Where in the book it finds its limit. */
  default Optional<Peg> peg() {
    return limitPrice().flatMap(LimitPrice::peg);
  }

  /** How much of it is shown at a time; empty if all. */
  default OptionalLong icebergQtyE8() {
    return OptionalLong.empty();
  }

  /** What it waits for. */
  default Optional<StopCondition> trigger() {
    return Optional.empty();
  }

  /** How long it lives; {@link TimeInForce#GTC} where the type leaves no choice. */
  default TimeInForce timeInForce() {
    return TimeInForce.GTC;
  }

  /** The same in another quantity. */
  OrderTerms withQtyE8(long qtyE8);

  /**
   * Trades at its price or better.
   *
   * @param timeInForce not {@link TimeInForce#POST_ONLY}, which {@link LimitMaker} is, nor {@link
   *     TimeInForce#RPI}, which spot does not have
   * @param icebergQtyE8 only where it rests
   */
  record Limit(
      long qtyE8Value, LimitPrice price, TimeInForce timeInForce, OptionalLong icebergQtyE8)
      implements OrderTerms {
    public Limit {
      checkPositive("qtyE8", qtyE8Value);
      icebergQtyE8.ifPresent(it -> checkPositive("icebergQtyE8", it));
      Check.argument(
          timeInForce != TimeInForce.POST_ONLY && timeInForce != TimeInForce.RPI,
          "post only is LimitMaker, RPI is of futures");
      Check.argument(
          icebergQtyE8.isEmpty() || timeInForce == TimeInForce.GTC,
          "an iceberg is GTC, was %s",
          timeInForce);
    }

    /** At a price that it names. */
    public Limit(long qtyE8, long priceE8, TimeInForce timeInForce, OptionalLong icebergQtyE8) {
      this(qtyE8, new LimitPrice.Fixed(priceE8), timeInForce, icebergQtyE8);
    }

    /** All of it shown. */
    public Limit(long qtyE8, long priceE8, TimeInForce timeInForce) {
      this(qtyE8, priceE8, timeInForce, OptionalLong.empty());
    }

    @Override
    public OrderType type() {
      return OrderType.LIMIT;
    }

    @Override
    public OptionalLong qtyE8() {
      return OptionalLong.of(qtyE8Value);
    }

    @Override
    public Optional<LimitPrice> limitPrice() {
      return Optional.of(price);
    }

    @Override
    public Limit withQtyE8(long qtyE8) {
      return new Limit(qtyE8, price, timeInForce, icebergQtyE8);
    }
  }

  /** Rests at its price, and is refused where it would take. */
  record LimitMaker(long qtyE8Value, LimitPrice price, OptionalLong icebergQtyE8)
      implements OrderTerms {
    public LimitMaker {
      checkPositive("qtyE8", qtyE8Value);
      icebergQtyE8.ifPresent(it -> checkPositive("icebergQtyE8", it));
    }

    /** At a price that it names. */
    public LimitMaker(long qtyE8, long priceE8, OptionalLong icebergQtyE8) {
      this(qtyE8, new LimitPrice.Fixed(priceE8), icebergQtyE8);
    }

    /** All of it shown. */
    public LimitMaker(long qtyE8, long priceE8) {
      this(qtyE8, priceE8, OptionalLong.empty());
    }

    @Override
    public OrderType type() {
      return OrderType.LIMIT_MAKER;
    }

    @Override
    public OptionalLong qtyE8() {
      return OptionalLong.of(qtyE8Value);
    }

    @Override
    public Optional<LimitPrice> limitPrice() {
      return Optional.of(price);
    }

    @Override
    public LimitMaker withQtyE8(long qtyE8) {
      return new LimitMaker(qtyE8, price, icebergQtyE8);
    }
  }

  /** Trades at any price. */
  record Market(long qtyE8Value) implements OrderTerms {
    public Market {
      checkPositive("qtyE8", qtyE8Value);
    }

    @Override
    public OrderType type() {
      return OrderType.MARKET;
    }

    @Override
    public OptionalLong qtyE8() {
      return OptionalLong.of(qtyE8Value);
    }

    @Override
    public Market withQtyE8(long qtyE8) {
      return new Market(qtyE8);
    }
  }

  /** Trades at any price as many lots as spend, or bring in, at most this amount. */
  record MarketByQuote(long quoteQtyE8) implements OrderTerms {
    public MarketByQuote {
      checkPositive("quoteQtyE8", quoteQtyE8);
    }

    @Override
    public OrderType type() {
      return OrderType.MARKET;
    }

    @Override
    public OptionalLong qtyE8() {
      return OptionalLong.empty();
    }

    @Override
    public MarketByQuote withQtyE8(long qtyE8) {
      throw new IllegalArgumentException("an order by quote has no quantity");
    }
  }

  /** Becomes {@link Market} when its trigger is met. */
  record StopMarket(StopKind kind, long qtyE8Value, StopCondition condition) implements OrderTerms {
    public StopMarket {
      checkPositive("qtyE8", qtyE8Value);
    }

    @Override
    public OrderType type() {
      return kind == StopKind.STOP_LOSS ? OrderType.STOP_LOSS : OrderType.TAKE_PROFIT;
    }

    @Override
    public OptionalLong qtyE8() {
      return OptionalLong.of(qtyE8Value);
    }

    @Override
    public Optional<StopCondition> trigger() {
      return Optional.of(condition);
    }

    @Override
    public StopMarket withQtyE8(long qtyE8) {
      return new StopMarket(kind, qtyE8, condition);
    }
  }

  /** Becomes {@link Limit} when its trigger is met. */
  record StopLimit(StopKind kind, Limit limit, StopCondition condition) implements OrderTerms {
    @Override
    public OrderType type() {
      return kind == StopKind.STOP_LOSS ? OrderType.STOP_LOSS_LIMIT : OrderType.TAKE_PROFIT_LIMIT;
    }

    @Override
    public OptionalLong qtyE8() {
      return limit.qtyE8();
    }

    @Override
    public Optional<LimitPrice> limitPrice() {
      return limit.limitPrice();
    }

    @Override
    public OptionalLong icebergQtyE8() {
      return limit.icebergQtyE8();
    }

    @Override
    public TimeInForce timeInForce() {
      return limit.timeInForce();
    }

    @Override
    public Optional<StopCondition> trigger() {
      return Optional.of(condition);
    }

    @Override
    public StopLimit withQtyE8(long qtyE8) {
      return new StopLimit(kind, limit.withQtyE8(qtyE8), condition);
    }
  }

  private static void checkPositive(String name, long value) {
    Check.argument(value > 0, "%s must be > 0, was %s", name, value);
  }
}

package io.tradewind.simulation.venue;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderCodec;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An order that stands at the venue, its terms taken apart for speed. */
final class RestingOrder {
  private static final long NEVER_BELOW = Long.MIN_VALUE;
  private static final long NEVER_ABOVE = Long.MAX_VALUE;
  private static final long NOT_YET = Long.MIN_VALUE;

  /** What the order waits for. */
  enum Kind {
    /** The next price. */
    MARKET,
    /** A price as good as its limit. */
    LIMIT,
    /** A price that has come our way to its level. */
    TOUCH,
    /** A price that has gone against us to its level. */
    STOP,
    /** As STOP, and is a LIMIT from then on. */
    STOP_LIMIT,
    /** As STOP, with a level that follows. */
    TRAILING,
    /** A STOP with a LIMIT on its other side. */
    OCO,
    /** A LIMIT that shows a part of itself in each candle. */
    ICEBERG
  }

  private final OrderIntent intent;
  private final boolean sells;
  private OrderTerms terms;
  private Kind kind = Kind.MARKET;
  private long level;
  private long limit;
  private long trailPpm;
  private long activation;
  private boolean hasTrailed;
  private long filledQty;
  private long spent;
  private boolean crosses;
  private Joined joined = Joined.BEFORE;
  private long joinedAt;
  private long visible = Long.MAX_VALUE;
  private long shownNs = NOT_YET;
  private long grown;
  private @Nullable RestingOrder target;
  private OrderTerms.@Nullable Bracket bracket;
  private @Nullable QueuePlace place;
  private boolean wholeIsThere;

  RestingOrder(OrderIntent intent) {
    this(intent, intent.terms());
  }

  private RestingOrder(OrderIntent intent, OrderTerms terms) {
    this.intent = intent;
    this.sells = intent.side() == Side.SELL;
    this.terms = terms;
    set(Kind.MARKET, 0);
    take(terms);
  }

  void join(Joined moment, long price) {
    joined = moment;
    joinedAt = price;
    crosses = false;
    if (target != null) {
      target.join(moment, price);
    }
  }

  /** Notes whether the price is already there as the order comes: then it takes liquidity. */
  void meet(long price) {
    crosses = isLimit() && price > 0 && isReachedBy(price);
    if (target != null) {
      target.meet(price);
    }
  }

  /** Whether the price was already there when the order came. */
  boolean crosses() {
    return crosses;
  }

  /** Takes new terms; how far a trailing stop has come is kept. */
  void amend(OrderTerms next) {
    terms = next;
    take(next);
  }

  private void take(OrderTerms next) {
    target = null;
    switch (next) {
      case OrderTerms.Market _ -> kind = Kind.MARKET;
      case OrderTerms.Limit order -> set(Kind.LIMIT, order.priceScaled());
      case OrderTerms.TakeProfit order -> set(Kind.TOUCH, order.triggerScaled());
      case OrderTerms.Stop order -> set(Kind.STOP, order.triggerScaled());
      case OrderTerms.StopLimit order -> {
        set(Kind.STOP_LIMIT, order.triggerScaled());
        limit = order.limitScaled();
      }
      case OrderTerms.TrailingStop order -> {
        long stop = order.stopScaled().orElse(sells ? NEVER_BELOW : NEVER_ABOVE);
        set(Kind.TRAILING, hasTrailed && !isTighter(stop) ? level : stop);
        trailPpm = order.trailPpm();
        activation = order.activationScaled();
      }
      case OrderTerms.Oco order -> {
        set(Kind.OCO, order.stopScaled());
        target = new RestingOrder(intent, new OrderTerms.Limit(order.targetScaled(), false));
        target.join(joined, joinedAt);
      }
      case OrderTerms.Bracket order -> {
        bracket = order;
        take(order.entry());
      }
      case OrderTerms.Iceberg order -> {
        set(Kind.ICEBERG, order.priceScaled());
        visible = order.visibleQtyScaled();
      }
    }
  }

  private void set(Kind next, long price) {
    kind = next;
    level = price;
  }

  /** A stop-limit has been triggered: from now on it is its limit. */
  void becomeLimit(Joined moment, long price) {
    set(Kind.LIMIT, limit);
    join(moment, price);
    meet(price);
  }

  /** A stop has been triggered: what is not filled at once waits for the next price. */
  void becomeMarket() {
    kind = Kind.MARKET;
    target = null;
  }

  /** Whether its trigger was reached and it still stands. */
  boolean isTriggered() {
    return (kind == Kind.MARKET && !(terms instanceof OrderTerms.Market))
        || (kind == Kind.LIMIT && terms instanceof OrderTerms.StopLimit);
  }

  /** The leg that waits for a price that is good for it: of an OCO its limit, else itself. */
  RestingOrder passiveLeg() {
    return target == null ? this : target;
  }

  /** What it brings with it once it is filled. */
  OrderTerms.@Nullable Bracket bracket() {
    return bracket;
  }

  /** Stands for more than it did: more of its entry has been filled. */
  void grow(long qty) {
    grown += qty;
  }

  /** The most that one candle fills. */
  long visibleQty() {
    return visible;
  }

  /** It has shown itself in the candle that opened then. */
  void show(long openNs) {
    if (kind == Kind.ICEBERG) {
      shownNs = openNs;
    }
  }

  /** The open of the candle in which it last showed itself. */
  long shownNs() {
    return shownNs;
  }

  /** Its place in the queue at its price, where orders queue; null before it has one. */
  @Nullable QueuePlace place() {
    return place;
  }

  void place(@Nullable QueuePlace next) {
    place = next;
  }

  /** Whether no part of it may be filled. */
  boolean isAllOrNone() {
    return !wholeIsThere && intent.timeInForce() instanceof TimeInForce.FillOrKill;
  }

  /** All of it can be filled now, though part by part. */
  void findWhole() {
    wholeIsThere = true;
  }

  /** Whether it fills at its price or better only. */
  boolean isLimit() {
    return kind == Kind.LIMIT || kind == Kind.ICEBERG;
  }

  /** Whether it waits for a price that is good for it. */
  boolean isPassive() {
    return isLimit() || kind == Kind.TOUCH;
  }

  OrderIntent intent() {
    return intent;
  }

  Kind kind() {
    return kind;
  }

  boolean sells() {
    return sells;
  }

  /** Limit, trigger or stop as it stands. */
  long level() {
    return level;
  }

  Joined joined() {
    return joined;
  }

  /** Whether it came to stand on the way through the candle. */
  boolean isWithin() {
    return joined == Joined.RISING || joined == Joined.FALLING;
  }

  /** The price at which it joined the candle; only where it did so within. */
  long joinedAt() {
    return joinedAt;
  }

  boolean waitsForFall() {
    return switch (kind) {
      case MARKET -> false;
      case LIMIT, TOUCH, ICEBERG -> !sells;
      case STOP, STOP_LIMIT, TRAILING, OCO -> sells;
    };
  }

  /** Whether it waits for a trigger. */
  boolean hasTrigger() {
    return isStop() || kind == Kind.TOUCH;
  }

  boolean isStop() {
    return switch (kind) {
      case STOP, STOP_LIMIT, TRAILING, OCO -> true;
      case MARKET, LIMIT, TOUCH, ICEBERG -> false;
    };
  }

  /** Whether this price is at the level or beyond. */
  boolean isReachedBy(long price) {
    return waitsForFall() ? price <= level : price >= level;
  }

  /** Whether the stop follows once the price has been this good. */
  boolean isActivatedBy(long best) {
    return sells ? best >= activation : best <= activation;
  }

  /** The better of the activation and a price: the least that makes the stop follow. */
  long leastActivation(long price) {
    return sells ? Math.max(activation, price) : Math.min(activation, price);
  }

  /**
   * Where the stop stands when this was the best price: on the tick, to the safe side, but never
   * beyond the best price itself, which a coarse tick would do.
   */
  long trailedFrom(long best, long tick) {
    RoundingMode safe = sells ? RoundingMode.CEILING : RoundingMode.FLOOR;
    RoundingMode back = sells ? RoundingMode.FLOOR : RoundingMode.CEILING;
    long factor = FixedPoint.pow10(6) + (sells ? -trailPpm : trailPpm);
    long stop =
        FixedPoint.toStep(FixedPoint.mulDiv(best, factor, FixedPoint.pow10(6), safe), tick, safe);
    long nearest = FixedPoint.toStep(best, tick, back);
    return sells ? Math.min(stop, nearest) : Math.max(stop, nearest);
  }

  /** Whether a stop here would be nearer than where it stands. */
  boolean isTighter(long stop) {
    return sells ? stop > level : stop < level;
  }

  void tighten(long stop) {
    if (isTighter(stop)) {
      hasTrailed = true;
      level = stop;
    }
  }

  void fill(long qty, long quote) {
    filledQty += qty;
    spent += quote;
  }

  /** What is left of a fixed quantity. */
  long remainingQty() {
    return intent.size() instanceof OrderSize.Base base ? base.qtyScaled() + grown - filledQty : 0;
  }

  /** What is left of a budget. */
  long remainingBudget() {
    return intent.size() instanceof OrderSize.Budget budget ? budget.quoteScaled() - spent : 0;
  }

  boolean isTouched() {
    return filledQty > 0;
  }

  void save(StateWriter out) {
    OrderCodec.write(out, intent);
    OrderCodec.writeTerms(out, terms);
    out.writeInt(kind.ordinal())
        .writeLong(level)
        .writeBoolean(hasTrailed)
        .writeBoolean(crosses)
        .writeLong(filledQty)
        .writeLong(spent)
        .writeInt(joined.ordinal())
        .writeLong(joinedAt)
        .writeLong(shownNs)
        .writeLong(grown)
        .writeBoolean(passiveLeg().crosses);
  }

  static RestingOrder load(StateReader in) {
    RestingOrder order = new RestingOrder(OrderCodec.read(in));
    order.amend(OrderCodec.readTerms(in));
    Kind kind = Kind.values()[in.readInt()];
    if (kind == Kind.MARKET) {
      order.becomeMarket();
    }
    order.kind = kind;
    order.level = in.readLong();
    order.hasTrailed = in.readBoolean();
    order.crosses = in.readBoolean();
    order.filledQty = in.readLong();
    order.spent = in.readLong();
    boolean crosses = order.crosses;
    order.join(Joined.values()[in.readInt()], in.readLong());
    order.crosses = crosses;
    order.shownNs = in.readLong();
    order.grown = in.readLong();
    order.passiveLeg().crosses = in.readBoolean();
    return order;
  }
}

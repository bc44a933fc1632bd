package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.venues.binance.model.OrderAnswer;
import io.tradewind.venues.binance.model.OrderAnswer.Prices;
import io.tradewind.venues.binance.model.UserEvent.OrderStatus;
import io.tradewind.venues.binance.order.ClientIds;
import io.tradewind.venues.binance.order.ClientIds.Part;
import io.tradewind.venues.binance.order.Leg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A leg as the venue lists it, with what our name of it says.
 *
 * @param filledScaled of all fills, also where a conditional order has become another one
 */
record LegRow(ClientIds.Name name, OrderAnswer answer, long filledScaled) {

  /** How it stands. What has been decided is the order's, however many were placed after it. */
  enum Kind {
    /** Not filled, or in part, and over. */
    ENDED,
    /** Stands, or waits for another one of its list. */
    STANDING,
    /** Filled or triggered. */
    DECIDED
  }

  Kind kind() {
    return switch (answer) {
      case OrderAnswer.Order order ->
          switch (order.status().orElse(OrderStatus.NEW)) {
            case NEW, PENDING_NEW, PARTIALLY_FILLED, PENDING_CANCEL -> Kind.STANDING;
            case FILLED -> Kind.DECIDED;
            case CANCELED, REJECTED, EXPIRED, EXPIRED_IN_MATCH -> Kind.ENDED;
          };
      case OrderAnswer.Conditional algo ->
          switch (algo.status()) {
            case "TRIGGERED", "FINISHED" -> Kind.DECIDED;
            case "CANCELED", "EXPIRED", "REJECTED" -> Kind.ENDED;
            default -> Kind.STANDING;
          };
    };
  }

  /** Whether nothing of it is to be asked for any more. */
  boolean isSpent() {
    return kind() == Kind.ENDED && filledScaled == 0;
  }

  /** Whether it waits for the first order of its list. */
  boolean isPending() {
    return answer instanceof OrderAnswer.Order order
        && order.status().filter(OrderStatus.PENDING_NEW::equals).isPresent();
  }

  Leg leg() {
    boolean conditional = answer instanceof OrderAnswer.Conditional;
    boolean closes = answer instanceof OrderAnswer.Conditional algo && algo.closesPosition();
    return new Leg(name.orderId(), name.part(), name.revision(), conditional, closes);
  }

  Prices prices() {
    return switch (answer) {
      case OrderAnswer.Order order -> order.prices();
      case OrderAnswer.Conditional algo -> algo.prices();
    };
  }

  /** In quantity scale; 0 where it closes the position. */
  long qtyScaled() {
    return switch (answer) {
      case OrderAnswer.Order order -> order.qtyScaled();
      case OrderAnswer.Conditional algo -> algo.qtyScaled();
    };
  }

  /**
   * Those that make up the order now: of each part what has been decided, else the latest that
   * stands, else the latest. On spot all parts of a list are of one revision.
   */
  static List<LegRow> current(List<LegRow> all, Market market) {
    Map<Object, LegRow> best = new LinkedHashMap<>();
    Comparator<LegRow> order =
        Comparator.comparing(LegRow::kind).thenComparingInt(row -> row.name.revision());
    for (LegRow row : all) {
      Object group = market == Market.SPOT ? market : row.name.part();
      best.merge(group, row, (old, next) -> order.compare(old, next) >= 0 ? old : next);
    }
    return all.stream()
        .filter(row -> {
          Object group = market == Market.SPOT ? market : row.name.part();
          LegRow chosen = best.get(group);
          return chosen != null && chosen.name.revision() == row.name.revision();
        })
        .toList();
  }

  /** The legs that an order would have been placed with. */
  static List<Leg> expected(OrderIntent intent, Market market) {
    List<Leg> legs = new ArrayList<>();
    OrderTerms terms =
        intent.terms() instanceof OrderTerms.Bracket bracket ? bracket.entry() : intent.terms();
    boolean perp = market == Market.PERP;
    boolean pair =
        terms instanceof OrderTerms.Oco
            || (terms instanceof OrderTerms.TrailingStop stop && stop.stopScaled().isPresent());
    boolean waits = isConditional(terms, true);
    if (pair) {
      legs.add(new Leg(intent.orderId(), Part.STOP, 0, perp));
      legs.add(new Leg(intent.orderId(), Part.TARGET, 0, perp && waits));
    }
    // A trailing stop of spot whose activation had been reached was placed alone.
    if (!pair || (waits && !perp)) {
      legs.add(new Leg(intent.orderId(), Part.ORDER, 0, perp && waits));
    }
    return legs;
  }

  /** Whether futures keep it apart until its trigger is reached. */
  static boolean isConditional(OrderTerms terms, boolean perp) {
    return perp
        && switch (terms) {
          case OrderTerms.Stop _,
              OrderTerms.StopLimit _,
              OrderTerms.TakeProfit _,
              OrderTerms.TrailingStop _ ->
              true;
          case OrderTerms.Market _,
              OrderTerms.Limit _,
              OrderTerms.Oco _,
              OrderTerms.Bracket _,
              OrderTerms.Iceberg _ ->
              false;
        };
  }

  /** Terms of the same kind with the prices that stand; empty where they cannot be read. */
  static Optional<OrderTerms> terms(OrderTerms like, List<LegRow> rows) {
    return switch (like) {
      case OrderTerms.Market _ -> Optional.of(like);
      case OrderTerms.Limit limit ->
          limit(rows, Part.ORDER).map(price -> new OrderTerms.Limit(price, limit.postOnly()));
      case OrderTerms.Iceberg iceberg ->
          limit(rows, Part.ORDER)
              .map(price -> new OrderTerms.Iceberg(price, iceberg.visibleQtyScaled()));
      case OrderTerms.Stop _ -> trigger(rows, Part.ORDER).map(OrderTerms.Stop::new);
      case OrderTerms.TakeProfit _ -> trigger(rows, Part.ORDER).map(OrderTerms.TakeProfit::new);
      case OrderTerms.StopLimit _ ->
          trigger(rows, Part.ORDER)
              .flatMap(stop ->
                  limit(rows, Part.ORDER).map(price -> new OrderTerms.StopLimit(stop, price)));
      case OrderTerms.Oco _ ->
          limit(rows, Part.TARGET)
              .flatMap(
                  target -> trigger(rows, Part.STOP).map(stop -> new OrderTerms.Oco(target, stop)));
      case OrderTerms.Bracket bracket ->
          terms(bracket.entry(), rows)
              .map(entry ->
                  new OrderTerms.Bracket(
                      entry, bracket.targetScaled(), bracket.stopScaled(), bracket.exitOrderId()));
      case OrderTerms.TrailingStop stop ->
          isTrailing(stop, rows) ? Optional.of(like) : Optional.empty();
    };
  }

  /** A distance is not told, and an activation not always. */
  private static boolean isTrailing(OrderTerms.TrailingStop stop, List<LegRow> rows) {
    Optional<Long> stands = trigger(rows, Part.STOP);
    Optional<Long> activation = trigger(rows, Part.TARGET).or(() -> trigger(rows, Part.ORDER));
    boolean sameStop =
        stands.isEmpty()
            || (stop.stopScaled().isPresent() && stands.get() == stop.stopScaled().getAsLong());
    return sameStop && activation.filter(at -> at != stop.activationScaled()).isEmpty();
  }

  private static Optional<Long> limit(List<LegRow> rows, Part part) {
    return rows.stream()
        .filter(row -> row.name.part() == part && row.prices().limitScaled() > 0)
        .map(row -> row.prices().limitScaled())
        .findFirst();
  }

  private static Optional<Long> trigger(List<LegRow> rows, Part part) {
    return rows.stream()
        .filter(row -> row.name.part() == part && row.prices().triggerScaled() > 0)
        .map(row -> row.prices().triggerScaled())
        .findFirst();
  }
}

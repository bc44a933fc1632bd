package io.tradewind.venues.binance.order;

import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.order.ClientIds.Part;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Orders of USD-M futures in one-way mode. What waits for a trigger is a conditional order, which
 * the venue keeps apart. There are no lists of orders: an {@link OrderTerms.Oco} is a reducing
 * limit and a reducing conditional order, of which the connection cancels one when the other is
 * filled.
 */
public final class FuturesDialect implements OrderDialect {
  private static final String PATH = "/fapi/v1/";

  /** A trailing distance is a tenth of a percent at least, 10 % at most. */
  private static final long PPM_OF_STEP = 1_000;

  private static final long MOST_STEPS = 100;

  private final ClientIds ids;

  /** With names of a session. */
  public FuturesDialect(ClientIds ids) {
    this.ids = ids;
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.complementOf(EnumSet.of(Ability.CANCEL_AT_ONCE));
  }

  @Override
  public Plan place(Slip slip) {
    return switch (slip.intent().terms()) {
      case OrderTerms.Bracket bracket -> one(slip, bracket.entry());
      case OrderTerms.Oco oco ->
          new Plan.Ready(
              List.of(
                  conditional(slip, new OrderTerms.Stop(oco.stopScaled()), Part.STOP),
                  standing(slip, new OrderTerms.Limit(oco.targetScaled(), false), Part.TARGET)));
      case OrderTerms.TrailingStop stop when stop.stopScaled().isPresent() ->
          new Plan.Ready(
              List.of(
                  conditional(
                      slip, new OrderTerms.Stop(stop.stopScaled().orElseThrow()), Part.STOP),
                  conditional(slip, stop, Part.TARGET)));
      case OrderTerms terms -> one(slip, terms);
    };
  }

  private Plan one(Slip slip, OrderTerms terms) {
    return switch (terms) {
      case OrderTerms.Market _, OrderTerms.Limit _ ->
          new Plan.Ready(List.of(standing(slip, terms, Part.ORDER)));
      case OrderTerms.Stop _,
          OrderTerms.StopLimit _,
          OrderTerms.TakeProfit _,
          OrderTerms.TrailingStop _ ->
          new Plan.Ready(List.of(conditional(slip, terms, Part.ORDER)));
      case OrderTerms.Iceberg _, OrderTerms.Oco _, OrderTerms.Bracket _ ->
          new Plan.Refused(RejectReason.UNSUPPORTED_TYPE);
    };
  }

  private Plan.Step standing(Slip slip, OrderTerms terms, Part part) {
    OrderIntent intent = slip.intent();
    Leg leg = new Leg(intent.orderId(), part, slip.revision(), false);
    Form form = new Form(slip.listing()).add("side", intent.side().name());
    if (terms instanceof OrderTerms.Limit limit) {
      form.add("type", "LIMIT")
          .add("timeInForce", limit.postOnly() ? "GTX" : word(intent.timeInForce()))
          .price("price", limit.priceScaled());
    } else {
      form.add("type", "MARKET");
    }
    form.qty("quantity", slip.qtyScaled().orElse(0));
    if (intent.reduceOnly()) {
      form.add("reduceOnly", "true");
    }
    form.add("newClientOrderId", id(leg)).add("newOrderRespType", "RESULT");
    VenueRequest request = form.request(Method.POST, PATH + "order", 0, 1);
    return new Plan.Step(request, List.of(leg));
  }

  /** A date is kept here: the venue's own ends no earlier than after ten minutes. */
  private static String word(TimeInForce timeInForce) {
    return switch (timeInForce) {
      case TimeInForce.ImmediateOrCancel _ -> "IOC";
      case TimeInForce.FillOrKill _ -> "FOK";
      case TimeInForce.GoodTillCancelled _, TimeInForce.GoodTillDate _ -> "GTC";
    };
  }

  private Plan.Step conditional(Slip slip, OrderTerms terms, Part part) {
    OrderIntent intent = slip.intent();
    boolean closes =
        intent.size() instanceof OrderSize.Position
            && slip.qtyScaled().isEmpty()
            && (terms instanceof OrderTerms.Stop || terms instanceof OrderTerms.TakeProfit);
    Leg leg = new Leg(intent.orderId(), part, slip.revision(), true, closes);
    Form form =
        new Form(slip.listing())
            .add("algoType", "CONDITIONAL")
            .add("side", intent.side().name())
            .add("type", type(terms))
            .add("clientAlgoId", id(leg));
    trigger(form, slip, terms);
    if (closes) {
      form.add("closePosition", "true");
    } else {
      form.qty("quantity", slip.qtyScaled().orElse(0));
      if (intent.reduceOnly()) {
        form.add("reduceOnly", "true");
      }
    }
    VenueRequest request = form.request(Method.POST, PATH + "algoOrder", 0, 1);
    return new Plan.Step(request, List.of(leg));
  }

  private static String type(OrderTerms terms) {
    return switch (terms) {
      case OrderTerms.Stop _ -> "STOP_MARKET";
      case OrderTerms.StopLimit _ -> "STOP";
      case OrderTerms.TakeProfit _ -> "TAKE_PROFIT_MARKET";
      case OrderTerms.TrailingStop _ -> "TRAILING_STOP_MARKET";
      case OrderTerms.Market _,
          OrderTerms.Limit _,
          OrderTerms.Oco _,
          OrderTerms.Bracket _,
          OrderTerms.Iceberg _ ->
          "";
    };
  }

  private static void trigger(Form form, Slip slip, OrderTerms terms) {
    switch (terms) {
      case OrderTerms.Stop stop -> form.price("triggerPrice", stop.triggerScaled());
      case OrderTerms.TakeProfit target -> form.price("triggerPrice", target.triggerScaled());
      case OrderTerms.StopLimit stop ->
          form.price("triggerPrice", stop.triggerScaled())
              .price("price", stop.limitScaled())
              .add("timeInForce", word(slip.intent().timeInForce()));
      case OrderTerms.TrailingStop stop -> {
        if (!isActive(slip, stop)) {
          form.price("activatePrice", stop.activationScaled());
        }
        form.add("callbackRate", percent(stop.trailPpm()));
      }
      case OrderTerms.Market _,
          OrderTerms.Limit _,
          OrderTerms.Oco _,
          OrderTerms.Bracket _,
          OrderTerms.Iceberg _ -> {}
    }
  }

  private static boolean isActive(Slip slip, OrderTerms.TrailingStop stop) {
    OptionalLong last = slip.lastScaled();
    return last.isPresent()
        && (slip.intent().side() == Side.SELL
            ? last.getAsLong() >= stop.activationScaled()
            : last.getAsLong() <= stop.activationScaled());
  }

  /** In tenths of a percent, to the nearer side, as near as the venue lets it. */
  private static String percent(long trailPpm) {
    long steps = Math.clamp(trailPpm / PPM_OF_STEP, 1, MOST_STEPS);
    return BigDecimal.valueOf(steps, 1).toPlainString();
  }

  /**
   * A limit is changed in one step. What waits for a trigger is placed beside the old one, which
   * goes then, so that one always stands; only where both would close the position, which the venue
   * does not take (-4130), the old one goes first.
   */
  @Override
  public Plan replace(Slip slip, List<Leg> standing, long doneScaled) {
    if (slip.intent().terms() instanceof OrderTerms.Oco oco) {
      return replacePair(slip, oco, standing, doneScaled);
    }
    boolean single = standing.size() == 1 && standing.getFirst().part() == Part.ORDER;
    if (!single) {
      return new Plan.Refused(RejectReason.UNSUPPORTED_TYPE);
    }
    Leg old = standing.getFirst();
    if (old.isConditional() && place(slip) instanceof Plan.Ready ready) {
      boolean beside = !old.closesPosition() || slip.qtyScaled().isPresent();
      if (beside) {
        return new Plan.Ready(ready.steps(), standing);
      }
      List<Plan.Step> steps = new ArrayList<>();
      steps.add(new Plan.Step(cancel(slip.listing(), old), List.of()));
      steps.addAll(ready.steps());
      return new Plan.Ready(steps);
    }
    if (!old.isConditional() && slip.intent().terms() instanceof OrderTerms.Limit limit) {
      return new Plan.Ready(List.of(changed(slip, old, limit.priceScaled(), doneScaled)));
    }
    return new Plan.Refused(RejectReason.UNSUPPORTED_TYPE);
  }

  /** What was filled of it stays in its quantity. */
  private Plan.Step changed(Slip slip, Leg limit, long priceScaled, long doneScaled) {
    VenueRequest request =
        new Form(slip.listing())
            .add("origClientOrderId", id(limit))
            .add("side", slip.intent().side().name())
            .qty("quantity", slip.qtyScaled().orElse(0) + doneScaled)
            .price("price", priceScaled)
            .request(Method.PUT, PATH + "order", 1, 1);
    return new Plan.Step(request, List.of(limit));
  }

  /** The stop first, beside the old one, since it protects; the target is changed after it. */
  private Plan replacePair(Slip slip, OrderTerms.Oco oco, List<Leg> standing, long doneScaled) {
    Optional<Leg> stop = standing.stream().filter(leg -> leg.part() == Part.STOP).findFirst();
    Optional<Leg> target = standing.stream().filter(leg -> leg.part() == Part.TARGET).findFirst();
    if (stop.isEmpty() || target.isEmpty()) {
      return new Plan.Refused(RejectReason.UNSUPPORTED_TYPE);
    }
    return new Plan.Ready(
        List.of(
            conditional(slip, new OrderTerms.Stop(oco.stopScaled()), Part.STOP),
            changed(slip, target.orElseThrow(), oco.targetScaled(), doneScaled)),
        List.of(stop.orElseThrow()));
  }

  @Override
  public VenueRequest cancel(Listing listing, Leg leg) {
    String name = leg.isConditional() ? "clientAlgoId" : "origClientOrderId";
    return new Form(listing)
        .add(name, id(leg))
        .request(Method.DELETE, PATH + (leg.isConditional() ? "algoOrder" : "order"), 1, 0);
  }

  @Override
  public VenueRequest query(Listing listing, Leg leg) {
    String name = leg.isConditional() ? "clientAlgoId" : "origClientOrderId";
    return new Form(listing)
        .add(name, id(leg))
        .get(PATH + (leg.isConditional() ? "algoOrder" : "order"), 1);
  }

  @Override
  public VenueRequest queryById(Listing listing, long venueOrderId) {
    return new Form(listing).add("orderId", Long.toString(venueOrderId)).get(PATH + "order", 1);
  }

  @Override
  public List<VenueRequest> openOrders(Listing listing) {
    return List.of(
        new Form(listing).get(PATH + "openOrders", 1),
        new Form(listing).get(PATH + "openAlgoOrders", 1));
  }

  @Override
  public List<VenueRequest> latestOrders(Listing listing) {
    String limit = Integer.toString(ORDERS);
    return List.of(
        new Form(listing).add("limit", limit).get(PATH + "allOrders", 5),
        new Form(listing).add("limit", limit).get(PATH + "allAlgoOrders", 5));
  }

  @Override
  public VenueRequest tradesOf(Listing listing, long venueOrderId) {
    return new Form(listing)
        .add("orderId", Long.toString(venueOrderId))
        .add("limit", Integer.toString(TRADES))
        .get(PATH + "userTrades", 5);
  }

  @Override
  public VenueRequest tradesFrom(Listing listing, long tradeId) {
    return new Form(listing)
        .add("fromId", Long.toString(tradeId))
        .add("limit", Integer.toString(TRADES))
        .get(PATH + "userTrades", 5);
  }

  @Override
  public VenueRequest account() {
    return new VenueRequest(
        Method.GET,
        "/fapi/v2/positionRisk",
        List.of(),
        new Terms(Access.SIGNED, Repeat.SAFE, 5, 0));
  }

  private String id(Leg leg) {
    return ids.text(leg.orderId(), leg.part(), leg.revision());
  }
}

package io.tradewind.venues.binance.order;

import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.SymbolFilters.Trailing;
import io.tradewind.venues.binance.order.ClientIds.Part;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Parameter;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Orders of spot. An {@link OrderTerms.Oco} is an order list; so is a bracket with a limit for its
 * entry (OTOCO), whose exit is sized so that a fee that is taken out of the base leaves enough. A
 * trailing stop is a trailing take-profit, which follows from its activation on, or, where that has
 * been reached, a trailing stop-loss; where it stands before it follows, both are one list.
 */
public final class SpotDialect implements OrderDialect {
  private static final String PATH = "/api/v3/";
  private static final long PPM_OF_BIP = 100;
  private static final long MILLION = 1_000_000;

  private final ClientIds ids;

  /** With names of a session. */
  public SpotDialect(ClientIds ids) {
    this.ids = ids;
  }

  @Override
  public Set<Ability> abilities() {
    // What rests holds the coins that it would sell.
    return EnumSet.complementOf(EnumSet.of(Ability.SEVERAL_EXITS, Ability.CANCEL_AT_ONCE));
  }

  @Override
  public Plan place(Slip slip) {
    OrderIntent intent = slip.intent();
    if (intent.reduceOnly() && intent.side() == Side.BUY) {
      return new Plan.Refused(RejectReason.NOTHING_TO_REDUCE);
    }
    return switch (intent.terms()) {
      case OrderTerms.Oco oco -> oco(slip, oco);
      case OrderTerms.Bracket bracket when bracket.entry() instanceof OrderTerms.Limit limit ->
          otoco(slip, bracket, limit);
      case OrderTerms.Bracket bracket -> single(slip, bracket.entry());
      case OrderTerms.TrailingStop stop when stop.stopScaled().isPresent() ->
          trailingFromStop(slip, stop);
      case OrderTerms terms -> single(slip, terms);
    };
  }

  private Plan single(Slip slip, OrderTerms terms) {
    Leg leg = new Leg(slip.intent().orderId(), Part.ORDER, slip.revision(), false);
    Form form = new Form(slip.listing()).add("side", slip.intent().side().name());
    String type = type(slip, terms);
    if (!slip.listing().orderTypes().contains(type)) {
      return new Plan.Refused(RejectReason.UNSUPPORTED_TYPE);
    }
    form.add("type", type).add("newClientOrderId", id(leg));
    size(form, slip);
    terms(form, slip, terms);
    return ready(form.add("newOrderRespType", "RESULT"), "order", 1, List.of(leg));
  }

  private static Plan ready(Form form, String name, int orders, List<Leg> legs) {
    VenueRequest request = form.request(Method.POST, PATH + name, 1, orders);
    return new Plan.Ready(List.of(new Plan.Step(request, legs)));
  }

  private static String type(Slip slip, OrderTerms terms) {
    return switch (terms) {
      case OrderTerms.Market _ -> "MARKET";
      case OrderTerms.Limit limit -> limit.postOnly() ? "LIMIT_MAKER" : "LIMIT";
      case OrderTerms.Iceberg _ -> "LIMIT";
      case OrderTerms.Stop _ -> "STOP_LOSS";
      case OrderTerms.StopLimit _ -> "STOP_LOSS_LIMIT";
      case OrderTerms.TakeProfit _ -> "TAKE_PROFIT";
      case OrderTerms.TrailingStop stop -> isActive(slip, stop) ? "STOP_LOSS" : "TAKE_PROFIT";
      case OrderTerms.Oco _, OrderTerms.Bracket _ -> "";
    };
  }

  /** A stop that sells is active from its activation upwards. */
  private static boolean isActive(Slip slip, OrderTerms.TrailingStop stop) {
    OptionalLong last = slip.lastScaled();
    return last.isPresent()
        && (slip.intent().side() == Side.SELL
            ? last.getAsLong() >= stop.activationScaled()
            : last.getAsLong() <= stop.activationScaled());
  }

  private static void size(Form form, Slip slip) {
    if (slip.qtyScaled().isPresent()) {
      form.qty("quantity", slip.qtyScaled().getAsLong());
    } else if (slip.intent().size() instanceof OrderSize.Budget budget) {
      form.cash("quoteOrderQty", budget.quoteScaled());
    }
  }

  private void terms(Form form, Slip slip, OrderTerms terms) {
    switch (terms) {
      case OrderTerms.Market _ -> {}
      case OrderTerms.Limit limit -> {
        form.price("price", limit.priceScaled());
        if (!limit.postOnly()) {
          form.add("timeInForce", word(slip.intent().timeInForce()));
        }
      }
      case OrderTerms.Iceberg iceberg ->
          form.price("price", iceberg.priceScaled())
              .qty("icebergQty", iceberg.visibleQtyScaled())
              .add("timeInForce", "GTC");
      case OrderTerms.Stop stop -> form.price("stopPrice", stop.triggerScaled());
      case OrderTerms.StopLimit stop ->
          form.price("stopPrice", stop.triggerScaled())
              .price("price", stop.limitScaled())
              .add("timeInForce", word(slip.intent().timeInForce()));
      case OrderTerms.TakeProfit target -> form.price("stopPrice", target.triggerScaled());
      case OrderTerms.TrailingStop stop -> {
        if (!isActive(slip, stop)) {
          form.price("stopPrice", stop.activationScaled());
        }
        form.add("trailingDelta", Long.toString(bips(slip, stop, isActive(slip, stop))));
      }
      case OrderTerms.Oco _, OrderTerms.Bracket _ -> {}
    }
  }

  /** A date is kept here, since the venue knows none. */
  private static String word(TimeInForce timeInForce) {
    return switch (timeInForce) {
      case TimeInForce.ImmediateOrCancel _ -> "IOC";
      case TimeInForce.FillOrKill _ -> "FOK";
      case TimeInForce.GoodTillCancelled _, TimeInForce.GoodTillDate _ -> "GTC";
    };
  }

  /** In hundredths of a percent, to the nearer side of the market, as near as the venue lets it. */
  private static long bips(Slip slip, OrderTerms.TrailingStop stop, boolean asStopLoss) {
    Trailing bounds = slip.listing().filters().trailing();
    boolean above = asStopLoss == (slip.intent().side() == Side.BUY);
    return Math.clamp(
        stop.trailPpm() / PPM_OF_BIP,
        Math.max(1, above ? bounds.minAbove() : bounds.minBelow()),
        Math.max(1, above ? bounds.maxAbove() : bounds.maxBelow()));
  }

  private Plan oco(Slip slip, OrderTerms.Oco oco) {
    Side side = slip.intent().side();
    Leg target = leg(slip, slip.intent().orderId(), Part.TARGET);
    Leg stop = leg(slip, slip.intent().orderId(), Part.STOP);
    Form form = list(slip).add("side", side.name());
    size(form, slip);
    legs(form, "", side, new Exits(target, oco.targetScaled(), stop, oco.stopScaled()));
    return ready(form.part(""), "orderList/oco", 2, List.of(target, stop));
  }

  private record Exits(Leg target, long targetScaled, Leg stop, long stopScaled) {}

  private Form list(Slip slip) {
    Leg list = leg(slip, slip.intent().orderId(), Part.LIST);
    return new Form(slip.listing())
        .add("listClientOrderId", id(list))
        .add("newOrderRespType", "RESULT");
  }

  private static Leg leg(Slip slip, long orderId, Part part) {
    return new Leg(orderId, part, slip.revision(), false);
  }

  /** Who sells has his target above. */
  private void legs(Form form, String pending, Side side, Exits exits) {
    String above = pending.isEmpty() ? "above" : "pendingAbove";
    String below = pending.isEmpty() ? "below" : "pendingBelow";
    form.part(side == Side.SELL ? above : below)
        .add("type", "LIMIT_MAKER")
        .add("clientOrderId", id(exits.target()))
        .price("price", exits.targetScaled());
    form.part(side == Side.SELL ? below : above)
        .add("type", "STOP_LOSS")
        .add("clientOrderId", id(exits.stop()))
        .price("stopPrice", exits.stopScaled());
  }

  private Plan otoco(Slip slip, OrderTerms.Bracket bracket, OrderTerms.Limit entry) {
    long qty = slip.qtyScaled().orElse(0);
    long exitQty = netOfFee(slip, qty);
    if (exitQty < slip.listing().filters().lot().min() || exitQty == 0) {
      return new Plan.Refused(RejectReason.QTY_TOO_SMALL);
    }
    boolean immediate =
        switch (slip.intent().timeInForce()) {
          case TimeInForce.ImmediateOrCancel _, TimeInForce.FillOrKill _ -> true;
          case TimeInForce.GoodTillCancelled _, TimeInForce.GoodTillDate _ -> false;
        };
    if (immediate) {
      return single(slip, entry);
    }
    Side side = slip.intent().side();
    Leg order = leg(slip, slip.intent().orderId(), Part.ORDER);
    Leg target = leg(slip, bracket.exitOrderId(), Part.TARGET);
    Leg stop = leg(slip, bracket.exitOrderId(), Part.STOP);
    Form form =
        list(slip)
            .part("working")
            .add("side", side.name())
            .add("type", entry.postOnly() ? "LIMIT_MAKER" : "LIMIT")
            .add("clientOrderId", id(order))
            .qty("quantity", qty)
            .price("price", entry.priceScaled());
    if (!entry.postOnly()) {
      form.add("timeInForce", "GTC");
    }
    form.part("pending").add("side", side.opposite().name()).qty("quantity", exitQty);
    Exits exits = new Exits(target, bracket.targetScaled(), stop, bracket.stopScaled());
    legs(form, "pending", side.opposite(), exits);
    return ready(form.part(""), "orderList/otoco", 3, List.of(order, target, stop));
  }

  /** What is left of a purchase when the fee was taken out of it, in whole lots. */
  public static long netOfFee(Slip slip, long qtyScaled) {
    TradingRules rules = slip.listing().instrument().rules().getLast();
    long feePpm = Math.max(0, Math.max(rules.takerFeePpm(), rules.makerFeePpm()));
    long net =
        slip.intent().side() == Side.SELL
            ? qtyScaled
            : qtyScaled - FixedPoint.mulDiv(qtyScaled, feePpm, MILLION, RoundingMode.CEILING);
    return FixedPoint.toStep(net, slip.listing().filters().lot().step(), RoundingMode.FLOOR);
  }

  private Plan trailingFromStop(Slip slip, OrderTerms.TrailingStop stop) {
    if (isActive(slip, stop)) {
      return single(slip, stop);
    }
    Side side = slip.intent().side();
    Leg follows = leg(slip, slip.intent().orderId(), Part.TARGET);
    Leg stands = leg(slip, slip.intent().orderId(), Part.STOP);
    Form form = list(slip).add("side", side.name());
    size(form, slip);
    form.part(side == Side.SELL ? "above" : "below")
        .add("type", "TAKE_PROFIT")
        .add("clientOrderId", id(follows))
        .price("stopPrice", stop.activationScaled())
        .add("trailingDelta", Long.toString(bips(slip, stop, false)));
    form.part(side == Side.SELL ? "below" : "above")
        .add("type", "STOP_LOSS")
        .add("clientOrderId", id(stands))
        .price("stopPrice", stop.stopScaled().orElseThrow());
    return ready(form.part(""), "orderList/oco", 2, List.of(follows, stands));
  }

  /** A single order is replaced in one step; a list is taken back and placed again. */
  @Override
  public Plan replace(Slip slip, List<Leg> standing, long doneScaled) {
    if (!(place(slip) instanceof Plan.Ready ready) || standing.isEmpty()) {
      return new Plan.Refused(RejectReason.UNSUPPORTED_TYPE);
    }
    Plan.Step step = ready.steps().getFirst();
    boolean single = standing.size() == 1 && standing.getFirst().part() == Part.ORDER;
    if (!single || !step.request().path().equals(PATH + "order")) {
      VenueRequest cancel = cancel(slip.listing(), standing.getFirst());
      return new Plan.Ready(List.of(new Plan.Step(cancel, List.of()), step));
    }
    List<Parameter> parameters = new ArrayList<>(step.request().parameters());
    parameters.add(new Parameter("cancelReplaceMode", "STOP_ON_FAILURE"));
    parameters.add(new Parameter("cancelOrigClientOrderId", id(standing.getFirst())));
    VenueRequest request =
        new VenueRequest(
            Method.POST, PATH + "order/cancelReplace", parameters, step.request().terms());
    return new Plan.Ready(List.of(new Plan.Step(request, step.legs())));
  }

  @Override
  public VenueRequest cancel(Listing listing, Leg leg) {
    Leg cancel = new Leg(leg.orderId(), Part.CANCEL, leg.revision(), false);
    return new Form(listing)
        .add("origClientOrderId", id(leg))
        .add("newClientOrderId", id(cancel))
        .request(Method.DELETE, PATH + "order", 1, 0);
  }

  @Override
  public VenueRequest query(Listing listing, Leg leg) {
    return new Form(listing).add("origClientOrderId", id(leg)).get(PATH + "order", 4);
  }

  @Override
  public VenueRequest queryById(Listing listing, long venueOrderId) {
    return new Form(listing).add("orderId", Long.toString(venueOrderId)).get(PATH + "order", 4);
  }

  @Override
  public List<VenueRequest> openOrders(Listing listing) {
    return List.of(new Form(listing).get(PATH + "openOrders", 6));
  }

  @Override
  public List<VenueRequest> latestOrders(Listing listing) {
    Form form = new Form(listing).add("limit", Integer.toString(ORDERS));
    return List.of(form.get(PATH + "allOrders", 20));
  }

  @Override
  public VenueRequest tradesOf(Listing listing, long venueOrderId) {
    return new Form(listing)
        .add("orderId", Long.toString(venueOrderId))
        .add("limit", Integer.toString(TRADES))
        .get(PATH + "myTrades", 5);
  }

  @Override
  public VenueRequest tradesFrom(Listing listing, long tradeId) {
    return new Form(listing)
        .add("fromId", Long.toString(tradeId))
        .add("limit", Integer.toString(TRADES))
        .get(PATH + "myTrades", 20);
  }

  @Override
  public VenueRequest account() {
    return new VenueRequest(
        Method.GET, PATH + "account", List.of(), new Terms(Access.SIGNED, Repeat.SAFE, 20, 0));
  }

  private String id(Leg leg) {
    return ids.text(leg.orderId(), leg.part(), leg.revision());
  }
}

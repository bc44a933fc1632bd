package io.tradewind.exchange.spot;

import static io.tradewind.exchange.request.Parameters.plain;

import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.Balance;
import io.tradewind.simulation.exchange.spot.AccountPosition;
import io.tradewind.simulation.exchange.spot.BalanceUpdate;
import io.tradewind.simulation.exchange.spot.Execution;
import io.tradewind.simulation.exchange.spot.ExecutionReport;
import io.tradewind.simulation.exchange.spot.Fill;
import io.tradewind.simulation.exchange.spot.ListReport;
import io.tradewind.simulation.exchange.spot.OrderListView;
import io.tradewind.simulation.exchange.spot.OrderView;
import io.tradewind.simulation.exchange.spot.Peg;
import io.tradewind.simulation.exchange.spot.PreventedMatch;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an account is told of its orders and balances, in Binance's letters. */
final class UserEvents {
  private static final String ZERO = plain(0);
  private static final long NONE = -1;

  private UserEvents() {}

  static ObjectNode execution(ExecutionReport report) {
    OrderView order = report.order();
    Execution what = report.execution();
    long timeMs = Json.ms(report.timeNs());
    ObjectNode json =
        Json.object().put("e", "executionReport").put("E", timeMs).put("s", symbol(order));
    names(json, order, what);
    terms(json, order);
    json.put("g", order.listId().orElse(NONE)).put("C", previousName(order, what));
    json.put("x", kind(what)).put("X", order.status().name()).put("r", "NONE");
    json.put("i", order.orderId());
    fill(json, order, what);
    json.put("T", timeMs)
        .put("t", what instanceof Execution.Traded it ? it.fill().tradeId() : NONE);
    trailing(json, order);
    json.put("I", report.executionId()).put("w", order.isWorking() && !isTaker(what));
    json.put("m", what instanceof Execution.Traded it && it.fill().maker());
    json.put("M", what instanceof Execution.Traded);
    json.put("O", Json.ms(order.times().createdNs()))
        .put("Z", plain(order.quantities().quoteE8()))
        .put("Y", what instanceof Execution.Traded it ? plain(it.fill().quoteE8()) : ZERO)
        .put("Q", SpotJson.quoteQty(order));
    order.times().workingNs().ifPresent(ns -> json.put("W", Json.ms(ns)));
    json.put("V", order.selfTradeMode().name());
    order.order().strategy().id().ifPresent(id -> json.put("j", id));
    order.order().strategy().type().ifPresent(type -> json.put("J", type));
    prevented(json, order, what);
    order.order().terms().peg().ifPresent(peg -> peg(json, order, peg));
    order.expiry().ifPresent(reason -> json.put("eR", reason.name()));
    return json;
  }

  private static String symbol(OrderView order) {
    return order.order().symbol();
  }

  /** What it is called now: of a cancel, the cancel's name. */
  private static void names(ObjectNode json, OrderView order, Execution what) {
    json.put(
        "c",
        what instanceof Execution.Canceled canceled
            ? canceled.cancelClientOrderId()
            : order.clientOrderId());
  }

  private static String previousName(OrderView order, Execution what) {
    return switch (what) {
      case Execution.Canceled _ -> order.clientOrderId();
      case Execution.Replaced replaced -> replaced.previousClientOrderId();
      case Execution.Accepted _, Execution.Traded _, Execution.Prevented _, Execution.Expired _ ->
          "";
    };
  }

  private static void terms(ObjectNode json, OrderView order) {
    json.put("S", order.order().side().name())
        .put("o", order.order().terms().type().name())
        .put("f", order.order().terms().timeInForce().name())
        .put("q", plain(order.quantities().origE8()))
        .put("p", SpotJson.price(order))
        .put("P", SpotJson.stopPrice(order))
        .put("F", plain(order.order().terms().icebergQtyE8().orElse(0)));
  }

  private static String kind(Execution what) {
    return switch (what) {
      case Execution.Accepted _ -> "NEW";
      case Execution.Traded _ -> "TRADE";
      case Execution.Prevented _ -> "TRADE_PREVENTION";
      case Execution.Canceled _ -> "CANCELED";
      case Execution.Replaced _ -> "REPLACED";
      case Execution.Expired _ -> "EXPIRED";
    };
  }

  private static boolean isTaker(Execution what) {
    return what instanceof Execution.Traded it && !it.fill().maker();
  }

  private static void fill(ObjectNode json, OrderView order, Execution what) {
    Optional<Fill> fill =
        what instanceof Execution.Traded it ? Optional.of(it.fill()) : Optional.empty();
    json.put("l", fill.map(each -> plain(each.qtyE8())).orElse(ZERO))
        .put("z", plain(order.quantities().executedE8()))
        .put("L", fill.map(each -> plain(each.priceE8())).orElse(ZERO))
        .put("n", fill.map(each -> plain(each.feeE8())).orElse("0"));
    fill.ifPresentOrElse(each -> json.put("N", each.feeAsset()), () -> json.putNull("N"));
  }

  private static void trailing(ObjectNode json, OrderView order) {
    order
        .order()
        .terms()
        .trigger()
        .ifPresent(each ->
            each.trailingDeltaBps()
                .ifPresent(delta ->
                    json.put("d", delta).put("D", SpotJson.time(order.times().trailingNs()))));
  }

  private static void prevented(ObjectNode json, OrderView order, Execution what) {
    if (!(what instanceof Execution.Prevented(PreventedMatch match))) {
      return;
    }
    boolean isTaker = match.ids().takerOrderId() == order.orderId();
    long lost = isTaker ? match.takerQtyE8() : match.makerQtyE8();
    json.put("v", match.ids().matchId())
        .put("A", plain(order.quantities().preventedE8()))
        .put("B", plain(lost))
        .put("u", match.ids().tradeGroup().orElse(NONE))
        .put("U", isTaker ? match.ids().makerOrderId() : match.ids().takerOrderId())
        .put("Cs", match.symbol())
        .put("pl", plain(lost))
        .put("pL", plain(match.priceE8()))
        .put("pY", ZERO);
  }

  private static void peg(ObjectNode json, OrderView order, Peg peg) {
    json.put("gP", peg.priceType().name());
    peg.offsetLevels()
        .ifPresent(levels -> json.put("gOT", SpotJson.PEG_OFFSET_TYPE).put("gOV", levels));
    order.peggedPriceE8().ifPresent(price -> json.put("gp", plain(price)));
  }

  static ObjectNode position(AccountPosition position) {
    long timeMs = Json.ms(position.timeNs());
    ObjectNode json =
        Json.object().put("e", "outboundAccountPosition").put("E", timeMs).put("u", timeMs);
    ArrayNode balances = json.putArray("B");
    for (Balance each : position.balances()) {
      balances.add(
          Json.object()
              .put("a", each.asset())
              .put("f", plain(each.freeE8()))
              .put("l", plain(each.lockedE8())));
    }
    return json;
  }

  static ObjectNode balance(BalanceUpdate update) {
    long timeMs = Json.ms(update.timeNs());
    return Json.object()
        .put("e", "balanceUpdate")
        .put("E", timeMs)
        .put("a", update.asset())
        .put("d", plain(update.deltaE8()))
        .put("T", timeMs);
  }

  static ObjectNode list(ListReport report) {
    OrderListView list = report.list();
    long timeMs = Json.ms(report.timeNs());
    ObjectNode json =
        Json.object()
            .put("e", "listStatus")
            .put("E", timeMs)
            .put("s", list.symbol())
            .put("g", list.listId())
            .put("c", list.contingency().name())
            .put("l", report.event().name())
            .put("L", list.open() ? "EXECUTING" : "ALL_DONE")
            .put("r", "NONE")
            .put("C", list.listClientOrderId())
            .put("T", timeMs);
    ArrayNode orders = json.putArray("O");
    for (OrderListView.Member member : list.orders()) {
      orders.add(
          Json.object()
              .put("s", list.symbol())
              .put("i", member.orderId())
              .put("c", member.clientOrderId()));
    }
    return json;
  }
}

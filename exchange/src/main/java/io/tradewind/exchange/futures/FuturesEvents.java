package io.tradewind.exchange.futures;

import static io.tradewind.exchange.request.Parameters.plain;

import io.tradewind.exchange.wire.Digits;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.futures.AccountUpdate;
import io.tradewind.simulation.exchange.futures.AlgoUpdate;
import io.tradewind.simulation.exchange.futures.AlgoView;
import io.tradewind.simulation.exchange.futures.ConfigUpdate;
import io.tradewind.simulation.exchange.futures.Execution;
import io.tradewind.simulation.exchange.futures.ExpiryReason;
import io.tradewind.simulation.exchange.futures.Fill;
import io.tradewind.simulation.exchange.futures.ForceOrder;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.MarginCall;
import io.tradewind.simulation.exchange.futures.NewAlgoOrder;
import io.tradewind.simulation.exchange.futures.OrderTerms;
import io.tradewind.simulation.exchange.futures.OrderType;
import io.tradewind.simulation.exchange.futures.OrderUpdate;
import io.tradewind.simulation.exchange.futures.OrderView;
import io.tradewind.simulation.exchange.futures.PositionView;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an account is told of its orders, wallets and positions, in Binance's letters. */
final class FuturesEvents {
  private final Contracts contracts;
  private final AlgoJson algos;

  FuturesEvents(Contracts contracts, AlgoJson algos) {
    this.contracts = contracts;
    this.algos = algos;
  }

  private static ObjectNode event(String kind, long timeNs) {
    long timeMs = Json.ms(timeNs);
    return Json.object().put("e", kind).put("T", timeMs).put("E", timeMs);
  }

  ObjectNode order(OrderUpdate update) {
    OrderView order = update.order();
    Digits digits = contracts.digits(order.order().symbol());
    OrderTerms terms = order.order().terms();
    String type = order.type().name();
    ObjectNode inner =
        Json.object()
            .put("s", order.order().symbol())
            .put("c", order.order().clientOrderId())
            .put("S", order.order().side().name())
            .put("o", type)
            .put("f", FuturesJson.timeInForce(terms))
            .put("q", digits.qty(order.quantities().origE8()))
            .put("p", digits.price(terms.limitPriceE8().orElse(0)))
            .put("ap", digits.average(order.quantities().averagePriceE8()))
            .put("sp", "0")
            .put("x", kind(update.execution(), order))
            .put("X", order.status().name())
            .put("i", order.orderId());
    fill(inner, update, digits);
    inner
        .put("b", digits.quote(update.bidsE8()))
        .put("a", digits.quote(update.asksE8()))
        .put("R", order.order().reduceOnly())
        .put("wt", "CONTRACT_PRICE")
        .put("ot", type)
        .put("ps", order.order().positionSide().name())
        .put("cp", false)
        .put("pP", false)
        .put("si", 0)
        .put("ss", 0)
        .put("V", order.selfTradeMode().name())
        .put("pm", order.order().priceMatch().name())
        .put("gtd", FuturesJson.goodTillMs(terms))
        .put("er", order.expiry().map(FuturesEvents::reason).orElse("0"));
    ObjectNode json = event("ORDER_TRADE_UPDATE", update.timeNs());
    json.set("o", inner);
    return json;
  }

  private static String kind(Execution what, OrderView order) {
    return switch (what) {
      case Execution.Accepted _ -> "NEW";
      case Execution.Traded _ -> order.type() == OrderType.LIQUIDATION ? "CALCULATED" : "TRADE";
      case Execution.Canceled _ -> "CANCELED";
      case Execution.Amended _ -> "AMENDMENT";
      case Execution.Expired _ -> "EXPIRED";
    };
  }

  private static String reason(ExpiryReason reason) {
    return switch (reason) {
      case SELF_TRADE -> "1";
      case UNFILLED_IOC_QUANTITY -> "2";
      case REDUCE_ONLY -> "4";
      case LIQUIDATION -> "5";
      case UNFILLED_MARKET_QUANTITY -> "9";
      case GOOD_TILL_DATE -> "0";
      case DELISTED -> "7";
    };
  }

  private static Optional<Fill> fill(Execution what) {
    return what instanceof Execution.Traded(Fill fill) ? Optional.of(fill) : Optional.empty();
  }

  private static void fill(ObjectNode json, OrderUpdate update, Digits digits) {
    Optional<Fill> fill = fill(update.execution());
    json.put("l", digits.qty(fill.map(Fill::qtyE8).orElse(0L)))
        .put("z", digits.qty(update.order().quantities().executedE8()))
        .put("L", digits.price(fill.map(Fill::priceE8).orElse(0L)));
    fill.ifPresent(each -> json.put("n", plain(each.feeE8())).put("N", each.feeAsset()));
    json.put("T", Json.ms(update.timeNs()))
        .put("t", fill.map(Fill::tradeId).orElse(0L))
        .put("m", fill.map(Fill::maker).orElse(false))
        .put("rp", plain(fill.map(Fill::realisedE8).orElse(0L)));
  }

  /** The short word of a fill, which comes before the long one. */
  Optional<ObjectNode> lite(OrderUpdate update) {
    OrderView order = update.order();
    Digits digits = contracts.digits(order.order().symbol());
    return fill(update.execution())
        .map(fill ->
            event("TRADE_LITE", update.timeNs())
                .put("s", order.order().symbol())
                .put("q", digits.qty(order.quantities().origE8()))
                .put("p", digits.price(order.order().terms().limitPriceE8().orElse(0)))
                .put("m", fill.maker())
                .put("c", order.order().clientOrderId())
                .put("S", order.order().side().name())
                .put("L", digits.price(fill.priceE8()))
                .put("l", digits.qty(fill.qtyE8()))
                .put("t", fill.tradeId())
                .put("i", order.orderId()));
  }

  ObjectNode account(AccountUpdate update) {
    ObjectNode inner = Json.object();
    ArrayNode wallets = inner.putArray("B");
    for (AccountUpdate.Wallet each : update.wallets()) {
      wallets
          .addObject()
          .put("a", each.asset())
          .put("wb", plain(each.walletE8()))
          .put("cw", plain(each.crossWalletE8()))
          .put("bc", plain(each.changeE8()));
    }
    ArrayNode positions = inner.putArray("P");
    update.positions().forEach(each -> positions.add(position(each)));
    inner.put("m", update.reason().name());
    ObjectNode json = event("ACCOUNT_UPDATE", update.timeNs());
    json.set("a", inner);
    return json;
  }

  private ObjectNode position(PositionView position) {
    Digits digits = contracts.digits(position.symbol());
    return Json.object()
        .put("s", position.symbol())
        .put("pa", digits.qty(position.amountE8()))
        .put("ep", digits.average(position.entryPriceE8()))
        .put("cr", plain(position.realisedE8()))
        .put("up", plain(position.unrealisedE8()))
        .put("mt", AccountJson.isIsolated(position) ? "isolated" : "cross")
        .put("iw", plain(position.margin().isolatedWalletE8()))
        .put("ps", "BOTH")
        .put("ma", contracts.find(position.symbol()).map(FuturesListing::marginAsset).orElse(""))
        .put("bep", digits.average(position.breakEvenPriceE8()));
  }

  /** The cross wallet is told of cross positions alone. */
  ObjectNode called(MarginCall call) {
    ObjectNode json = Json.object().put("e", "MARGIN_CALL").put("E", Json.ms(call.timeNs()));
    call.crossWalletE8().ifPresent(wallet -> json.put("cw", plain(wallet)));
    ArrayNode positions = json.putArray("p");
    for (MarginCall.Called each : call.positions()) {
      PositionView position = each.position();
      Digits digits = contracts.digits(position.symbol());
      positions
          .addObject()
          .put("s", position.symbol())
          .put("ps", "BOTH")
          .put("pa", digits.qty(position.amountE8()))
          .put("mt", position.config().marginType().name())
          .put("iw", plain(position.margin().isolatedWalletE8()))
          .put("mp", digits.average(each.markE8()))
          .put("up", plain(position.unrealisedE8()))
          .put("mm", plain(position.margin().maintenanceE8()));
    }
    return json;
  }

  ObjectNode config(ConfigUpdate update) {
    ObjectNode json = event("ACCOUNT_CONFIG_UPDATE", update.timeNs());
    json.putObject("ac").put("s", update.symbol()).put("l", update.leverage());
    return json;
  }

  ObjectNode algo(AlgoUpdate update) {
    AlgoView algo = update.algo();
    NewAlgoOrder order = algo.order();
    Digits digits = contracts.digits(order.symbol());
    ObjectNode inner =
        Json.object()
            .put("caid", order.clientAlgoId())
            .put("aid", algo.algoId())
            .put("at", "CONDITIONAL")
            .put("o", order.type().name())
            .put("s", order.symbol())
            .put("S", order.side().name())
            .put("ps", order.positionSide().name())
            .put("f", AlgoJson.timeInForce(order))
            .put("q", algos.qty(order))
            .put("X", algo.status().name())
            .put("ai", AlgoJson.orderId(algo));
    algos
        .born(algo)
        .ifPresent(born ->
            inner
                .put("ap", digits.average(born.quantities().averagePriceE8()))
                .put("aq", digits.qty(born.quantities().executedE8()))
                .put("act", FuturesJson.type(born)));
    inner
        .put("tp", algos.trigger(order))
        .put("p", algos.price(order))
        .put("V", algos.selfTradeMode(order))
        .put("wt", AlgoJson.workingType(order))
        .put("pm", "NONE")
        .put("cp", AlgoJson.closes(order))
        .put("pP", order.priceProtect())
        .put("R", AlgoJson.reducesOnly(order))
        .put("tt", Json.ms(algo.triggeredNs().orElse(0)))
        .put("gtd", 0);
    algo.refusal().ifPresent(reason -> inner.put("rm", FuturesErrors.of(reason).message()));
    inner.put("ia", false);
    ObjectNode json = event("ALGO_UPDATE", update.timeNs());
    json.set("o", inner);
    return json;
  }

  static ObjectNode expired(String key, long nowMs) {
    return Json.object().put("e", "listenKeyExpired").put("E", nowMs).put("listenKey", key);
  }

  /** What the world hears of a liquidation. */
  ObjectNode forced(ForceOrder forced) {
    OrderView order = forced.order();
    Digits digits = contracts.digits(order.order().symbol());
    ObjectNode json = Json.object().put("e", "forceOrder").put("E", Json.ms(forced.timeNs()));
    json.putObject("o")
        .put("s", order.order().symbol())
        .put("S", order.order().side().name())
        .put("o", "LIMIT")
        .put("f", "IOC")
        .put("q", digits.qty(order.quantities().origE8()))
        .put("p", digits.price(order.order().terms().limitPriceE8().orElse(0)))
        .put("ap", digits.average(order.quantities().averagePriceE8()))
        .put("X", order.status().name())
        .put("l", digits.qty(order.quantities().executedE8()))
        .put("z", digits.qty(order.quantities().executedE8()))
        .put("T", Json.ms(order.times().updatedNs()));
    return json;
  }
}

package io.tradewind.exchange.symbol;

import io.tradewind.exchange.tape.Aggregate;
import io.tradewind.exchange.tape.Kline;
import io.tradewind.exchange.tape.Print;
import io.tradewind.exchange.wire.Digits;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.Depth;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trades, candles and books as both markets write them. */
public final class MarketJson {
  private MarketJson() {}

  /** A trade. */
  public static ObjectNode trade(Print each, Digits digits) {
    return Json.object()
        .put("id", each.id())
        .put("price", digits.price(each.priceE8()))
        .put("qty", digits.qty(each.qtyE8()))
        .put("quoteQty", digits.quote(each.quoteE8()))
        .put("time", each.timeMs())
        .put("isBuyerMaker", each.buyerIsMaker());
  }

  /** Trades of one order at one price. */
  public static ObjectNode aggregate(Aggregate each, Digits digits) {
    return Json.object()
        .put("a", each.id())
        .put("p", digits.price(each.priceE8()))
        .put("q", digits.qty(each.qtyE8()))
        .put("f", each.firstId())
        .put("l", each.lastId())
        .put("T", each.timeMs())
        .put("m", each.buyerIsMaker());
  }

  /** A candle. */
  public static ArrayNode kline(Kline each, Digits digits) {
    return Json.array()
        .add(each.openMs())
        .add(digits.price(each.openE8()))
        .add(digits.price(each.highE8()))
        .add(digits.price(each.lowE8()))
        .add(digits.price(each.closeE8()))
        .add(digits.qty(each.flow().baseE8()))
        .add(each.closeMs())
        .add(digits.quote(each.flow().quoteE8()))
        .add(each.flow().count())
        .add(digits.qty(each.flow().takerBaseE8()))
        .add(digits.quote(each.flow().takerQuoteE8()))
        .add("0");
  }

  /** The levels of a side of a book. */
  public static void levels(ArrayNode into, List<Depth.DepthLevel> levels, Digits digits) {
    levels.forEach(
        each -> into.addArray().add(digits.price(each.priceE8())).add(digits.qty(each.qtyE8())));
  }

  /** A stream's event under its letter. */
  public static ObjectNode event(String kind, String symbol, long nowMs) {
    return Json.object().put("e", kind).put("E", nowMs).put("s", symbol);
  }
}

package io.tradewind.exchange.futures;

import static io.tradewind.exchange.request.Parameters.plain;

import io.tradewind.exchange.stream.StreamHub;
import io.tradewind.exchange.symbol.MarketJson;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.futures.FundingView;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.MarketPrices;
import io.tradewind.simulation.exchange.futures.Result;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The streams of mark prices, every second and every three. */
final class MarkStreams {
  private static final String ALL = "!markPrice@arr";
  private static final String FAST = "@1s";
  private static final long SLOW_MS = 3000;

  private final FuturesExchange exchange;
  private final Contracts contracts;
  private final StreamHub hub;

  MarkStreams(FuturesExchange exchange, Contracts contracts, StreamHub hub) {
    this.exchange = exchange;
    this.contracts = contracts;
    this.hub = hub;
  }

  /** A second has passed; the time is a whole multiple of it. */
  void tick(long nowMs) {
    tell(FAST, nowMs);
    if (nowMs % SLOW_MS == 0) {
      tell("", nowMs);
    }
  }

  private void tell(String suffix, long nowMs) {
    for (FuturesListing each : contracts.all()) {
      String symbol = each.symbol();
      hub.tell(
          symbol.toLowerCase(Locale.ROOT) + "@markPrice" + suffix,
          () -> mark(symbol, nowMs).toString());
    }
    hub.tell(
        ALL + suffix,
        () -> {
          ArrayNode json = Json.array();
          contracts.all().forEach(each -> json.add(mark(each.symbol(), nowMs)));
          return json.toString();
        });
  }

  private ObjectNode mark(String symbol, long nowMs) {
    ObjectNode json = MarketJson.event("markPriceUpdate", symbol, nowMs);
    if (exchange.prices(symbol) instanceof Result.Done<MarketPrices>(MarketPrices prices)
        && exchange.funding(symbol) instanceof Result.Done<FundingView>(FundingView funding)) {
      json.put("p", plain(prices.markE8()))
          .put("i", plain(prices.indexE8()))
          .put("P", plain(prices.indexE8()))
          .put("r", plain(funding.rateE8()))
          .put("ap", plain(prices.markE8()))
          .put("T", Json.ms(funding.nextNs()));
    }
    return json.put("st", 1);
  }
}

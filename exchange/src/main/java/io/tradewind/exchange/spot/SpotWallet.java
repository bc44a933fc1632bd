package io.tradewind.exchange.spot;

import io.tradewind.exchange.dispatch.Call;
import io.tradewind.exchange.dispatch.Endpoint;
import io.tradewind.exchange.dispatch.Reply;
import io.tradewind.exchange.dispatch.Security;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.spot.SpotErrors.Of;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.spot.Listing;
import io.tradewind.simulation.exchange.spot.Result;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What clients ask of Binance's wallet before they trade; there is none here to move money with.
 */
final class SpotWallet {
  private final SpotExchange exchange;

  SpotWallet(SpotExchange exchange) {
    this.exchange = exchange;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.signed("GET", "v1/asset/assetDetail", 1, this::assets),
        Endpoint.signed("GET", "v1/asset/tradeFee", 1, this::fees),
        Endpoint.signed("GET", "v1/capital/config/getall", 10, SpotWallet::nothing),
        new Endpoint("GET", "v1/margin/allPairs", Security.KEY, 0, all -> 1, SpotWallet::nothing),
        Endpoint.signed("GET", "v1/margin/isolated/allPairs", 10, SpotWallet::nothing));
  }

  private static Reply nothing(Call call) {
    return new Reply.Done(Json.array());
  }

  private Reply assets(Call call) {
    return Asked.when(
        call.parameters(),
        () -> {
          ObjectNode json = Json.object();
          for (Listing listing : exchange.listings()) {
            for (String asset : List.of(listing.base(), listing.quote())) {
              json.putObject(asset)
                  .put("minWithdrawAmount", "0.00000000")
                  .put("depositStatus", false)
                  .put("withdrawFee", "0.00000000")
                  .put("withdrawStatus", false);
            }
          }
          return new Reply.Done(json);
        });
  }

  private Reply fees(Call call) {
    Parameters all = call.parameters();
    Optional<String> symbol = all.optional("symbol");
    return Asked.when(
        all,
        () ->
            Asked.reply(
                exchange.account(call.account()), Of.QUERY, account -> fees(account, symbol)));
  }

  private ArrayNode fees(Account account, Optional<String> symbol) {
    ArrayNode json = Json.array();
    for (Listing listing : listings(symbol)) {
      ObjectNode rates = SpotJson.rates(account.terms().fees().orElse(listing.fees()));
      ObjectNode one = json.addObject().put("symbol", listing.symbol());
      one.set("makerCommission", rates.get("maker"));
      one.set("takerCommission", rates.get("taker"));
    }
    return json;
  }

  private List<Listing> listings(Optional<String> symbol) {
    return symbol
        .map(name ->
            exchange.listing(name) instanceof Result.Done<Listing>(Listing found)
                ? List.of(found)
                : List.<Listing>of())
        .orElseGet(exchange::listings);
  }
}

package io.tradewind.exchange.setup;

import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.futures.FuturesApi;
import io.tradewind.simulation.crowd.Feed;
import io.tradewind.simulation.crowd.FuturesPort;
import io.tradewind.simulation.crowd.MarketPort;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The futures beside a spot exchange: each of its symbols is a perpetual contract too.
 *
 * @param api how it is spoken to
 * @param contracts that are listed
 * @param ports of the contracts, in the order of the symbols
 */
record FuturesSetup(FuturesApi api, List<FuturesListing> contracts, List<MarketPort> ports) {
  private static final long FUND = 4;

  static FuturesSetup of(Gatekeeper gate, List<TradedSymbol> symbols, long seed) {
    FuturesApi api = new FuturesApi(gate, seed, FUND);
    List<FuturesListing> contracts = new ArrayList<>();
    List<MarketPort> ports = new ArrayList<>();
    for (TradedSymbol symbol : symbols) {
      TradedContract contract = new TradedContract(symbol);
      contracts.add(contract.listing());
      api.exchange().list(contract.listing(), contract.markE8());
      ports.add(new FuturesPort(api.exchange(), symbol.name()));
    }
    return new FuturesSetup(api, contracts, ports);
  }

  /** The crowd's accounts, and the customer's with what he has of assets that are margin. */
  void openAccounts(List<Long> crowd, Map<String, Long> balancesE8, long nowNs) {
    FuturesExchange exchange = api.exchange();
    crowd.forEach(account -> exchange.openAccount(account, Account.Terms.UNLIMITED));
    exchange.openAccount(ExchangeSetup.CUSTOMER, Account.Terms.PLAIN);
    balancesE8.forEach((asset, amount) -> {
      if (contracts.stream().anyMatch(each -> each.marginAsset().equals(asset))) {
        exchange.deposit(ExchangeSetup.CUSTOMER, asset, amount, nowNs);
      }
    });
  }

  /** The index is the middle of spot books, of which there is one for each contract. */
  Feed index(List<MarketPort> spot, long fromNs) {
    TreeMap<String, MarketPort> bySymbol = new TreeMap<>();
    for (int i = 0; i < contracts.size(); i++) {
      bySymbol.put(contracts.get(i).symbol(), spot.get(i));
    }
    return new Feed.Index(api.exchange(), bySymbol, fromNs);
  }
}

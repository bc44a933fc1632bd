package io.tradewind.exchange.setup;

import io.tradewind.core.time.Interval;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.futures.FuturesApi;
import io.tradewind.exchange.spot.SpotApi;
import io.tradewind.simulation.crowd.CrowdModel;
import io.tradewind.simulation.crowd.Feed;
import io.tradewind.simulation.crowd.Market;
import io.tradewind.simulation.crowd.MarketPort;
import io.tradewind.simulation.crowd.SpotPort;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.synthetic.MarketModel;
import io.tradewind.simulation.synthetic.SyntheticSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An exchange of spot and futures whose market is generated.
 *
 * @param symbols that are listed, no two alike
 * @param secrets of the one customer's keys
 * @param balancesE8 what he has, by asset
 * @param seed of the market
 */
public record ExchangeSetup(
    List<TradedSymbol> symbols, List<ApiKey> secrets, Map<String, Long> balancesE8, long seed) {
  /** The account of the customer. */
  public static final long CUSTOMER = 1;

  private static final long MAKERS = 2;
  private static final long TAKERS = 3;
  private static final Interval MINUTE = Interval.parse("1m");

  /** What is set up: how it is spoken to, and what goes on by itself. */
  public record Ready(SpotApi api, FuturesApi futures, Market market) {}

  /** Sets it up as of the minute of a time, epoch nanoseconds. */
  public Ready at(long timeNs) {
    long nowNs = MINUTE.floor(timeNs);
    Gatekeeper gate = new Gatekeeper(secrets);
    SpotApi api = new SpotApi(gate, seed);
    SpotExchange exchange = api.exchange();
    exchange.openAccount(CUSTOMER, Account.Terms.PLAIN);
    exchange.openAccount(MAKERS, Account.Terms.UNLIMITED);
    exchange.openAccount(TAKERS, Account.Terms.UNLIMITED);
    List<SyntheticSymbol> synthetic = new ArrayList<>();
    List<MarketPort> ports = new ArrayList<>();
    for (TradedSymbol symbol : symbols) {
      exchange.list(symbol.listing());
      synthetic.add(symbol.synthetic());
      ports.add(new SpotPort(exchange, symbol.name()));
    }
    balancesE8.forEach((asset, amount) -> exchange.deposit(CUSTOMER, asset, amount, nowNs));
    CrowdModel crowd = CrowdModel.of(new CrowdModel.Accounts(MAKERS, TAKERS));
    FuturesSetup futures = FuturesSetup.of(gate, symbols, seed);
    futures.openAccounts(List.of(MAKERS, TAKERS), balancesE8, nowNs);
    MarketModel model = model(synthetic, nowNs);
    Market market =
        new Market(
            List.of(
                new Feed.Generated(model, seed, MINUTE, ports, crowd),
                new Feed.Generated(model, seed, MINUTE, futures.ports(), crowd, 1),
                futures.index(ports, nowNs)));
    return new Ready(api, futures.api(), market);
  }

  private static MarketModel model(List<SyntheticSymbol> symbols, long nowNs) {
    MarketModel usual = MarketModel.of(symbols);
    return new MarketModel(
        usual.symbols(),
        usual.correlation(),
        usual.regimes(),
        usual.garch(),
        usual.tailDegrees(),
        usual.jumps(),
        usual.volume(),
        usual.stepsPerCandle(),
        nowNs);
  }
}

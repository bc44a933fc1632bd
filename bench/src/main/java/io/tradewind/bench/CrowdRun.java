package io.tradewind.bench;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.crowd.CrowdModel;
import io.tradewind.simulation.crowd.Feed;
import io.tradewind.simulation.crowd.Market;
import io.tradewind.simulation.crowd.MarketPort;
import io.tradewind.simulation.crowd.SpotPort;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.LevelChange;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.spot.AccountPosition;
import io.tradewind.simulation.exchange.spot.BalanceUpdate;
import io.tradewind.simulation.exchange.spot.ExecutionReport;
import io.tradewind.simulation.exchange.spot.ListReport;
import io.tradewind.simulation.exchange.spot.Listing;
import io.tradewind.simulation.exchange.spot.MarketTrade;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.exchange.spot.SpotListener;
import io.tradewind.simulation.synthetic.MarketModel;
import io.tradewind.simulation.synthetic.SyntheticSymbol;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints how many seconds of a market of two symbols pass in a second: a minute's candles of 60
 * steps, 20 levels a side, a taker in about a second.
 */
final class CrowdRun {
  private static final List<String> BASES = List.of("BTC", "ETH");
  private static final int ROUNDS = 6;
  private static final long ROUND_NS = 6 * 3_600 * Utc.SECOND_NS;

  private CrowdRun() {}

  /** Without arguments. */
  public static void main(String[] arguments) {
    Counter counter = new Counter();
    SpotExchange exchange = new SpotExchange(counter, List.of());
    CrowdModel.Accounts accounts = new CrowdModel.Accounts(1, 2);
    exchange.openAccount(accounts.makerId(), Account.Terms.UNLIMITED);
    exchange.openAccount(accounts.takerId(), Account.Terms.UNLIMITED);
    MarketModel model = model();
    List<MarketPort> ports = BASES.stream().map(base -> list(exchange, base)).toList();
    Market market =
        new Market(
            List.of(
                new Feed.Generated(
                    model, 1, Interval.parse("1m"), ports, CrowdModel.of(accounts))));
    for (int round = 1; round <= ROUNDS; round++) {
      long begunNs = System.nanoTime();
      market.advance(model.startNs() + round * ROUND_NS);
      double seconds = (System.nanoTime() - begunNs) / 1e9;
      System.out.printf(
          "%.0f market seconds a second; %d trades, %d level changes so far%n",
          (double) ROUND_NS / Utc.SECOND_NS / seconds, counter.trades, counter.levels);
    }
  }

  private static MarketModel model() {
    List<SyntheticSymbol> symbols = new ArrayList<>();
    for (String base : BASES) {
      TradingRules rules = new TradingRules(0, 1, 1, 0, 0, 0, 0);
      Instrument instrument =
          new Instrument(
              InstrumentId.parse(
                  base + "/USDT", "simulated", io.tradewind.core.instrument.Market.SPOT),
              2,
              5,
              8,
              List.of(rules));
      symbols.add(new SyntheticSymbol(instrument, 40_000, 1, 10_000));
    }
    MarketModel standard = MarketModel.of(symbols);
    return new MarketModel(
        symbols,
        standard.correlation(),
        standard.regimes(),
        standard.garch(),
        standard.tailDegrees(),
        standard.jumps(),
        standard.volume(),
        60,
        standard.startNs());
  }

  private static MarketPort list(SpotExchange exchange, String base) {
    exchange.list(
        new Listing(
            base + "USDT",
            base,
            "USDT",
            ListingStatus.TRADING,
            Listing.Allowed.everything(),
            List.of(new Filter.Price(0, 0, 1_000_000), new Filter.Lot(1_000, 0, 1_000)),
            FeeRates.NONE));
    return new SpotPort(exchange, base + "USDT");
  }

  private static final class Counter implements SpotListener {
    long trades;
    long levels;

    @Override
    public void onTrade(MarketTrade trade) {
      trades++;
    }

    @Override
    public void onLevel(LevelChange change) {
      levels++;
    }

    @Override
    public void onExecution(ExecutionReport report) {}

    @Override
    public void onList(ListReport report) {}

    @Override
    public void onPosition(AccountPosition position) {}

    @Override
    public void onBalance(BalanceUpdate update) {}
  }
}

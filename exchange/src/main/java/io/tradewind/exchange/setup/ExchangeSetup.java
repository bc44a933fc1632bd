package io.tradewind.exchange.setup;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.exchange.api.Api;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.fault.FaultDesk;
import io.tradewind.exchange.futures.FuturesApi;
import io.tradewind.exchange.spot.SpotApi;
import io.tradewind.exchange.tape.Kline;
import io.tradewind.simulation.crowd.CrowdModel;
import io.tradewind.simulation.crowd.Feed;
import io.tradewind.simulation.crowd.MakerModel;
import io.tradewind.simulation.crowd.Market;
import io.tradewind.simulation.crowd.MarketPort;
import io.tradewind.simulation.crowd.SpotPort;
import io.tradewind.simulation.crowd.TakerModel;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.simulation.synthetic.MarketModel;
import io.tradewind.simulation.synthetic.PricePaths;
import io.tradewind.simulation.synthetic.SyntheticSymbol;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An exchange of spot and futures whose market is made, or happens again.
 *
 * @param symbols that are listed, no two alike; those of a replay have a recording each
 * @param secrets of the one customer's keys
 * @param balancesE8 what he has, by asset
 * @param source of prices
 * @param clients the clock by which clients sign where it is not the exchange's
 */
public record ExchangeSetup(
    List<TradedSymbol> symbols,
    List<ApiKey> secrets,
    Map<String, Long> balancesE8,
    MarketSource source,
    Optional<InstantSource> clients) {
  /** The account of the customer. */
  public static final long CUSTOMER = 1;

  private static final long MILLI_NS = 1_000_000;
  private static final long MAKERS = 2;
  private static final long TAKERS = 3;
  private static final Interval MINUTE = Interval.parse("1m");

  /** What is set up: how it is spoken to, what goes on by itself, and what goes wrong. */
  public record Ready(SpotApi api, FuturesApi futures, Market market, FaultDesk desk) {
    /** Both ways in. */
    public List<Api> apis() {
      return List.of(api, futures);
    }
  }

  /**
   * Sets it up with what goes wrong from the beginning.
   *
   * @param clockNs the time by a clock that no fault moves, epoch nanoseconds
   */
  public Ready at(long clockNs, FaultPlan faults) {
    long timeNs = clockNs + faults.whole(FaultSetting.CLOCK_SKEW_MS) * MILLI_NS;
    Faults known = new Faults();
    Gatekeeper gate = new Gatekeeper(secrets, clients.map(clock -> skewed(clock, known)));
    SpotApi api = new SpotApi(gate, source.seed());
    SpotExchange exchange = api.exchange();
    exchange.openAccount(CUSTOMER, Account.Terms.PLAIN);
    exchange.openAccount(MAKERS, Account.Terms.UNLIMITED);
    exchange.openAccount(TAKERS, Account.Terms.UNLIMITED);
    symbols.forEach(symbol -> exchange.list(symbol.listing()));
    FuturesSetup futures = FuturesSetup.of(gate, symbols, source.seed());
    FaultDesk desk =
        new FaultDesk(
            faults,
            List.of(new SpotSymbols(exchange), new FuturesSymbols(futures.api().exchange())));
    known.desk = desk;
    List<MarketPort> ports = new ArrayList<>();
    for (TradedSymbol symbol : symbols) {
      ports.add(thin(new SpotPort(exchange, symbol.name()), desk));
    }
    long beginNs = beginNs(timeNs);
    balancesE8.forEach((asset, amount) -> exchange.deposit(CUSTOMER, asset, amount, beginNs));
    futures.openAccounts(List.of(MAKERS, TAKERS), balancesE8, beginNs);
    List<MarketPort> thin = futures.ports().stream().map(port -> thin(port, desk)).toList();
    List<Feed> feeds = new ArrayList<>();
    switch (source) {
      case MarketSource.Generated generated -> {
        feeds.add(generated(generated, beginNs, ports, 0));
        feeds.add(generated(generated, beginNs, thin, 1));
      }
      case MarketSource.Replayed replayed -> {
        feeds.addAll(replayed(replayed, timeNs, ports, 0));
        feeds.addAll(replayed(replayed, timeNs, thin, 1));
      }
    }
    feeds.add(futures.index(ports, beginNs));
    remember(api, futures.api(), timeNs, beginNs);
    return new Ready(api, futures.api(), new Market(feeds), desk);
  }

  /** What goes wrong, for those who are made before it. */
  private static final class Faults {
    private volatile FaultDesk desk = FaultDesk.idle();
  }

  /** The clock by which clients sign, as an exchange sees it whose own is that much ahead. */
  private static InstantSource skewed(InstantSource clock, Faults known) {
    return () -> clock.instant().plusMillis(known.desk.plan().whole(FaultSetting.CLOCK_SKEW_MS));
  }

  private static MarketPort thin(MarketPort port, FaultDesk desk) {
    return new ThinPort(port, () -> desk.plan().number(FaultSetting.LIQUIDITY_SHARE));
  }

  /** The minute of a time, or the beginning of what is under way then. */
  private long beginNs(long timeNs) {
    long minuteNs = MINUTE.floor(timeNs);
    return switch (source) {
      case MarketSource.Generated _ -> minuteNs;
      case MarketSource.Replayed replayed ->
          replayed.recordings().values().stream()
              .mapToLong(each -> Math.min(minuteNs, each.from(timeNs).firstNs()))
              .min()
              .orElse(minuteNs);
    };
  }

  private static CrowdModel crowd(MakerModel makers) {
    return new CrowdModel(makers, TakerModel.DEFAULT, new CrowdModel.Accounts(MAKERS, TAKERS));
  }

  private Feed generated(
      MarketSource.Generated generated, long nowNs, List<MarketPort> ports, int number) {
    List<SyntheticSymbol> synthetic = symbols.stream().map(TradedSymbol::synthetic).toList();
    return new Feed.Generated(
        model(synthetic, nowNs),
        generated.seed(),
        MINUTE,
        ports,
        crowd(generated.makers()),
        number);
  }

  /** Contracts have the prices of spot, on ways of their own between a candle's. */
  private List<Feed> replayed(
      MarketSource.Replayed replayed, long timeNs, List<MarketPort> ports, int number) {
    List<Feed> feeds = new ArrayList<>();
    for (int i = 0; i < symbols.size(); i++) {
      Recording recording = recording(replayed, symbols.get(i));
      long seed = PricePaths.seedOf(replayed.seed(), 2L * i + number);
      feeds.add(recording.from(timeNs).feed(ports.get(i), crowd(MakerModel.DEFAULT), seed));
    }
    return feeds;
  }

  private static Recording recording(MarketSource.Replayed replayed, TradedSymbol symbol) {
    Recording recording = replayed.recordings().get(symbol.name());
    if (recording == null) {
      throw new IllegalArgumentException("there is no recording of " + symbol.name());
    }
    return recording;
  }

  /** What candles of the time before tell. */
  private void remember(SpotApi api, FuturesApi futures, long timeNs, long beginNs) {
    switch (source) {
      case MarketSource.Replayed replayed -> {
        for (TradedSymbol symbol : symbols) {
          List<Kline> candles = recording(replayed, symbol).before(timeNs);
          api.remember(symbol.name(), candles);
          futures.remember(symbol.name(), candles);
        }
      }
      case MarketSource.Generated generated -> {
        int candles = (int) (generated.historyNs() / MINUTE.durationNs());
        if (candles > 0) {
          List<CandleColumns> history = history(generated.seed(), beginNs, candles);
          for (int i = 0; i < symbols.size(); i++) {
            List<Kline> before = new Recording.Candles(history.get(i)).before(beginNs);
            api.remember(symbols.get(i).name(), before);
            futures.remember(symbols.get(i).name(), before);
          }
        }
      }
    }
  }

  /** Of another path of the same market, so drawn that it ends where the market begins. */
  private List<CandleColumns> history(long seed, long endNs, int candles) {
    List<SyntheticSymbol> wanted = symbols.stream().map(TradedSymbol::synthetic).toList();
    long startNs = endNs - candles * MINUTE.durationNs();
    long other = PricePaths.seedOf(seed, 0);
    List<CandleColumns> first =
        PricePaths.generate(model(wanted, startNs), other, MINUTE, candles).candles();
    List<SyntheticSymbol> fitted = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      CandleColumns path = first.get(i);
      double moved = (double) path.close(candles - 1) / path.open(0);
      SyntheticSymbol symbol = wanted.get(i);
      fitted.add(
          new SyntheticSymbol(
              symbol.instrument(),
              symbol.startPrice() / moved,
              symbol.volatilityFactor(),
              symbol.dailyVolume()));
    }
    return PricePaths.generate(model(fitted, startNs), other, MINUTE, candles).candles();
  }

  private static MarketModel model(List<SyntheticSymbol> symbols, long startNs) {
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
        startNs);
  }
}

package io.tradewind.trader.world;

import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.fault.FaultDesk;
import io.tradewind.exchange.server.Front;
import io.tradewind.exchange.server.Markets;
import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.exchange.setup.MarketSource;
import io.tradewind.exchange.setup.TradedSymbol;
import io.tradewind.simulation.crowd.MakerModel;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The simulated exchange, spot and futures, on virtual time: the same markets and the same faults
 * as {@link io.tradewind.exchange.server.SimulatedExchange}, without its threads and sockets.
 */
public final class VirtualExchange {
  /** The customer's key. */
  public static final String KEY = "key";

  /** The customer's secret. */
  public static final String SECRET = "secret";

  /** As deep and as wide as the usual ones, on fewer levels, which are most of the work. */
  private static final MakerModel MAKERS =
      new MakerModel(
          6,
          MakerModel.DEFAULT.spread(),
          2.5,
          MakerModel.DEFAULT.depthDays(),
          MakerModel.DEFAULT.impact(),
          MakerModel.DEFAULT.refillHalfLifeNs(),
          MakerModel.DEFAULT.recoveryHalfLifeNs());

  private static final long PULSE_NS = 100_000_000;

  private final ExchangeSetup.Ready ready;
  private final Markets markets;
  private final Front front;
  private final Truth truth;

  /**
   * What it is made of.
   *
   * @param symbols such as {@code BTC/USDT}, each on spot and as a contract
   * @param balancesE8 what the customer has; what is margin he has on both markets
   * @param faults from the beginning
   */
  public record Terms(
      long seed, List<String> symbols, SortedMap<String, Long> balancesE8, FaultPlan faults) {
    /** Copies list and map. */
    public Terms {
      symbols = List.copyOf(symbols);
      balancesE8 = Collections.unmodifiableSortedMap(new TreeMap<>(balancesE8));
    }
  }

  /** Its market goes on from now. */
  public VirtualExchange(VirtualTime time, Terms terms) {
    ExchangeSetup setup =
        new ExchangeSetup(
            terms.symbols().stream().map(TradedSymbol::of).toList(),
            List.of(new ApiKey(KEY, ExchangeSetup.CUSTOMER, new Secret.Hmac(SECRET))),
            terms.balancesE8(),
            new MarketSource.Generated(terms.seed(), 0, MAKERS),
            Optional.empty());
    this.ready = setup.at(time.nowNs(), terms.faults());
    FaultDesk desk = ready.desk();
    this.markets =
        new Markets(
            ready.apis(),
            ready.market()::advance,
            () -> time.wallMs() + desk.plan().whole(FaultSetting.CLOCK_SKEW_MS));
    this.front = new Front(markets, desk, time);
    this.truth = new Truth(spot(), futures());
    time.every(time.nowNs() - time.nowNs() % PULSE_NS + PULSE_NS, PULSE_NS, markets::nowMs);
  }

  /** How clients come to it, and the operator. */
  public Front front() {
    return front;
  }

  /** What goes wrong now, and what has. */
  public FaultDesk desk() {
    return ready.desk();
  }

  /** Does something to one of the markets as its operator, at the exchange's time. */
  public void operate(Runnable action) {
    markets.nowMs();
    markets.operate(action);
  }

  /** What it knows of the customer. */
  public Truth truth() {
    return truth;
  }

  /** The spot exchange itself. */
  public SpotExchange spot() {
    return ready.api().exchange();
  }

  /** The futures exchange itself. */
  public FuturesExchange futures() {
    return ready.futures().exchange();
  }
}

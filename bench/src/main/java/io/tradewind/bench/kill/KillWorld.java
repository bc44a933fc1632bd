package io.tradewind.bench.kill;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.server.SimulatedExchange;
import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.exchange.setup.MarketSource;
import io.tradewind.exchange.setup.TradedSymbol;
import io.tradewind.simulation.crowd.MakerModel;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import io.tradewind.venues.time.WallClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The exchange that stays while traders die, spot and futures, with its faults, some times as fast
 * as the wall's clock, behind its sockets.
 */
final class KillWorld implements AutoCloseable {
  /** Two minutes after contracts were funded, so that eight hours go by without. */
  static final long BEGIN_NS = 62_153L * 28_800 * Utc.SECOND_NS + 120 * Utc.SECOND_NS;

  private static final long MILLI_NS = 1_000_000;
  private static final long ONE = 100_000_000;
  private static final Map<String, Long> BALANCES =
      Map.of("USDT", 100_000 * ONE, "BTC", ONE, "ETH", 10 * ONE);

  /** As deep as the usual ones on fewer levels, which are most of the work. */
  private static final MakerModel MAKERS =
      new MakerModel(
          6,
          MakerModel.DEFAULT.spread(),
          2.5,
          MakerModel.DEFAULT.depthDays(),
          MakerModel.DEFAULT.impact(),
          MakerModel.DEFAULT.refillHalfLifeNs(),
          MakerModel.DEFAULT.recoveryHalfLifeNs());

  private final long wallBaseNs = new WallClock().nowNs();
  private final int speed;
  private final KillClock clock;
  private final HttpClient requests = HttpClient.newHttpClient();
  private final BinanceSigner signer =
      new BinanceSigner(HmacKey.ofText(KillChild.KEY, KillChild.SECRET));
  private final ExchangeSetup.Ready ready;
  private final SimulatedExchange exchange;

  /** Its market goes on from now. */
  KillWorld(long seed, int speed) {
    this.speed = speed;
    this.clock = new KillClock(wallBaseNs, BEGIN_NS, speed);
    ExchangeSetup setup =
        new ExchangeSetup(
            List.of(TradedSymbol.of("BTC/USDT"), TradedSymbol.of("ETH/USDT")),
            List.of(
                new ApiKey(
                    KillChild.KEY, ExchangeSetup.CUSTOMER, new Secret.Hmac(KillChild.SECRET))),
            BALANCES,
            new MarketSource.Generated(seed, 0, MAKERS),
            Optional.empty());
    this.ready = setup.at(clock.nowNs(), faults(seed));
    this.exchange =
        SimulatedExchange.start(ready.apis(), ready.market()::advance, clock, ready.desk(), 0);
  }

  /** Of all calls and messages; times are the wall's. */
  private static FaultPlan faults(long seed) {
    FaultPlan none = FaultPlan.NONE;
    return new FaultPlan(seed, none.numbers(), false, none.symbols())
        .with(FaultSetting.LATENCY_MS, 2)
        .with(FaultSetting.LATENCY_SPREAD, 1)
        .with(FaultSetting.FAILURE_RATE, 0.01)
        .with(FaultSetting.LOST_ANSWER_RATE, 0.02)
        .with(FaultSetting.TIMEOUT_RATE, 0.002)
        .with(FaultSetting.TIMEOUT_MS, 200)
        .with(FaultSetting.DROP_RATE, 0.01)
        .with(FaultSetting.MESSAGE_DUPLICATE_RATE, 0.02)
        .with(FaultSetting.MESSAGE_REORDER_RATE, 0.01)
        .with(FaultSetting.MESSAGE_DELAY_RATE, 0.002)
        .with(FaultSetting.MESSAGE_DELAY_MS, 50)
        .with(FaultSetting.MESSAGE_LOSS_RATE, 0.001)
        .with(FaultSetting.SOCKET_CUT_RATE, 0.0003)
        .with(FaultSetting.SOCKET_HALF_OPEN_RATE, 0.0001);
  }

  /** What a process is told of it. */
  List<String> words(Path folder, Market market, long seed, boolean overSocket) {
    return List.of(
        Integer.toString(exchange.port()),
        folder.toString(),
        market.name(),
        Long.toString(seed),
        Boolean.toString(overSocket),
        Long.toString(wallBaseNs),
        Long.toString(BEGIN_NS),
        Integer.toString(speed));
  }

  /** What it knows of its customer. */
  VenueBooks.Look look(Market market) {
    AtomicReference<VenueBooks.Look> seen = new AtomicReference<>();
    exchange.operate(() -> seen.set(new VenueBooks(ready, market, BALANCES).look()));
    return Objects.requireNonNull(seen.get(), "the exchange was not asked");
  }

  /** The account's owner takes back all that stands of a symbol, by hand, over the same door. */
  void takeBack(Market market, String symbol) throws InterruptedException {
    List<String> paths =
        market == Market.SPOT
            ? List.of("/api/v3/openOrders")
            : List.of("/fapi/v1/algoOpenOrders", "/fapi/v1/allOpenOrders");
    for (String path : paths) {
      String query = "symbol=" + symbol + "&timestamp=" + clock.nowNs() / MILLI_NS;
      URI uri =
          URI.create(
              "http://127.0.0.1:%s%s?%s".formatted(exchange.port(), path, signer.signed(query)));
      try {
        HttpResponse<String> _ =
            requests.send(
                HttpRequest.newBuilder(uri)
                    .header(BinanceSigner.KEY_HEADER, KillChild.KEY)
                    .timeout(Duration.ofSeconds(1))
                    .DELETE()
                    .build(),
                HttpResponse.BodyHandlers.ofString());
      } catch (IOException lost) {
        // A fault of the plan, as any customer meets them; what became of it is looked at.
      }
    }
  }

  @Override
  public void close() {
    requests.close();
    exchange.close();
  }
}

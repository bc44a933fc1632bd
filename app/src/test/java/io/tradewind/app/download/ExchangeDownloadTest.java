package io.tradewind.app.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.exchange.server.SimulatedExchange;
import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.exchange.setup.MarketSource;
import io.tradewind.exchange.setup.TradedSymbol;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.MergeReport;
import io.tradewind.venues.http.JdkTransport;
import io.tradewind.venues.time.WallClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The history of the simulated exchange, through its faults, is stored to the byte. */
@Timeout(300)
final class ExchangeDownloadTest {
  private static final long HISTORY_NS = 3 * Utc.DAY_NS;
  private static final long NOW_NS = InstantSource.system().millis() * 1_000_000L;

  private static final long FROM_NS = NOW_NS - HISTORY_NS;
  private static final long TO_NS = NOW_NS - 60 * Utc.SECOND_NS;
  private static final int KILLS = 5;

  private static final FaultPlan FAULTS =
      FaultPlan.NONE
          .with(FaultSetting.FAILURE_RATE, 0.1)
          .with(FaultSetting.LOST_ANSWER_RATE, 0.05)
          .with(FaultSetting.DROP_RATE, 0.1)
          .with(FaultSetting.TIMEOUT_RATE, 0.03)
          .with(FaultSetting.THROTTLE_RATE, 0.03)
          .with(FaultSetting.THROTTLE_SECONDS, 1);

  @TempDir Path folder;

  /** Keeps what went wrong. */
  private static final class Notes implements Watcher {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void at(double share) {}

    @Override
    public void done(String series, MergeReport report) {
      lines.add(series + " " + (report.added() > 0 ? "done" : "empty"));
    }

    @Override
    public void gaveUp(String series, String reason) {
      lines.add(series + " gave up: " + reason);
    }

    @Override
    public void waits(String series, String reason, long ns) {}
  }

  private static SimulatedExchange exchange(FaultPlan faults) {
    ExchangeSetup setup =
        new ExchangeSetup(
            List.of(TradedSymbol.of("BTC/USDT"), TradedSymbol.of("ETH/USDT")),
            List.of(),
            Map.of(),
            new MarketSource.Generated(7, HISTORY_NS),
            Optional.empty());
    ExchangeSetup.Ready ready = setup.at(NOW_NS, faults);
    return SimulatedExchange.start(
        ready.apis(), ready.market()::advance, InstantSource.system(), ready.desk(), 0);
  }

  private Notes run(Market market, FaultPlan faults, String store) {
    Download.Order order =
        new Download.Order(
            List.of(
                new InstrumentId("binance", "BTC", "USDT", market),
                new InstrumentId("binance", "ETH", "USDT", market)),
            Download.Kind.CANDLES,
            Interval.parse("1m"),
            FROM_NS,
            TO_NS,
            2);
    Notes notes = new Notes();
    try (SimulatedExchange exchange = exchange(faults);
        CandleStore into = new CandleStore(folder.resolve(store));
        JdkTransport line =
            new JdkTransport("test", URI.create("http://127.0.0.1:" + exchange.port()))) {
      Download.Line over = new Download.Line(line, new WallClock(), "the exchange");
      new Download(order, over, 3 * Utc.SECOND_NS).run(into, notes);
    }
    return notes;
  }

  private Map<String, String> files(String store) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path root = folder.resolve(store);
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(path -> path.endsWith("data.parquet")).toList()) {
        String bytes = HexFormat.of().formatHex(Files.readAllBytes(file));
        files.put(root.relativize(file).toString(), bytes);
      }
    }
    return files;
  }

  @ParameterizedTest
  @EnumSource(Market.class)
  void faultsOfTheExchangeChangeNothing(Market market) throws IOException {
    Notes sound = run(market, FaultPlan.NONE, "sound");
    assertThat(sound.lines).hasSize(2).allMatch(line -> line.endsWith(" done"));
    Notes harmed = run(market, FAULTS, "harmed");
    assertThat(harmed.lines).containsExactlyInAnyOrderElementsOf(sound.lines);
    assertThat(files("harmed")).isNotEmpty();
    assertThat(files("harmed").equals(files("sound"))).isTrue();
  }

  /** A real process, with kill -9 at any time. */
  @Test
  void whoeverIsKilledGoesOn() throws Exception {
    run(Market.SPOT, FaultPlan.NONE, "sound");
    SplitMix dice = new SplitMix(20_261_122);
    FaultPlan slow = FaultPlan.NONE.with(FaultSetting.LATENCY_MS, 400);
    int killed = 0;
    try (SimulatedExchange exchange = exchange(slow)) {
      for (int round = 0; round < KILLS; round++) {
        Process process = download(exchange);
        boolean ended = process.waitFor(500 + dice.nextInt(3_000), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        killed += ended ? 0 : 1;
      }
      assertThat(killed).isPositive();
      Process last = download(exchange);
      assertThat(last.waitFor()).as(Files.readString(folder.resolve("said"))).isZero();
    }
    assertThat(files("home/store").equals(files("sound"))).isTrue();
  }

  private Process download(SimulatedExchange exchange) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "io.tradewind.app.Tradewind",
            "data",
            "download",
            "--symbols",
            "BTC/USDT,ETH/USDT",
            "--interval",
            "1m",
            "--from",
            Utc.format(FROM_NS),
            "--to",
            Utc.format(TO_NS),
            "--base-url",
            "http://127.0.0.1:" + exchange.port(),
            "--home",
            folder.resolve("home").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }
}

package io.tradewind.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.config.ConfigLoader;
import io.tradewind.app.config.ConfigResult;
import io.tradewind.app.config.Home;
import io.tradewind.app.config.Origin;
import io.tradewind.app.exchange.ExchangeOptions;
import io.tradewind.app.exchange.ExchangeStart;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.Terminal;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Utc;
import io.tradewind.exchange.server.SimulatedExchange;
import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.store.audit.AuditVerdict;
import io.tradewind.store.audit.AuditVerifier;
import io.tradewind.store.disk.FolderView;
import io.tradewind.store.records.DatabaseSettings;
import io.tradewind.trader.run.ComponentBoard;
import io.tradewind.trader.run.Outside;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.http.JdkTransport;
import io.tradewind.venues.stream.JdkSocketTransport;
import io.tradewind.venues.time.VenueClock;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session on paper beside one whose orders keep failing, on a clock that passes faster. */
class PaperTwinTest {
  private static final long PATIENCE_NS = 120_000_000_000L;

  @TempDir private Path folder;
  private final Fast time = new Fast();
  private final List<String> events = new ArrayList<>();

  private static final class Fast implements VenueClock, InstantSource {
    private static final int SPEED = 20;
    private final long beganNs = Utc.fromInstant(Instant.now());
    private final long startNs = System.nanoTime();

    @Override
    public long nowNs() {
      return beganNs + SPEED * (System.nanoTime() - startNs);
    }

    @Override
    public Instant instant() {
      return Utc.toInstant(nowNs());
    }
  }

  private SimulatedExchange exchange() {
    ExchangeStart start =
        new ExchangeOptions(
                List.of("BTC/USDT", "ETH/USDT"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())
            .start(
                new ExchangeOptions.Customer(List.of(), Map.of("USDT", 1L), 7),
                time,
                new Mistakes())
            .orElseThrow();
    ExchangeSetup.Ready ready = start.setup().at(start.startNs(), start.faults());
    return SimulatedExchange.start(ready.apis(), ready.market()::advance, time, ready.desk(), 0);
  }

  private SessionWork live(String address) {
    Map<String, String> environment =
        Map.of(
            "TRADEWIND_TRADING_STRATEGY", "ema-cross",
            "TRADEWIND_TRADING_PARAMETERS", "fast=3,slow=8,stop-percent=0.6,target-percent=1.8",
            "TRADEWIND_TRADING_SYMBOLS", "BTC/USDT,ETH/USDT",
            "TRADEWIND_TRADING_INTERVAL", "1m",
            "TRADEWIND_SESSION_STALE", "300s",
            "TRADEWIND_EXCHANGE_NETWORK", "simulated",
            "TRADEWIND_EXCHANGE_ADDRESS", address);
    ConfigResult.Loaded loaded =
        (ConfigResult.Loaded) new ConfigLoader().environment(environment).load();
    return SessionWork.ready(
        new SessionFolder(folder.resolve("live")),
        TraderStatus.Mode.TESTNET,
        new SessionWork.Chosen(loaded.settings(), loaded.configuration()),
        Optional.empty(),
        new Home(folder, new Origin.Default()));
  }

  private SessionProcess.Around around() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new SessionProcess.Around(
        new Terminal(nowhere, nowhere, InputStream.nullInputStream(), false),
        time,
        new DatabaseSettings.Sqlite(folder.resolve("r.db"), DatabaseSettings.Limits.USUAL),
        "test",
        new ScreenSize(30, 80));
  }

  private static void until(BooleanSupplier isThere, Runnable step) {
    long endNs = System.nanoTime() + PATIENCE_NS;
    while (!isThere.getAsBoolean() && System.nanoTime() < endNs) {
      step.run();
    }
  }

  private boolean heard(String text) {
    return events.stream().anyMatch(line -> line.contains(text));
  }

  @Test
  void tradesWhileItIsWantedAndClosesWhatItHoldsThen() {
    try (SimulatedExchange exchange = exchange();
        JdkTransport requests =
            new JdkTransport("twin", URI.create("http://127.0.0.1:" + exchange.port()));
        JdkSocketTransport sockets = new JdkSocketTransport(1 << 22)) {
      URI address = URI.create("http://127.0.0.1:" + exchange.port());
      Outside outside =
          new Outside(
              new Outside.Place(
                  Market.SPOT, BinanceAddresses.at(address, Market.SPOT), Optional.empty()),
              new Outside.Net(requests, sockets),
              time,
              new FaultLog(time, report -> {}),
              1);
      PaperTwin twin = new PaperTwin(live(address.toString()), outside, around(), events::add);
      ComponentBoard board = new ComponentBoard(Set.of("paper"), changed -> {});

      assertThat(twin.doWork(false)).isZero();
      assertThat(events).isEmpty();
      until(
          () -> heard("fill     bought"),
          () -> {
            int _ = twin.doWork(true);
          });
      assertThat(events).first().isEqualTo("paper: begins");
      assertThat(heard("fill     bought")).as(String.join("\n", events)).isTrue();
      twin.tell(board, time.nowNs());
      assertThat(board.all())
          .singleElement()
          .satisfies(paper -> {
            assertThat(paper.level()).isEqualTo(Level.DEGRADED);
            assertThat(paper.why()).startsWith("orders kept failing: new entries go to paper");
          });

      until(
          twin::isOver,
          () -> {
            int _ = twin.doWork(false);
          });
      assertThat(heard("paper: closes what it holds")).isTrue();
      assertThat(events).anyMatch(line -> line.contains("closed") && line.endsWith(" by end"));
      assertThat(twin.isOver()).as(String.join("\n", events)).isTrue();
      FolderView audit = new FolderView(folder.resolve("live/paper/audit"));
      assertThat(AuditVerifier.verify(audit)).isInstanceOf(AuditVerdict.Whole.class);
      twin.close();
    }
  }
}

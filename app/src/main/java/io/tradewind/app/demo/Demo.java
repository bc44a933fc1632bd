package io.tradewind.app.demo;

import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Running;
import io.tradewind.app.exchange.ExchangeOptions;
import io.tradewind.app.exchange.ExchangeStart;
import io.tradewind.app.session.ScreenSize;
import io.tradewind.app.session.SessionFolder;
import io.tradewind.app.session.SessionProcess;
import io.tradewind.app.session.SessionWork;
import io.tradewind.app.session.StopSwitch;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.Terminal;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.exchange.server.SimulatedExchange;
import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.store.records.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** An exchange that makes its market, and a session on paper there. */
public final class Demo {
  /** What is traded. */
  public static final List<String> SYMBOLS = List.of("BTC/USDT", "ETH/USDT");

  private static final long SEED = 7;

  /** By the clock on the wall, which a machine that is busy goes by. */
  private static final long STALE_NS = 10_000_000_000L;

  private final SessionWork work;
  private final Terminal terminal;
  private final String version;
  private final ScreenSize size;

  /** Of a session that was not begun. */
  public Demo(SessionWork work, Terminal terminal, String version, ScreenSize size) {
    this.work = work;
    this.terminal = terminal;
    this.version = version;
    this.size = size;
  }

  /**
   * Takes away what the demo before left.
   *
   * @throws UserMistake if it runs, or can't be taken away
   */
  public static void clear(SessionFolder folder) {
    if (folder.isRunning()) {
      throw new UserMistake("a demo runs already; end it with: tradewind stop --session demo");
    }
    if (!Files.exists(folder.path())) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder.path())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UserMistake(
          "can't take the demo before away, %s: %s".formatted(folder.path(), UserMistake.reason(e)),
          e);
    }
  }

  /** Runs until it is stopped. */
  public void run() {
    Configuration.Demo wanted = work.configuration().demo();
    FastTime time = new FastTime(wanted.speed());
    terminal
        .out()
        .println(
            Text.of(
                "a simulated exchange and a paper trader on it: %s on %s, %s candles, %s times as"
                    + " fast as the clock",
                wanted.strategy(),
                String.join(", ", SYMBOLS),
                wanted.interval(),
                Math.round(wanted.speed())));
    terminal.out().flush();
    ExchangeSetup.Ready ready = exchange(time);
    try (StopSwitch stop = StopSwitch.listening();
        SimulatedExchange exchange =
            SimulatedExchange.start(ready.apis(), ready.market()::advance, time, ready.desk(), 0)) {
      SessionProcess.Around around =
          new SessionProcess.Around(
              terminal,
              time,
              new DatabaseSettings.Sqlite(
                  work.folder().path().resolve("records.db"), DatabaseSettings.Limits.USUAL),
              version,
              size);
      new SessionProcess(at(exchange.port()), around, stop).run();
    }
  }

  private static ExchangeSetup.Ready exchange(FastTime time) {
    Mistakes mistakes = new Mistakes();
    ExchangeStart start =
        new ExchangeOptions(
                SYMBOLS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())
            .start(
                new ExchangeOptions.Customer(List.of(), Map.of("USDT", 1L), SEED), time, mistakes)
            .orElseThrow();
    return start.setup().at(start.startNs(), start.faults());
  }

  /** The session at the exchange's address, for as long as it was asked for by the clock. */
  private SessionWork at(int port) {
    Configuration configuration = work.configuration();
    Running running = configuration.running();
    Running.Exchange address =
        new Running.Exchange(
            Running.Network.SIMULATED,
            "http://127.0.0.1:" + port,
            false,
            Optional.empty(),
            running.exchange().cancelAfterNs());
    Configuration.Demo demo = configuration.demo();
    OptionalLong durationNs =
        demo.durationNs().isPresent()
            ? OptionalLong.of((long) (demo.durationNs().getAsLong() * demo.speed()))
            : OptionalLong.empty();
    return work.with(
        configuration.with(running.with(address, durationNs, (long) (STALE_NS * demo.speed()))));
  }
}

package io.tradewind.app.command;

import io.tradewind.app.exchange.ExchangeOptions;
import io.tradewind.app.exchange.ExchangeStart;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.server.SimulatedExchange;
import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.exchange.setup.TradedSymbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code exchange}: a simulated exchange on loopback that clients of Binance can trade on. */
final class ExchangeCommand implements Command {
  private static final String PORT = "9080";
  private static final String KEY = "key";
  private static final String SECRET = "secret";
  private static final String SYMBOLS = "BTC/USDT,ETH/USDT";
  private static final String BALANCES = "USDT=100000,BTC=2";
  private static final String SEED = "7";
  private static final int DECIMALS = 8;

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "exchange",
            "Run a simulated exchange on loopback that speaks the protocol of Binance.");
    spec.usageMessage()
        .footer(
            "  tradewind exchange",
            "  tradewind exchange --symbols BTC/USDT,SOL/USDT --balance USDT=5000 --seed 11",
            "  tradewind exchange --replay BTC_USDT-5m.csv.gz --from 2024-03-01",
            "  tradewind exchange --replay ~/.tradewind/store --speed 60 --faults faults.yaml");
    add(spec, "--port", "NUMBER", "where it listens; 0 for any that is free", PORT);
    add(spec, "--key", "TEXT", "the API key that clients send", KEY);
    add(spec, "--secret", "TEXT", "the secret of that key, which signs by HMAC", SECRET);
    spec.addOption(
        Options.option(
            "--public-key", "FILE", "Ed25519 in PEM: the key signs by that instead of HMAC"));
    add(
        spec,
        "--symbols",
        "A/B,C/D",
        "what is traded, on spot and as perpetuals; of a replay all",
        SYMBOLS);
    add(spec, "--balance", "A=N,B=N", "what the account of the key has", BALANCES);
    spec.addOption(
        Options.flag("--generate", "make a market, which is done wherever there is no --replay"));
    add(spec, "--seed", "NUMBER", "of all that is drawn by lot in the market", SEED);
    add(
        spec,
        "--history",
        "TIME",
        "candles from before the start of a market that is generated",
        ExchangeOptions.HISTORY);
    spec.addOption(
        Options.option(
            "--replay", "DATA", "a file, folder or store of which the prices happen again"));
    add(spec, "--from", "DATE", "where a replay begins", "where all symbols are there");
    add(spec, "--speed", "NUMBER", "how many times as fast a replay happens", "1");
    add(
        spec,
        "--clock",
        "NAME",
        "wall: a replay is moved to now; data: the exchange has its time",
        "wall, data at any --speed but 1");
    spec.addOption(
        Options.option("--faults", "FILE", "what goes wrong, in YAML; without it nothing does"));
    add(spec, "--latency", "TIME", "median time of a call", "0, with --faults 50ms");
    return spec;
  }

  private static void add(
      CommandSpec spec, String name, String placeholder, String summary, String usual) {
    spec.addOption(Options.option(name, placeholder, summary + " (" + usual + ")"));
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    Mistakes mistakes = new Mistakes();
    if (Options.has(arguments, "--generate") && Options.has(arguments, "--replay")) {
      mistakes.add("a market is made or happens again: give --generate or --replay, not both");
    }
    int port = (int) number(arguments, "--port", PORT, 65_535, mistakes);
    long seed = number(arguments, "--seed", SEED, Long.MAX_VALUE, mistakes);
    Map<String, Long> balances = balances(arguments, mistakes);
    List<ApiKey> keys = keys(arguments, mistakes);
    Optional<ExchangeStart> wanted =
        options(arguments)
            .start(
                new ExchangeOptions.Customer(keys, balances, seed),
                InstantSource.system(),
                mistakes);
    mistakes.orThrow();
    ExchangeStart start = wanted.orElseThrow();
    ExchangeSetup.Ready ready = start.setup().at(start.startNs(), start.faults());
    try (SimulatedExchange exchange = start(ready, start.clock(), port)) {
      tell(session, exchange.port(), start);
      untilStopped(session, start.wallMsToEnd());
    }
    return ExitCode.OK;
  }

  private static ExchangeOptions options(ParseResult arguments) {
    boolean isReplay = Options.has(arguments, "--replay");
    return new ExchangeOptions(
        parts(arguments, "--symbols", isReplay ? "" : SYMBOLS).distinct().toList(),
        Options.text(arguments, "--replay"),
        Options.text(arguments, "--from"),
        Options.text(arguments, "--speed"),
        Options.text(arguments, "--clock"),
        Options.text(arguments, "--history"),
        Options.text(arguments, "--faults"),
        Options.text(arguments, "--latency"));
  }

  private static SimulatedExchange start(ExchangeSetup.Ready ready, InstantSource clock, int port) {
    try {
      return SimulatedExchange.start(
          ready.apis(), ready.market()::advance, clock, ready.desk(), port);
    } catch (RuntimeException taken) {
      throw new UserMistake(
          "port " + port + " can't be listened on: choose another by --port, or 0 for any", taken);
    }
  }

  private static void tell(Session session, int port, ExchangeStart start) {
    ExchangeSetup setup = start.setup();
    session.out().println("spot REST           http://127.0.0.1:" + port + "/api/v3");
    session.out().println("spot streams        ws://127.0.0.1:" + port + "/ws and /stream");
    session.out().println("spot socket API     ws://127.0.0.1:" + port + "/ws-api/v3");
    session.out().println("futures REST        http://127.0.0.1:" + port + "/fapi/v1 and v2, v3");
    session
        .out()
        .println("futures streams     ws://127.0.0.1:" + port + "/public, /market and /private,");
    session
        .out()
        .println("                    each with /ws and /stream; also /fapi/ws, /fapi/stream");
    session.out().println("futures socket API  ws://127.0.0.1:" + port + "/ws-fapi/v1");
    session.out().println("admin               http://127.0.0.1:" + port + "/admin/faults");
    session.out().println("market              " + start.told());
    session
        .out()
        .println(
            "symbols             "
                + String.join(", ", setup.symbols().stream().map(TradedSymbol::name).toList()));
    session.out().println("key                 " + setup.secrets().getFirst().name());
    session.out().println("It runs until it is stopped (Ctrl-C).");
    session.out().flush();
  }

  /** The process ends by a signal; the hook lets sockets close. */
  private static void untilStopped(Session session, Optional<LongSupplier> wallMsToEnd) {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook = Thread.ofPlatform().name("exchange-stop").unstarted(stopped::countDown);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      if (wallMsToEnd.isPresent() && comes(wallMsToEnd.get(), stopped)) {
        session.out().println("The replay is over; prices stand still from now on.");
        session.out().flush();
      }
      stopped.await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the end, which may come later than it seems; whether it was not stopped before. */
  private static boolean comes(LongSupplier msToEnd, CountDownLatch stopped)
      throws InterruptedException {
    for (long ms = msToEnd.getAsLong(); ms > 0; ms = msToEnd.getAsLong()) {
      if (stopped.await(ms, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return true;
  }

  private static long number(
      ParseResult arguments, String name, String usual, long most, Mistakes mistakes) {
    String text = Options.text(arguments, name).orElse(usual);
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException none) {
      // Told below.
    }
    mistakes.add(name + " must be a whole number from 0 to " + most + ", was '" + text + "'");
    return 0;
  }

  private static Stream<String> parts(ParseResult arguments, String name, String usual) {
    return Stream.of(Options.text(arguments, name).orElse(usual).split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty());
  }

  private static Map<String, Long> balances(ParseResult arguments, Mistakes mistakes) {
    Map<String, Long> balances = new LinkedHashMap<>();
    parts(arguments, "--balance", BALANCES)
        .forEach(text -> {
          String[] pair = text.split("=", -1);
          if (pair.length != 2
              || !pair[0].matches("[A-Z0-9]{1,20}")
              || !pair[1].matches("[0-9]{1,10}(\\.[0-9]{1,8})?")) {
            mistakes.add("--balance: '" + text + "' is no amount such as USDT=1000.50");
          } else {
            balances.put(pair[0], FixedPoint.parse(pair[1], DECIMALS, RoundingMode.UNNECESSARY));
          }
        });
    balances.values().removeIf(amount -> amount == 0);
    return balances;
  }

  private static List<ApiKey> keys(ParseResult arguments, Mistakes mistakes) {
    String key = Options.text(arguments, "--key").orElse(KEY);
    String secret = Options.text(arguments, "--secret").orElse(SECRET);
    if (!key.matches("[A-Za-z0-9_-]{1,128}")) {
      mistakes.add("--key must be letters, digits, _ and -, up to 128, was '" + key + "'");
    }
    if (secret.isEmpty()) {
      mistakes.add("--secret must not be empty");
    }
    if (!Options.has(arguments, "--public-key")) {
      return secret.isEmpty()
          ? List.of()
          : List.of(new ApiKey(key, ExchangeSetup.CUSTOMER, new Secret.Hmac(secret)));
    }
    Path file = Path.of(Options.text(arguments, "--public-key").orElse(""));
    if (!Files.isRegularFile(file)) {
      mistakes.add("there is no file " + file + " (--public-key)");
      return List.of();
    }
    try {
      Secret secretOfPem = Secret.Ed25519.of(Files.readString(file));
      return List.of(new ApiKey(key, ExchangeSetup.CUSTOMER, secretOfPem));
    } catch (IllegalArgumentException none) {
      mistakes.add("--public-key: " + file + " holds no public key of Ed25519 in PEM");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return List.of();
  }
}

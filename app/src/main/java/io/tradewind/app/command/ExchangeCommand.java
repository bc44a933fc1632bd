package io.tradewind.app.command;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
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
            "  tradewind exchange --symbols BTC/USDT,SOL/USDT --balance USDT=5000 --seed 11");
    add(spec, "--port", "NUMBER", "where it listens; 0 for any that is free", PORT);
    add(spec, "--key", "TEXT", "the API key that clients send", KEY);
    add(spec, "--secret", "TEXT", "the secret of that key, which signs by HMAC", SECRET);
    spec.addOption(
        Options.option(
            "--public-key", "FILE", "Ed25519 in PEM: the key signs by that instead of HMAC"));
    add(spec, "--symbols", "A/B,C/D", "the symbols that are listed, on spot and as perpetuals", SYMBOLS);
    add(spec, "--balance", "A=N,B=N", "what the account of the key has", BALANCES);
    add(spec, "--seed", "NUMBER", "of the market that is generated", SEED);
    return spec;
  }

  private static void add(
      CommandSpec spec, String name, String placeholder, String summary, String usual) {
    spec.addOption(Options.option(name, placeholder, summary + " (" + usual + ")"));
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    Mistakes mistakes = new Mistakes();
    int port = (int) number(arguments, "--port", PORT, 65_535, mistakes);
    long seed = number(arguments, "--seed", SEED, Long.MAX_VALUE, mistakes);
    List<TradedSymbol> symbols = symbols(arguments, mistakes);
    Map<String, Long> balances = balances(arguments, mistakes);
    List<ApiKey> keys = keys(arguments, mistakes);
    mistakes.orThrow();
    ExchangeSetup setup = new ExchangeSetup(symbols, keys, balances, seed);
    InstantSource clock = InstantSource.system();
    ExchangeSetup.Ready ready = setup.at(clock.millis() * 1_000_000);
    try (SimulatedExchange exchange = start(ready, clock, port)) {
      tell(session, exchange.port(), setup);
      untilStopped();
    }
    return ExitCode.OK;
  }

  private static SimulatedExchange start(ExchangeSetup.Ready ready, InstantSource clock, int port) {
    try {
      return SimulatedExchange.start(
          List.of(ready.api(), ready.futures()), ready.market()::advance, clock, port);
    } catch (RuntimeException taken) {
      throw new UserMistake(
          "port " + port + " can't be listened on: choose another by --port, or 0 for any", taken);
    }
  }

  private static void tell(Session session, int port, ExchangeSetup setup) {
    session.out().println("spot REST           http://127.0.0.1:" + port + "/api/v3");
    session.out().println("spot streams        ws://127.0.0.1:" + port + "/ws and /stream");
    session.out().println("spot socket API     ws://127.0.0.1:" + port + "/ws-api/v3");
    session.out().println("futures REST        http://127.0.0.1:" + port + "/fapi/v1 and v2, v3");
    session
        .out()
        .println("futures streams     ws://127.0.0.1:" + port + "/public, /market and /private,");
    session.out().println("                    each with /ws and /stream; also /fapi/ws, /fapi/stream");
    session.out().println("futures socket API  ws://127.0.0.1:" + port + "/ws-fapi/v1");
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
  private static void untilStopped() {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook = Thread.ofPlatform().name("exchange-stop").unstarted(stopped::countDown);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      stopped.await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
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

  private static List<TradedSymbol> symbols(ParseResult arguments, Mistakes mistakes) {
    List<TradedSymbol> symbols = new ArrayList<>();
    parts(arguments, "--symbols", SYMBOLS)
        .distinct()
        .forEach(text -> {
          try {
            symbols.add(TradedSymbol.of(text));
          } catch (IllegalArgumentException wrong) {
            mistakes.add("--symbols: '" + text + "' is no spot symbol such as BTC/USDT");
          }
        });
    if (symbols.isEmpty()) {
      mistakes.add("--symbols must name a symbol, such as BTC/USDT");
    }
    return symbols;
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

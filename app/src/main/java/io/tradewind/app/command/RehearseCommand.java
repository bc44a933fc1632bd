package io.tradewind.app.command;

import io.tradewind.app.terminal.Terminal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code rehearse}: goes once through what people do most, into the void. The launcher lets the JDK
 * watch, so that the classes that were needed come out of its cache from then on.
 */
final class RehearseCommand implements Command {
  private static final List<List<String>> SCENES =
      List.of(
          List.of("--help"),
          List.of("backtest", "--help"),
          List.of("config", "show", "--origin"),
          List.of("config", "show", "--json"),
          List.of("data", "list"),
          List.of("strategies"),
          List.of("demo", "--for", "3s", "--port", "0"),
          List.of("no-such-command"));

  /** Enough candles for the JDK to see which of the engine's methods are worth compiling. */
  private static final int CANDLES = 200_000;

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "rehearse", "Go through the usual commands once, for the cache.");
    spec.usageMessage().hidden(true).footerHeading("");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(nowhere, nowhere, InputStream.nullInputStream(), true);
    for (List<String> scene : SCENES) {
      Commands.run(scene, session.environment(), terminal);
    }
    for (List<String> scene : backtests(session.home().writable(session.home().reports()))) {
      Commands.run(scene, session.environment(), terminal);
    }
    return ExitCode.OK;
  }

  private static List<List<String>> backtests(Path folder) {
    Path candles = folder.resolve("TEST_USDT-1m.csv");
    write(candles);
    List<String> run =
        List.of(
            "backtest", "--symbols", "TEST/USDT", "--interval", "1m", "--strategy", "ema-cross");
    List<String> report = new ArrayList<>(run);
    report.addAll(List.of("--report", folder.resolve("rehearsal.html").toString()));
    List<String> json = new ArrayList<>(run);
    json.add("--json");
    return List.of(List.of("data", "import", candles.toString()), json, report, json);
  }

  private static void write(Path file) {
    SplittableRandom random = new SplittableRandom(1);
    long price = 4_000_000;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < CANDLES; i++) {
        long close = Math.max(100_000, price + random.nextLong(-4_000, 4_001));
        long high = Math.max(price, close) + random.nextLong(1_000);
        long low = Math.min(price, close) - random.nextLong(1_000);
        out.write(1_700_000_040L + i * 60L + "," + cents(price) + "," + cents(high) + ",");
        out.write(cents(low) + "," + cents(close) + "," + random.nextInt(1, 100) + "\n");
        price = close;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cents(long price) {
    return BigDecimal.valueOf(price, 2).toPlainString();
  }
}

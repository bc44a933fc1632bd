package io.tradewind.app.command;

import io.tradewind.app.terminal.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
          List.of("demo", "--speed", "1000000000"),
          List.of("no-such-command"));

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
    return ExitCode.OK;
  }
}

package io.tradewind.app.command;

import io.tradewind.app.config.Home;
import io.tradewind.app.terminal.Ink;
import io.tradewind.app.terminal.ProgressLine;
import io.tradewind.app.terminal.Terminal;
import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/** What a command has around it. */
record Session(Terminal terminal, Map<String, String> environment, Home home) {

  PrintStream out() {
    return terminal.out();
  }

  PrintStream err() {
    return terminal.err();
  }

  /** Tells how far the command is, unless its output is for a machine. */
  ProgressLine progress(ParseResult arguments) {
    return Options.has(arguments, "--json") ? ProgressLine.none() : terminal.progress();
  }

  Ink ink() {
    return terminal.ink();
  }
}

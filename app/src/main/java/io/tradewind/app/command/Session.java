package io.tradewind.app.command;

import io.tradewind.app.config.Home;
import io.tradewind.app.terminal.Ink;
import io.tradewind.app.terminal.Terminal;
import java.io.PrintStream;
import java.util.Map;

/** What a command has around it. */
record Session(Terminal terminal, Map<String, String> environment, Home home) {

  PrintStream out() {
    return terminal.out();
  }

  PrintStream err() {
    return terminal.err();
  }

  Ink ink() {
    return terminal.ink();
  }
}

package io.tradewind.app.command;

import io.tradewind.app.terminal.UserMistake;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code verify}: the launcher does it; this is for the help, and for who calls java directly. */
final class VerifyCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this, "verify", "Run every test, through Maven; what follows is handed to Maven.");
    spec.usageMessage().footer("  tradewind verify", "  tradewind verify -pl core -am");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    throw new UserMistake("verify is done by the launcher: run ./tradewind verify");
  }
}

package io.tradewind.app.command;

import io.tradewind.app.terminal.UserMistake;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command that only holds others, such as {@code data}. */
record GroupCommand(String name, String summary) implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(this, name, summary);
    spec.usageMessage().footerHeading("");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    throw new UserMistake(
        name
            + " needs one of its commands: "
            + String.join(", ", arguments.commandSpec().subcommands().keySet()));
  }
}

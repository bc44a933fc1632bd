package io.tradewind.app.command;

import io.tradewind.app.session.SessionFolder;
import io.tradewind.app.session.Why;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.gateway.session.SessionClient;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code why}: why nothing is traded now. */
final class WhyCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "why", "Say why the running session does not trade now.");
    spec.usageMessage().footer("  tradewind why", "  tradewind why --session paper --json");
    spec.addOption(Sessions.option());
    spec.addOption(Options.json());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    SessionFolder folder = Sessions.running(arguments, session);
    try (SessionClient client = new SessionClient(folder.path(), LookCommand.TIMEOUT)) {
      TraderStatus status = LookCommand.value(client.status());
      List<String> reasons = new Why(folder, status).reasons();
      if (Options.has(arguments, "--json")) {
        session.out().println(JsonText.of(reasons));
      } else {
        reasons.forEach(session.out()::println);
      }
    }
    return ExitCode.OK;
  }
}

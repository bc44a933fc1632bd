package io.tradewind.app.command;

import io.tradewind.app.session.SessionFolder;
import io.tradewind.app.session.StatusText;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.gateway.session.Answer;
import io.tradewind.gateway.session.SessionClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code status}, {@code positions}, {@code orders}: how a running session stands. */
final class LookCommand implements Command {
  static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final String name;
  private final String summary;
  private final String path;
  private final Function<StatusText, List<String>> lines;

  private LookCommand(
      String name, String summary, String path, Function<StatusText, List<String>> lines) {
    this.name = name;
    this.summary = summary;
    this.path = path;
    this.lines = lines;
  }

  static LookCommand status() {
    return new LookCommand(
        "status", "Show how the running session stands.", "/status", StatusText::lines);
  }

  static LookCommand positions() {
    return new LookCommand(
        "positions",
        "Show the open positions of the running session.",
        "/positions",
        StatusText::positions);
  }

  static LookCommand orders() {
    return new LookCommand(
        "orders", "Show the open orders of the running session.", "/orders", StatusText::orders);
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(this, name, summary);
    spec.usageMessage()
        .footer("  tradewind " + name, "  tradewind " + name + " --session demo --json");
    spec.addOption(Sessions.option());
    spec.addOption(Options.json());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    SessionFolder folder = Sessions.running(arguments, session);
    try (SessionClient client = new SessionClient(folder.path(), TIMEOUT)) {
      if (Options.has(arguments, "--json")) {
        session.out().println(value(client.text(path)));
      } else {
        TraderStatus status = value(client.status());
        lines.apply(new StatusText(status, session.ink())).forEach(session.out()::println);
      }
    }
    return ExitCode.OK;
  }

  /** What a session answered. */
  static <T> T value(Answer<T> answer) {
    return switch (answer) {
      case Answer.Got<T>(T value) -> value;
      case Answer.Failed<T> failed -> throw new UserMistake(failed.problem().words());
    };
  }
}

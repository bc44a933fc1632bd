package io.tradewind.app.command;

import io.tradewind.app.session.SessionFolder;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Utc;
import io.tradewind.gateway.control.Outcome;
import io.tradewind.gateway.session.Answer;
import io.tradewind.gateway.session.SessionClient;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code pause}, {@code resume}, {@code stop}, {@code emergency-stop}: asks a running session. */
final class AskCommand implements Command {
  private static final long STOP_MS = 30_000;
  private static final long FLAT_MS = 30_000;
  private static final long LOOK_MS = 200;

  private final Wish wish;

  /** What is asked. */
  private enum Wish {
    PAUSE("pause", "Open nothing any more; exits go on.", "paused: nothing opens any more"),
    RESUME("resume", "Take back a pause, and every lock and breaker.", "resumed"),
    STOP(
        "stop",
        "End the running session in good order; positions and their stops stay.",
        "stopped in good order"),
    EMERGENCY_STOP(
        "emergency-stop",
        "Cancel all orders and close all positions, until nothing is open.",
        "emergency stop: every order is cancelled, every position closed");

    private final String name;
    private final String summary;
    private final String done;

    Wish(String name, String summary, String done) {
      this.name = name;
      this.summary = summary;
      this.done = done;
    }
  }

  private AskCommand(Wish wish) {
    this.wish = wish;
  }

  static AskCommand pause() {
    return new AskCommand(Wish.PAUSE);
  }

  static AskCommand resume() {
    return new AskCommand(Wish.RESUME);
  }

  static AskCommand stop() {
    return new AskCommand(Wish.STOP);
  }

  static AskCommand emergencyStop() {
    return new AskCommand(Wish.EMERGENCY_STOP);
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(this, wish.name, wish.summary);
    spec.usageMessage()
        .footer(
            "  tradewind " + wish.name,
            "  tradewind " + wish.name + " --session paper --reason news");
    spec.addOption(Sessions.option());
    spec.addOption(Options.option("--reason", "TEXT", "why, for the records"));
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    SessionFolder folder = Sessions.running(arguments, session);
    String reason = Options.text(arguments, "--reason").orElse(wish.name);
    String by = "cli:" + session.environment().getOrDefault("USER", "user");
    try (SessionClient client = new SessionClient(folder.path(), LookCommand.TIMEOUT)) {
      Outcome outcome =
          LookCommand.value(
              switch (wish) {
                case PAUSE -> client.pause(by, reason);
                case RESUME -> client.resume(by, reason);
                case STOP -> client.stop(by, reason);
                case EMERGENCY_STOP -> client.emergencyStop(by, reason);
              });
      session.out().println(folder.name() + ": " + words(outcome));
      session.out().flush();
      return switch (wish) {
        case STOP -> untilGone(folder, session);
        case EMERGENCY_STOP -> untilFlat(client, session);
        case PAUSE, RESUME -> ExitCode.OK;
      };
    }
  }

  private String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Taken(long timeNs) -> wish.done + ", taken at " + Utc.format(timeNs);
      case Outcome.Ending _ -> "is ending";
      case Outcome.Waiting _ ->
          "was handed over, but is not on disk yet; look with: tradewind status";
      case Outcome.Missing(String what) -> throw new UserMistake("there is no " + what);
      case Outcome.TooMany _ ->
          throw new UserMistake("too much waits to be taken; it was not handed over, ask again");
      case Outcome.Failed _ ->
          throw new UserMistake("the session could not write it down; look with: tradewind doctor");
    };
  }

  private int untilGone(SessionFolder folder, Session session) {
    for (long left = STOP_MS; left > 0 && folder.isRunning(); left -= LOOK_MS) {
      sleep();
    }
    if (folder.isRunning()) {
      throw new UserMistake(
          "%s has not ended within %s s; look with: tradewind status"
              .formatted(folder.name(), STOP_MS / 1000));
    }
    session.out().println(folder.name() + ": " + wish.done);
    return ExitCode.OK;
  }

  private static int untilFlat(SessionClient client, Session session) {
    Optional<TraderStatus> last = Optional.empty();
    for (long left = FLAT_MS; left > 0; left -= LOOK_MS) {
      sleep();
      if (client.status() instanceof Answer.Got<TraderStatus>(TraderStatus status)) {
        last = Optional.of(status);
        if (status.positions().isEmpty() && status.orders().isEmpty()) {
          session.out().println("nothing is open any more");
          return ExitCode.OK;
        }
      }
    }
    session
        .out()
        .println(
            last.map(status ->
                    "still open: %s positions, %s orders; it goes on until all is flat"
                        .formatted(status.positions().size(), status.orders().size()))
                .orElse("the session does not answer; look with: tradewind doctor"));
    return ExitCode.FOUND;
  }

  private static void sleep() {
    try {
      Thread.sleep(LOOK_MS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

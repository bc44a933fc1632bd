package io.tradewind.app;

import io.tradewind.app.command.Commands;
import io.tradewind.app.command.ExitCode;
import io.tradewind.app.terminal.Terminal;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entry point. */
public final class Tradewind {
  /** Set by the launcher where standard output is a terminal. */
  private static final String TERMINAL = "tradewind.terminal";

  /** Set by the launcher where standard error is a terminal. */
  private static final String WATCHED = "tradewind.terminal.err";

  private Tradewind() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    boolean interactive = Boolean.getBoolean(TERMINAL) && !environment.containsKey("NO_COLOR");
    Terminal terminal = Terminal.ofProcess(interactive, Boolean.getBoolean(WATCHED));
    int status = Commands.run(List.of(args), environment, terminal);
    terminal.out().flush();
    Optional<String> loss = terminal.outlet().loss();
    loss.ifPresent(reason ->
        terminal
            .err()
            .println(terminal.ink().red("tradewind: ") + "can't write the output: " + reason));
    terminal.err().flush();
    System.exit(loss.isPresent() && status == ExitCode.OK ? ExitCode.USER_MISTAKE : status);
  }

  /**
   * Runs a command in this process, with nothing to read and nobody to ask.
   *
   * @param environment in place of the process's own
   * @return 0 where all went well, 2 for the user's mistake, 1 for ours
   */
  public static int run(
      List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
    return Commands.run(
        args, environment, new Terminal(out, err, InputStream.nullInputStream(), false));
  }
}

package io.tradewind.app.command;

import io.tradewind.analytics.check.NearMiss;
import io.tradewind.app.config.Home;
import io.tradewind.app.terminal.Terminal;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.store.catalog.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the arguments, runs the command that they name, and turns what goes wrong into words. */
public final class Commands {
  /** Of a terminal as it opens; the document has longer lines. */
  private static final int HELP_WIDTH = 80;

  private Commands() {}

  /**
   * Runs a command.
   *
   * @param environment the variables that may be read
   * @return one of {@link ExitCode}
   */
  public static int run(
      List<String> arguments, Map<String, String> environment, Terminal terminal) {
    boolean debug = isDebug(arguments, environment);
    CommandLine line = CommandTree.build(terminal.interactive());
    try {
      return execute(line.parseArgs(arguments.toArray(String[]::new)), environment, terminal);
    } catch (ParameterException e) {
      return told(explain(e), e, debug, terminal);
    } catch (UserMistake | StoreException e) {
      return told(String.valueOf(e.getMessage()), e, debug, terminal);
    } catch (InvalidPathException e) {
      return told("'" + e.getInput() + "' is no path: " + e.getReason(), e, debug, terminal);
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      return fault(e, debug, terminal);
    }
  }

  private static int execute(
      ParseResult parsed, Map<String, String> environment, Terminal terminal) {
    ParseResult deepest = parsed;
    while (deepest.hasSubcommand()) {
      deepest = deepest.subcommand();
    }
    if (deepest.isUsageHelpRequested()
        || !(deepest.commandSpec().userObject() instanceof Command)) {
      boolean asked = deepest.isUsageHelpRequested();
      if (deepest.isVersionHelpRequested()) {
        terminal.out().println("tradewind " + version());
        return ExitCode.OK;
      }
      CommandLine helped = deepest.commandSpec().commandLine();
      helped.setUsageHelpWidth(HELP_WIDTH).setUsageHelpLongOptionsMaxWidth(HELP_WIDTH / 3);
      helped.usage(asked ? terminal.out() : terminal.err());
      return asked ? ExitCode.OK : ExitCode.USER_MISTAKE;
    }
    Optional<Path> homeFlag = home(parsed);
    Home home = Home.of(homeFlag, environment, Path.of(System.getProperty("user.home", ".")));
    Command command = (Command) deepest.commandSpec().userObject();
    return command.run(deepest, new Session(terminal, environment, home));
  }

  /** Of the innermost command that was given one, since each takes it. */
  private static Optional<Path> home(ParseResult root) {
    Optional<Path> found = Optional.empty();
    ParseResult at = root;
    while (true) {
      found = Options.text(at, "--home").map(Path::of).or(optional(found));
      if (!at.hasSubcommand()) {
        return found;
      }
      at = at.subcommand();
    }
  }

  private static java.util.function.Supplier<Optional<Path>> optional(Optional<Path> value) {
    return () -> value;
  }

  /** The version that was built. */
  public static String version() {
    Properties properties = new Properties();
    try (InputStream in =
        Commands.class.getResourceAsStream("/io/tradewind/app/build.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }

  private static String explain(ParameterException e) {
    CommandLine at = e.getCommandLine();
    String name = at.getCommandSpec().qualifiedName(" ");
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched, at) + "\nsee: " + name + " --help";
    }
    return e.getMessage() + "\nsee: " + name + " --help";
  }

  private static String unmatched(UnmatchedArgumentException e, CommandLine at) {
    String word = e.getUnmatched().getFirst();
    if (word.startsWith("-")) {
      String flag = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      List<String> known = new ArrayList<>(at.getCommandSpec().optionsMap().keySet());
      return "no such option: " + flag + NearMiss.question(flag, known);
    }
    List<String> known = new ArrayList<>(at.getSubcommands().keySet());
    return known.isEmpty()
        ? "nothing is known to be done with '" + word + "'"
        : "no such command: " + word + NearMiss.question(word, known);
  }

  private static boolean isDebug(List<String> arguments, Map<String, String> environment) {
    String variable = environment.getOrDefault("TRADEWIND_DEBUG", "");
    return arguments.contains("--debug")
        || !(variable.isBlank() || variable.equals("0") || variable.equals("false"));
  }

  private static int told(String message, Throwable cause, boolean debug, Terminal terminal) {
    terminal.progress().wipe();
    terminal.out().flush();
    terminal.err().println(terminal.ink().red("tradewind: ") + message);
    if (debug) {
      cause.printStackTrace(terminal.err());
    }
    return ExitCode.USER_MISTAKE;
  }

  private static int fault(Throwable cause, boolean debug, Terminal terminal) {
    terminal.progress().wipe();
    terminal.out().flush();
    terminal
        .err()
        .println(
            terminal.ink().red("tradewind: ")
                + "a fault of Tradewind, not of yours: "
                + cause
                + (debug ? "" : "\nrun it again with --debug to see where, and tell us"));
    if (debug) {
      cause.printStackTrace(terminal.err());
    }
    return ExitCode.OUR_FAULT;
  }
}

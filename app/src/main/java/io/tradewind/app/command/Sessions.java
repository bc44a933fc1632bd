package io.tradewind.app.command;

import io.tradewind.app.config.SessionCatalogue;
import io.tradewind.app.session.SessionFolder;
import io.tradewind.app.terminal.UserMistake;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Which session a command is about. */
final class Sessions {
  private static final String FLAG = SessionCatalogue.NAME.flag();

  private Sessions() {}

  static OptionSpec option() {
    return Options.option(FLAG, "NAME", "which session (the only one that runs)");
  }

  /** The one that is named, else the only one that runs. */
  static SessionFolder running(ParseResult arguments, Session session) {
    Optional<String> named = Options.text(arguments, FLAG);
    if (named.isPresent()) {
      return begun(named.get(), session);
    }
    List<SessionFolder> running = SessionFolder.running(session.home());
    if (running.size() == 1) {
      return running.getFirst();
    }
    if (running.isEmpty()) {
      throw new UserMistake(
          "no session runs; start one with: tradewind paper, or tradewind demo" + there(session));
    }
    throw new UserMistake(
        "%s sessions run, name one with --session: %s".formatted(running.size(), names(running)));
  }

  /** One that is there. */
  static SessionFolder begun(String name, Session session) {
    List<SessionFolder> all = SessionFolder.all(session.home());
    return all.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UserMistake("there is no session '" + name + "'" + there(session)));
  }

  private static String there(Session session) {
    List<SessionFolder> all = SessionFolder.all(session.home());
    return all.isEmpty() ? "" : "\nthere are: " + names(all);
  }

  private static String names(List<SessionFolder> folders) {
    return String.join(", ", folders.stream().map(SessionFolder::name).toList());
  }
}

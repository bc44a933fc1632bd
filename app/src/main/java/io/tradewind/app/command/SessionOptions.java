package io.tradewind.app.command;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.ConfigResult;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Home;
import io.tradewind.app.config.Running;
import io.tradewind.app.config.Setting;
import io.tradewind.app.run.StrategyChoice;
import io.tradewind.app.session.SessionDescription;
import io.tradewind.app.session.SessionFolder;
import io.tradewind.app.session.SessionWork;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.store.records.DatabaseSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the commands that run a session have in common. */
final class SessionOptions {
  private static final List<String> SECTIONS =
      List.of("trading", "execution", "allocation", "exits", "costs", "risk");
  private static final List<Setting<?>> OF_BACKTESTS =
      List.of(Catalogue.SIGNALS, Catalogue.VENUE, Catalogue.FROM, Catalogue.TO, Catalogue.WARM_UP);

  private SessionOptions() {}

  static void add(CommandSpec spec) {
    spec.addArgGroup(Options.group("The session", around()));
    spec.addArgGroup(Options.group("What is traded", of("trading")));
    spec.addArgGroup(Options.group("How it is traded", of("execution", "allocation")));
    spec.addArgGroup(Options.group("Exits", of("exits")));
    spec.addArgGroup(Options.group("Costs", of("costs")));
    spec.addArgGroup(Options.group("Limits of risk", of("risk")));
    spec.addOption(Options.config());
    spec.addOption(Options.profile());
  }

  private static List<Setting<?>> around() {
    return of("session", "exchange", "database", "monitoring");
  }

  private static List<Setting<?>> of(String... sections) {
    List<Setting<?>> settings = new ArrayList<>();
    for (String section : sections) {
      settings.addAll(Catalogue.section(section));
    }
    settings.removeAll(OF_BACKTESTS);
    return settings;
  }

  /** All that may be given by a flag. */
  static List<Setting<?>> settings() {
    List<Setting<?>> settings = new ArrayList<>(around());
    SECTIONS.forEach(section -> settings.addAll(of(section)));
    return settings;
  }

  /**
   * What is to be run: a session that begins, or one that goes on.
   *
   * @throws UserMistake with all that is wrong
   */
  static SessionWork work(ParseResult arguments, Session session, TraderStatus.Mode mode) {
    Mistakes mistakes = new Mistakes();
    ConfigResult.Loaded given = loaded(arguments, session, Optional.empty(), mistakes);
    String name =
        given
            .configuration()
            .running()
            .session()
            .name()
            .orElseGet(() -> mode == TraderStatus.Mode.PAPER ? "paper" : "live");
    SessionFolder folder = SessionFolder.of(session.home(), name);
    Optional<SessionDescription> begun =
        folder.isBegun()
            ? Optional.of(SessionDescription.read(folder.description()))
            : Optional.empty();
    ConfigResult.Loaded loaded =
        begun.isPresent() ? loaded(arguments, session, begun, mistakes) : given;
    begun.ifPresent(each -> checkSame(each, loaded, mode));
    return SessionWork.ready(
        folder,
        mode(mode, loaded.configuration()),
        new SessionWork.Chosen(loaded.settings(), loaded.configuration()),
        begun,
        session.home());
  }

  private static ConfigResult.Loaded loaded(
      ParseResult arguments,
      Session session,
      Optional<SessionDescription> begun,
      Mistakes mistakes) {
    StrategyChoice choice = new StrategyChoice(session.home());
    Optional<ConfigResult.Loaded> loaded =
        begun.isPresent()
            ? Options.configuration(arguments, session, settings(), begun.get(), mistakes)
            : Options.configuration(
                arguments,
                session,
                settings(),
                mistakes,
                faulty ->
                    choice.check(
                        faulty.trading().strategy(), List.of(), faulty.trading().parameters()));
    mistakes.orThrow();
    return loaded.orElseThrow();
  }

  /** Play money is no real money, whatever the command is called. */
  private static TraderStatus.Mode mode(TraderStatus.Mode mode, Configuration configuration) {
    boolean isReal = configuration.running().exchange().network() == Running.Network.MAIN;
    return mode == TraderStatus.Mode.LIVE && !isReal ? TraderStatus.Mode.TESTNET : mode;
  }

  private static void checkSame(
      SessionDescription begun, ConfigResult.Loaded loaded, TraderStatus.Mode mode) {
    TraderStatus.Mode wanted = mode(mode, loaded.configuration());
    if (begun.mode() != wanted) {
      throw new UserMistake(
          "session %s is on %s, not on %s; give this one another name with --session"
              .formatted(begun.name(), words(begun.mode()), words(wanted)));
    }
    List<String> differences = begun.differences(loaded.settings());
    if (!differences.isEmpty()) {
      throw new UserMistake(
          "session %s goes on as it began, and these settings are others now:\n  %s\n"
                  .formatted(begun.name(), String.join("\n  ", differences))
              + "leave them as they were, or begin another session with --session NAME");
    }
  }

  private static String words(TraderStatus.Mode mode) {
    return switch (mode) {
      case PAPER -> "paper";
      case TESTNET -> "play money";
      case LIVE -> "real money";
    };
  }

  /** Where records go. */
  static DatabaseSettings database(Configuration configuration, Home home) {
    Running.Database database = configuration.running().database();
    return database.url().isPresent()
        ? new DatabaseSettings.Postgres(
            database.url().get(), database.user(), database.password().orElse(""))
        : new DatabaseSettings.Sqlite(home.database(), DatabaseSettings.Limits.USUAL);
  }
}

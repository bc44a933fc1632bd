package io.tradewind.app.command;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.ConfigResult;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Setting;
import io.tradewind.app.run.Examination;
import io.tradewind.app.run.StrategyChoice;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.research.bias.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the {@code analyze} commands have in common. */
final class AnalyzeOptions {
  private AnalyzeOptions() {}

  static void add(CommandSpec spec) {
    spec.addArgGroup(Options.group("What is examined", traded()));
    spec.addArgGroup(Options.group("Data", Catalogue.section("data")));
    spec.addOption(Options.flag("--json", "print the whole result as JSON"));
    spec.addOption(Options.config());
  }

  private static List<Setting<?>> traded() {
    List<Setting<?>> settings = new ArrayList<>(Catalogue.section("trading"));
    settings.remove(Catalogue.SIGNALS);
    return settings;
  }

  /**
   * What is to be examined.
   *
   * @param mistakes what is wrong besides
   * @throws UserMistake with all that is wrong
   */
  static Examination examination(ParseResult arguments, Session session, Mistakes mistakes) {
    List<Setting<?>> settings = traded();
    settings.addAll(Catalogue.section("data"));
    StrategyChoice choice = new StrategyChoice(session.home());
    Optional<Configuration> configuration =
        Options.configuration(
                arguments,
                session,
                settings,
                mistakes,
                faulty ->
                    choice.check(
                        faulty.trading().strategy(), List.of(), faulty.trading().parameters()))
            .map(ConfigResult.Loaded::configuration);
    configuration
        .map(Configuration::trading)
        .ifPresent(trading ->
            mistakes.check(
                () -> choice.check(trading.strategy(), List.of(), trading.parameters())));
    if (configuration.isPresent() && configuration.get().ticks().areWanted()) {
      mistakes.add(
          "a strategy is examined on candles, and ticks.source says that runs are on ticks; set"
              + " TRADEWIND_TICKS_SOURCE=none");
    }
    mistakes.orThrow();
    return Examination.of(configuration.orElseThrow(), session.home());
  }

  /** A whole number, which has a default. */
  static int count(ParseResult arguments, String name, int absent, int min, int max) {
    String text = Options.text(arguments, name).orElse(Integer.toString(absent));
    if (text.matches("[0-9]{1,6}")) {
      int count = Integer.parseInt(text);
      if (count >= min && count <= max) {
        return count;
      }
    }
    throw new UserMistake(
        name + " " + text + ": must be a whole number from " + min + " to " + max);
  }

  static int exitCode(Verdict verdict) {
    return switch (verdict) {
      case CLEAN -> ExitCode.OK;
      case FOUND -> ExitCode.FOUND;
      case WEAK -> ExitCode.WEAK;
    };
  }
}

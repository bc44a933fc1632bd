package io.tradewind.app.command;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.ConfigResult;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Setting;
import io.tradewind.app.run.BacktestWiring;
import io.tradewind.app.run.ChosenStrategy;
import io.tradewind.app.run.Contestants;
import io.tradewind.app.run.ReportFiles;
import io.tradewind.app.run.Shares;
import io.tradewind.app.run.StrategyChoice;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.research.backtest.BacktestSpec;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the commands that run a backtest have in common. */
final class BacktestOptions {
  private static final List<String> SECTIONS =
      List.of(
          "trading", "data", "ticks", "execution", "allocation", "exits", "costs", "risk", "hedge");

  private BacktestOptions() {}

  /**
   * A run that is ready to begin, with what it is made of, and those of its challengers.
   *
   * @param files that it is to write
   */
  record Ready(
      Configuration configuration,
      Configuration.Report files,
      RiskSettings limits,
      BacktestSpec spec,
      List<BacktestSpec> rivals) {

    /** Tells where the files are. */
    void printFiles(PrintStream out) {
      files.html().ifPresent(file -> out.println("report      " + file.toAbsolutePath()));
      files.tradesCsv().ifPresent(file -> out.println("trades      " + file.toAbsolutePath()));
      files.parquet().ifPresent(folder -> out.println("parquet     " + folder.toAbsolutePath()));
      files.journal().ifPresent(file -> out.println("journal     " + file.toAbsolutePath()));
    }
  }

  /**
   * Adds the options, those of the output last.
   *
   * @param beside settings of what the command does beside the run
   */
  static void add(CommandSpec spec, List<Setting<?>> beside, List<Setting<?>> output) {
    List<Setting<?>> ways = new ArrayList<>(Catalogue.section("execution"));
    ways.addAll(Catalogue.section("allocation"));
    ways.addAll(beside);
    spec.addArgGroup(Options.group("What is traded", Catalogue.section("trading")));
    spec.addArgGroup(Options.group("Data", Catalogue.section("data")));
    spec.addArgGroup(Options.group("Trades and order books", Catalogue.section("ticks")));
    spec.addArgGroup(Options.group("How it is traded", ways));
    spec.addArgGroup(Options.group("Exits", Catalogue.section("exits")));
    spec.addArgGroup(Options.group("Costs", Catalogue.section("costs")));
    List<Setting<?>> risk = new ArrayList<>(Catalogue.section("risk"));
    risk.addAll(Catalogue.section("hedge"));
    spec.addArgGroup(Options.group("Limits of risk", risk));
    spec.addArgGroup(Options.group("Output", output));
    spec.addOption(Options.flag("--json", "print the whole result as JSON"));
    spec.addOption(Options.config());
  }

  /**
   * Reads the options and the data.
   *
   * @param output settings of the output, and of what the command does beside
   * @param written of the files that are configured, those that the command writes
   * @throws UserMistake with all that is wrong
   */
  static Ready ready(
      ParseResult arguments,
      Session session,
      List<Setting<?>> output,
      UnaryOperator<Configuration.Report> written) {
    StrategyChoice choice = new StrategyChoice(session.home());
    Configuration configuration = configuration(arguments, session, output, choice);
    BacktestWiring wiring = new BacktestWiring(configuration, RiskSettings.RESEARCH);
    Mistakes mistakes = new Mistakes();
    Configuration.Report files = written.apply(configuration.report());
    ReportFiles.check(files, session.home(), mistakes);
    Optional<List<InstrumentId>> symbols = mistakes.find(wiring::symbols);
    Optional<Contestants> strategies =
        mistakes.find(() -> choice.all(configuration, symbols.orElse(List.of())));
    Optional<List<BigDecimal>> shares =
        strategies.flatMap(all -> mistakes.find(() -> shares(all.live(), configuration)));
    mistakes.orThrow();
    BacktestWiring.Contest contest =
        wiring.backtest(strategies.orElseThrow(), shares.orElseThrow(), session.home());
    return new Ready(
        configuration,
        files,
        configuration.risk().settings(RiskSettings.RESEARCH),
        contest.live(),
        contest.rivals());
  }

  private static List<BigDecimal> shares(
      List<ChosenStrategy> strategies, Configuration configuration) {
    return Shares.of(
        strategies.stream().map(ChosenStrategy::name).toList(),
        configuration.allocation().shares());
  }

  private static Configuration configuration(
      ParseResult arguments, Session session, List<Setting<?>> output, StrategyChoice choice) {
    List<Setting<?>> settings = new ArrayList<>(output);
    SECTIONS.forEach(section -> settings.addAll(Catalogue.section(section)));
    Mistakes mistakes = new Mistakes();
    Optional<ConfigResult.Loaded> loaded =
        Options.configuration(
            arguments,
            session,
            settings,
            mistakes,
            faulty ->
                choice.check(
                    faulty.trading().strategy(),
                    faulty.rivals().names(),
                    faulty.trading().parameters()));
    mistakes.orThrow();
    return loaded.orElseThrow().configuration();
  }
}

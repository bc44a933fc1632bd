package io.tradewind.app.command;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.ConfigResult;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Setting;
import io.tradewind.app.run.BacktestWiring;
import io.tradewind.app.run.ChosenStrategy;
import io.tradewind.app.run.ReportFiles;
import io.tradewind.app.run.ResultText;
import io.tradewind.app.run.Shares;
import io.tradewind.app.run.StrategyChoice;
import io.tradewind.app.run.StrategyRun;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.ProgressLine;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.report.EquityMode;
import io.tradewind.research.report.JsonReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code backtest}: a strategy, or a file of signals, over history. */
final class BacktestCommand implements Command {
  private static final String SHARE =
      "a strategy's part of the capital, such as momentum=60% (equal parts)";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "backtest", "Trade a strategy, or a file of signals, over history.");
    spec.usageMessage()
        .footer(
            "  tradewind backtest --strategy momentum --symbols BTC/USDT,ETH/USDT \\",
            "      --from 2024-02-01 --to 2024-09-01 --interval 1h --report out.html",
            "  tradewind backtest --strategy momentum,pairs --share momentum=60% \\",
            "      --param momentum.length=20 --symbols BTC/USDT,ETH/USDT",
            "  tradewind backtest --strategy ./My.java --symbols BTC/USDT --param fast=9",
            "  tradewind backtest --signals my.csv --candles btc.csv --symbols BTC/USDT \\",
            "      --market perp --fee-bps 0 --stop-loss 10% --roi 0:5%,60:2% --json");
    spec.addArgGroup(Options.group("What is traded", Catalogue.section("trading")));
    spec.addArgGroup(Options.group("Data", Catalogue.section("data")));
    spec.addArgGroup(Options.group("Exits", Catalogue.section("exits")));
    spec.addArgGroup(Options.group("Costs", Catalogue.section("costs")));
    spec.addArgGroup(Options.group("Limits of risk", Catalogue.section("risk")));
    spec.addArgGroup(Options.group("Output", Catalogue.section("report")));
    spec.addOption(Options.several("--share", "NAME=PART", SHARE));
    spec.addOption(Options.flag("--json", "print the whole result as JSON"));
    spec.addOption(Options.config());
    return spec;
  }

  private static List<Setting<?>> settings() {
    List<Setting<?>> settings = new ArrayList<>(Catalogue.ALL);
    settings.removeAll(Catalogue.section("demo"));
    return settings;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    StrategyChoice choice = new StrategyChoice(session.home());
    Configuration configuration = configuration(arguments, session, choice);
    BacktestWiring wiring = new BacktestWiring(configuration, RiskSettings.RESEARCH);
    Mistakes mistakes = new Mistakes();
    ReportFiles.check(configuration.report(), session.home(), mistakes);
    Optional<List<InstrumentId>> symbols = mistakes.find(wiring::symbols);
    Optional<List<ChosenStrategy>> strategies =
        mistakes.find(() -> choice.all(configuration, symbols.orElse(List.of())));
    Optional<List<BigDecimal>> shares =
        strategies.flatMap(all -> mistakes.find(() -> shares(all, arguments)));
    mistakes.orThrow();
    StrategyRun run =
        new StrategyRun(
            wiring.backtest(strategies.orElseThrow(), shares.orElseThrow(), session.home()));
    ProgressLine progress = session.progress(arguments);
    progress.begin("backtest");
    BacktestResult result = run.toEnd(progress::at);
    progress.wipe();
    configuration.report().html().ifPresent(file -> ReportFiles.html(result, file));
    configuration.report().tradesCsv().ifPresent(file -> ReportFiles.csv(result, file));
    EquityMode equity =
        configuration.report().equityPerCandle() ? EquityMode.CANDLE : EquityMode.DAILY;
    configuration
        .report()
        .parquet()
        .ifPresent(folder -> ReportFiles.parquet(result, equity, folder));
    if (Options.has(arguments, "--json")) {
      JsonReport.write(result, equity, session.out());
      session.out().println();
    } else {
      print(result, configuration, session);
    }
    return ExitCode.OK;
  }

  private static List<BigDecimal> shares(List<ChosenStrategy> strategies, ParseResult arguments) {
    return Shares.of(
        strategies.stream().map(ChosenStrategy::name).toList(),
        Options.texts(arguments, "--share"));
  }

  private static Configuration configuration(
      ParseResult arguments, Session session, StrategyChoice choice) {
    Mistakes mistakes = new Mistakes();
    Optional<ConfigResult.Loaded> loaded =
        Options.configuration(
            arguments,
            session,
            settings(),
            mistakes,
            faulty -> choice.check(faulty.trading().strategy(), faulty.trading().parameters()));
    mistakes.orThrow();
    return loaded.orElseThrow().configuration();
  }

  private static void print(BacktestResult result, Configuration configuration, Session session) {
    ResultText.lines(result, session.ink()).forEach(session.out()::println);
    configuration
        .report()
        .html()
        .ifPresent(file -> session.out().println("report      " + file.toAbsolutePath()));
    configuration
        .report()
        .tradesCsv()
        .ifPresent(file -> session.out().println("trades      " + file.toAbsolutePath()));
    configuration
        .report()
        .parquet()
        .ifPresent(folder -> session.out().println("parquet     " + folder.toAbsolutePath()));
  }
}

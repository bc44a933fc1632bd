package io.tradewind.app.command;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Setting;
import io.tradewind.app.run.ReportFiles;
import io.tradewind.app.run.ResultText;
import io.tradewind.app.run.StrategyRun;
import io.tradewind.app.terminal.ProgressLine;
import io.tradewind.core.journal.JournalEntry;
import io.tradewind.core.journal.TradeJournal;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.BacktestSpec;
import io.tradewind.research.report.EquityMode;
import io.tradewind.research.report.JsonReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code backtest}: a strategy, or a file of signals, over history. */
final class BacktestCommand implements Command {
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
            "  tradewind backtest --strategy momentum --rival fast=momentum \\",
            "      --param fast.length=6 --symbols BTC/USDT --execution twap",
            "  tradewind backtest --strategy order-flow --symbols BTC/USDT --market perp \\",
            "      --ticks --interval 5s --param length=2,window=20 --order-latency 20ms",
            "  tradewind backtest --strategy ./My.java --symbols BTC/USDT --param fast=9",
            "  tradewind backtest --signals my.csv --candles btc.csv --symbols BTC/USDT \\",
            "      --market perp --fee-bps 0 --stop-loss 10% --roi 0:5%,60:2% --json");
    BacktestOptions.add(spec, Catalogue.section("rivals"), output());
    return spec;
  }

  private static List<Setting<?>> settings() {
    List<Setting<?>> settings = output();
    settings.addAll(Catalogue.section("rivals"));
    return settings;
  }

  private static List<Setting<?>> output() {
    List<Setting<?>> output = new ArrayList<>(Catalogue.section("report"));
    output.remove(Catalogue.RISK_HTML);
    return output;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    BacktestOptions.Ready ready =
        BacktestOptions.ready(arguments, session, settings(), UnaryOperator.identity());
    Configuration.Report files = ready.files();
    List<JournalEntry> journal = new ArrayList<>();
    StrategyRun run =
        new StrategyRun(
            files.journal().isPresent()
                ? ready.spec().heardBy(new TradeJournal(journal::add))
                : ready.spec());
    ProgressLine progress = session.progress(arguments);
    progress.begin("backtest");
    BacktestResult live = run.toEnd(progress::at);
    BacktestResult result = against(live, ready, progress);
    progress.wipe();
    files.html().ifPresent(file -> ReportFiles.html(result, file));
    files.tradesCsv().ifPresent(file -> ReportFiles.csv(result, file));
    files.journal().ifPresent(file -> ReportFiles.journal(journal, file));
    EquityMode equity = files.equityPerCandle() ? EquityMode.CANDLE : EquityMode.DAILY;
    files.parquet().ifPresent(folder -> ReportFiles.parquet(result, equity, folder));
    if (Options.has(arguments, "--json")) {
      JsonReport.write(result, equity, session.out());
      session.out().println();
    } else {
      ResultText.lines(result, session.ink()).forEach(session.out()::println);
      ready.printFiles(session.out());
    }
    return ExitCode.OK;
  }

  /** After the run its challengers trade, one by one. */
  private static BacktestResult against(
      BacktestResult live, BacktestOptions.Ready ready, ProgressLine progress) {
    List<BacktestResult> rivals = new ArrayList<>();
    for (BacktestSpec spec : ready.rivals()) {
      StrategyRun run = new StrategyRun(spec);
      progress.begin("rival " + spec.strategyName());
      rivals.add(run.toEnd(progress::at));
    }
    return live.against(rivals, ready.configuration().rivals().settings());
  }
}

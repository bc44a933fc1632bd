package io.tradewind.app.command;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Setting;
import io.tradewind.app.run.ReportFiles;
import io.tradewind.app.run.RiskText;
import io.tradewind.app.run.StrategyRun;
import io.tradewind.app.terminal.ProgressLine;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.risk.RiskAnalysis;
import io.tradewind.research.risk.RiskJson;
import io.tradewind.research.risk.RiskLog;
import io.tradewind.research.risk.RiskReport;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code risk}: what a backtest risked, and which limits held it. */
final class RiskCommand implements Command {
  private static final List<Setting<?>> OUTPUT = List.of(Catalogue.RISK_HTML);

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "risk", "Run a backtest and tell what it risked, and what held it.");
    spec.usageMessage()
        .footer(
            "  tradewind risk --strategy momentum --symbols BTC/USDT,ETH/USDT --limits shipped",
            "  tradewind risk --strategy momentum --symbols BTC/USDT --market perp \\",
            "      --max-leverage 3 --sizing percent-risk:1% --report risk.html");
    BacktestOptions.add(spec, List.of(), OUTPUT);
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    BacktestOptions.Ready ready =
        BacktestOptions.ready(arguments, session, OUTPUT, Configuration.Report::ofRisk);
    RiskReport report = report(ready, session.progress(arguments));
    ready.files().html().ifPresent(file -> ReportFiles.riskHtml(report, file));
    if (Options.has(arguments, "--json")) {
      session.out().println(RiskJson.text(report));
    } else {
      RiskText.lines(report, session.ink()).forEach(session.out()::println);
      ready.printFiles(session.out());
    }
    return ExitCode.OK;
  }

  private static RiskReport report(BacktestOptions.Ready ready, ProgressLine progress) {
    RiskLog log = new RiskLog(ready.spec().market().instruments(), ready.spec().fromNs());
    StrategyRun run = new StrategyRun(ready.spec().heardBy(log));
    progress.begin("risk");
    BacktestResult result =
        run.toEnd(
            progress::at,
            () -> log.observe(run.run().timeNs(), run.run().session().engine().books()));
    progress.wipe();
    return RiskAnalysis.of(result, log.record(), ready.limits());
  }
}

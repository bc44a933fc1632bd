package io.tradewind.app.command;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.ConfigResult;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Setting;
import io.tradewind.app.demo.Demo;
import io.tradewind.app.run.ChosenStrategy;
import io.tradewind.app.run.ReportFiles;
import io.tradewind.app.run.ResultText;
import io.tradewind.app.run.StrategyChoice;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.research.backtest.BacktestResult;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code demo}: paper trading on real trades, many times as fast. */
final class DemoCommand implements Command {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "demo",
            "Trade on paper, on real trades that come with Tradewind, many times as fast.");
    spec.usageMessage()
        .footer("  tradewind demo", "  tradewind demo --for 20s", "  tradewind demo --speed 50000");
    spec.addArgGroup(Options.group("The demo", Catalogue.section("demo")));
    spec.addArgGroup(Options.group("Account", List.of(Catalogue.CAPITAL)));
    spec.addArgGroup(Options.group("Exits", Catalogue.section("exits")));
    spec.addArgGroup(Options.group("Costs", Catalogue.section("costs")));
    spec.addArgGroup(Options.group("Limits of risk", Catalogue.section("risk")));
    spec.addArgGroup(Options.group("Output", List.of(Catalogue.HTML)));
    spec.addOption(Options.config());
    return spec;
  }

  private static List<Setting<?>> settings() {
    List<Setting<?>> settings = new ArrayList<>();
    List.of("demo", "exits", "costs", "risk")
        .forEach(section -> settings.addAll(Catalogue.section(section)));
    settings.add(Catalogue.CAPITAL);
    settings.add(Catalogue.HTML);
    return settings;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    StrategyChoice choice = new StrategyChoice(session.home());
    Mistakes mistakes = new Mistakes();
    Optional<ConfigResult.Loaded> loaded =
        Options.configuration(
            arguments,
            session,
            settings(),
            mistakes,
            faulty ->
                choice.check(
                    Optional.of(faulty.demo().strategy()), List.of(), faulty.demo().parameters()));
    mistakes.orThrow();
    Configuration configuration = loaded.orElseThrow().configuration();
    Path report =
        configuration
            .report()
            .html()
            .orElseGet(() ->
                session
                    .home()
                    .writable(session.home().reports())
                    .resolve("demo-" + LocalDateTime.now(ZoneOffset.UTC).format(STAMP) + ".html"));
    Configuration mine = configuration.forDemo(report);
    ReportFiles.check(mine.report(), session.home(), mistakes);
    Optional<ChosenStrategy> found = mistakes.find(() -> choice.of(mine, Demo.symbols()));
    mistakes.orThrow();
    ChosenStrategy strategy = found.orElseThrow();
    new Demo(mine, session.terminal()).run(strategy, result -> tell(result, report, session));
    return ExitCode.OK;
  }

  private static void tell(BacktestResult result, Path report, Session session) {
    ResultText.lines(result, session.ink()).forEach(session.out()::println);
    ReportFiles.html(result, report);
    session.out().println("report      " + report.toAbsolutePath());
  }
}

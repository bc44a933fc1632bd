package io.tradewind.app.command;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands under their root. */
final class CommandTree {
  private static final int WIDTH = 100;

  private CommandTree() {}

  static CommandLine build(boolean coloured) {
    CommandSpec root = root();
    add(root, new DemoCommand(), List.of());
    add(root, new PaperCommand(), List.of());
    add(root, new LiveCommand(), List.of());
    add(root, LookCommand.status(), List.of());
    add(root, LookCommand.positions(), List.of());
    add(root, LookCommand.orders(), List.of());
    add(root, new WhyCommand(), List.of());
    add(root, AskCommand.pause(), List.of());
    add(root, AskCommand.resume(), List.of());
    add(root, AskCommand.stop(), List.of());
    add(root, AskCommand.emergencyStop(), List.of());
    add(root, new WatchdogCommand(), List.of());
    add(root, new ReplayCommand(), List.of());
    add(root, new DoctorCommand(), List.of());
    add(
        root,
        new GroupCommand("audit", "Verify what was decided."),
        List.of(new AuditVerifyCommand()));
    add(
        root,
        new GroupCommand("golive", "Show what real money still needs."),
        List.of(GoLiveCommand.status(), GoLiveCommand.advance()));
    add(root, new BacktestCommand(), List.of());
    add(root, new RiskCommand(), List.of());
    add(
        root,
        new GroupCommand("analyze", "Prove that a strategy does not look ahead, and warms up."),
        List.of(new LookaheadCommand(), new WarmupCommand()));
    add(root, new ExchangeCommand(), List.of());
    add(root, new StrategiesCommand(), List.of());
    add(root, new IndicatorsCommand(), List.of());
    add(
        root,
        new GroupCommand("data", "Import, download, list, check, export and delete market data."),
        List.of(
            new DataImportCommand(),
            new DataDownloadCommand(),
            new DataListCommand(),
            new DataCheckCommand(),
            new DataExportCommand(),
            new DataDeleteCommand()));
    add(root, new GroupCommand("config", "Show the configuration."), List.of(new ConfigCommand()));
    add(root, new CompletionCommand(), List.of());
    add(root, new VerifyCommand(), List.of());
    add(root, new RehearseCommand(), List.of());
    CommandLine line = new CommandLine(root);
    line.setUsageHelpWidth(WIDTH).setUsageHelpLongOptionsMaxWidth(WIDTH / 3);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(coloured ? Ansi.ON : Ansi.OFF));
    return line;
  }

  private static CommandSpec root() {
    CommandSpec spec =
        Options.describe(
            CommandSpec.create(),
            "tradewind",
            "A crypto trading system: backtest, paper and live.");
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("print the version")
            .build());
    spec.usageMessage()
        .footer(
            "  tradewind demo",
            "  tradewind data import BTC_USDT-5m.csv.gz --venue binance",
            "  tradewind backtest --strategy momentum --symbols BTC/USDT --report out.html",
            "",
            "Help on a command: tradewind COMMAND --help");
    return spec;
  }

  private static void add(CommandSpec parent, Command command, List<Command> inside) {
    CommandSpec spec = command.spec();
    String[] examples = spec.usageMessage().footer();
    spec.usageMessage().footer(Arrays.stream(examples).map(Options::plain).toArray(String[]::new));
    inside.forEach(inner -> add(spec, inner, List.of()));
    parent.addSubcommand(spec.name(), spec);
  }
}

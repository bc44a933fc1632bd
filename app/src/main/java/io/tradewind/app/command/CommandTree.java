package io.tradewind.app.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands under their root. */
final class CommandTree {
  private CommandTree() {}

  static CommandLine build() {
    CommandSpec root = root();
    List<CommandSpec> data = new ArrayList<>();
    add(root, new DemoCommand());
    add(root, new BacktestCommand());
    add(root, new StrategiesCommand());
    addGroup(root, new GroupCommand("data", "Import, list, check, export and delete market data."),
        List.of(new DataImportCommand(), new DataListCommand(), new DataCheckCommand(),
            new DataExportCommand(), new DataDeleteCommand()));
    addGroup(root, new GroupCommand("config", "Show the configuration."),
        List.of(new ConfigCommand()));
    add(root, new CompletionCommand());
    add(root, new VerifyCommand());
    add(root, new RehearseCommand());
    return new CommandLine(root);
  }
}

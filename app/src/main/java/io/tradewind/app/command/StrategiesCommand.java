package io.tradewind.app.command;

import io.tradewind.app.run.StrategyChoice;
import io.tradewind.app.run.StrategyChoice.Known;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Table;
import io.tradewind.analytics.parameter.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code strategies}: what there is to trade with. */
final class StrategiesCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "strategies", "List strategies with their parameters.");
    spec.usageMessage().footer("  tradewind strategies", "  tradewind strategies --json");
    spec.addOption(Options.json());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    StrategyChoice choice = new StrategyChoice(session.home());
    List<Known> known = choice.known();
    if (Options.has(arguments, "--json")) {
      session.out().println(JsonText.of(known.stream().map(StrategiesCommand::fields).toList()));
      return ExitCode.OK;
    }
    for (Known strategy : known) {
      print(strategy, session);
    }
    session
        .out()
        .println(
            "your own: put a Java file into "
                + session.home().strategies()
                + ", or name it by its path");
    return ExitCode.OK;
  }

  private static void print(Known strategy, Session session) {
    session.out().println(session.ink().bold(strategy.name()) + "  " + strategy.description());
    if (!strategy.parameters().isEmpty()) {
      Table table = new Table("parameter", ">default", "allowed");
      for (Parameter<?> parameter : strategy.parameters()) {
        table.row(parameter.name(), parameter.defaultValue().toString(), parameter.allowed());
      }
      table.lines(session.ink()).stream()
          .skip(1)
          .forEach(line -> session.out().println("    " + line));
    }
    session.out().println();
  }

  private static Map<String, Object> fields(Known strategy) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    for (Parameter<?> parameter : strategy.parameters()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", parameter.name());
      one.put("default", parameter.defaultValue());
      one.put("allowed", parameter.allowed());
      parameters.add(one);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", strategy.name());
    fields.put("description", strategy.description());
    fields.put("file", strategy.file());
    fields.put("parameters", parameters);
    return fields;
  }
}

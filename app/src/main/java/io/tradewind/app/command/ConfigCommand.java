package io.tradewind.app.command;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.Setting;
import io.tradewind.app.config.Settings;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code config show}: every setting with its value, and where it came from. */
final class ConfigCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(this, "show", "Show every setting with its value.");
    spec.usageMessage()
        .footer(
            "  tradewind config show --origin",
            "  tradewind config show --profile staging --origin",
            "  tradewind config show --json");
    spec.addOption(Options.config());
    spec.addOption(Options.profile());
    spec.addOption(Options.flag("--origin", "tell where each value came from"));
    spec.addOption(Options.json());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    Settings settings = Options.configuration(arguments, session, List.of()).settings();
    if (Options.has(arguments, "--json")) {
      printJson(settings, session);
    } else {
      printTable(settings, session, Options.has(arguments, "--origin"));
    }
    return ExitCode.OK;
  }

  private static void printTable(Settings settings, Session session, boolean origin) {
    Table table = origin ? new Table("setting", "value", "from") : new Table("setting", "value");
    for (Setting<?> setting : Catalogue.ALL) {
      Settings.Value value = settings.value(setting);
      String text = value.text().orElse("(" + setting.defaultInWords() + ")");
      if (origin) {
        table.row(setting.path(), text, value.origin().text());
      } else {
        table.row(setting.path(), text);
      }
    }
    table.lines(session.ink()).forEach(session.out()::println);
    if (origin) {
      session.out().println();
      session
          .out()
          .println(
              "home: " + session.home().folder() + " (" + session.home().origin().text() + ")");
    }
  }

  private static void printJson(Settings settings, Session session) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Setting<?> setting : Catalogue.ALL) {
      Settings.Value value = settings.value(setting);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("value", value.text());
      one.put("origin", value.origin().text());
      all.put(setting.path(), one);
    }
    session.out().println(JsonText.of(all));
  }
}

package io.tradewind.app.command;

import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.SeriesInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code data delete}: takes series out of the store, after a question. */
final class DataDeleteCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "delete", "Delete series from the store; asks before.");
    spec.usageMessage()
        .footer(
            "  tradewind data delete --symbol TEST/USDT",
            "  tradewind data delete --symbol BTC/USDT --interval 5m --yes");
    SeriesChoice.addOptions(spec);
    spec.addOption(Options.flag("--yes", "do not ask"));
    spec.addOption(Options.json());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    if (!Options.has(arguments, "--symbol") && !Options.has(arguments, "--venue")) {
      throw new UserMistake("say what to delete: give --symbol, or --venue for all of a venue");
    }
    try (CandleStore store = new CandleStore(session.home().store())) {
      List<SeriesInfo> series = SeriesChoice.choose(store, session, arguments);
      if (!Options.has(arguments, "--yes") && !isConfirmed(series, session)) {
        session.out().println("nothing was deleted");
        return ExitCode.OK;
      }
      series.forEach(info -> store.delete(info.instrument(), info.kind()));
      report(series, arguments, session);
    }
    return ExitCode.OK;
  }

  private static boolean isConfirmed(List<SeriesInfo> series, Session session) {
    session.out().println("to be deleted:");
    series.forEach(info -> session.out().println("  " + text(info)));
    String answer =
        session
            .terminal()
            .ask("delete? [y/N]")
            .orElseThrow(
                () -> new UserMistake("nobody is there to be asked; give --yes to delete"));
    return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  private static void report(List<SeriesInfo> series, ParseResult arguments, Session session) {
    if (!Options.has(arguments, "--json")) {
      series.forEach(info -> session.out().println("deleted " + text(info)));
      return;
    }
    List<Map<String, Object>> deleted = new ArrayList<>();
    for (SeriesInfo info : series) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("symbol", info.instrument().symbol());
      fields.put("venue", info.instrument().venue());
      fields.put("kind", info.kind());
      fields.put("rows", info.rows());
      deleted.add(fields);
    }
    session.out().println(JsonText.of(deleted));
  }

  private static String text(SeriesInfo info) {
    return Text.of("%s %s, %,d rows", info.instrument(), info.kind(), info.rows());
  }
}

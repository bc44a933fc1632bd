package io.tradewind.app.command;

import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.SeriesInfo;
import io.tradewind.store.catalog.StoreContents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
      StoreContents series = SeriesChoice.choose(store, session, arguments);
      if (!Options.has(arguments, "--yes") && !isConfirmed(series, session)) {
        session.out().println("nothing was deleted");
        return ExitCode.OK;
      }
      series.series().forEach(info -> store.delete(info.instrument(), info.kind()));
      series.damaged().forEach(broken -> store.delete(broken.instrument(), broken.kind()));
      report(series, arguments, session);
    }
    return ExitCode.OK;
  }

  private static boolean isConfirmed(StoreContents series, Session session) {
    session.out().println("to be deleted:");
    texts(series).forEach(text -> session.out().println("  " + text));
    String answer =
        session
            .terminal()
            .ask("delete? [y/N]")
            .orElseThrow(
                () -> new UserMistake("nobody is there to be asked; give --yes to delete"));
    return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  private static void report(StoreContents series, ParseResult arguments, Session session) {
    if (!Options.has(arguments, "--json")) {
      texts(series).forEach(text -> session.out().println("deleted " + text));
      return;
    }
    List<Map<String, Object>> deleted = new ArrayList<>();
    for (SeriesInfo info : series.series()) {
      deleted.add(fields(info.instrument(), info.kind(), Optional.of(info.rows())));
    }
    for (StoreContents.Damaged broken : series.damaged()) {
      deleted.add(fields(broken.instrument(), broken.kind(), Optional.empty()));
    }
    session.out().println(JsonText.of(deleted));
  }

  private static Map<String, Object> fields(InstrumentId id, String kind, Optional<Long> rows) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("symbol", id.symbol());
    fields.put("venue", id.venue());
    fields.put("kind", kind);
    fields.put("rows", rows);
    return fields;
  }

  private static List<String> texts(StoreContents series) {
    return Stream.concat(
            series.series().stream()
                .map(info ->
                    Text.of("%s %s, %,d rows", info.instrument(), info.kind(), info.rows())),
            series.damaged().stream()
                .map(broken -> broken.instrument() + " " + broken.kind() + ", damaged"))
        .toList();
  }
}

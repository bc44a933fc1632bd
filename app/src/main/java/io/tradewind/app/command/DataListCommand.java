package io.tradewind.app.command;

import io.tradewind.app.run.RunTimes;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Table;
import io.tradewind.app.terminal.Text;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.SeriesInfo;
import io.tradewind.store.catalog.StoreContents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code data list}: what the store has. */
final class DataListCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(this, "list", "List what the store has.");
    spec.usageMessage()
        .footer("  tradewind data list", "  tradewind data list --symbol BTC/USDT --json");
    SeriesChoice.addOptions(spec);
    spec.addOption(Options.json());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    StoreContents contents;
    try (CandleStore store = new CandleStore(session.home().store())) {
      contents = SeriesChoice.choose(store, session, arguments);
    }
    List<SeriesInfo> series = contents.series();
    if (Options.has(arguments, "--json")) {
      session.out().println(JsonText.of(series.stream().map(DataListCommand::fields).toList()));
    } else if (!series.isEmpty()) {
      print(series, session);
    } else if (contents.damaged().isEmpty()) {
      session
          .out()
          .println(
              "the store in "
                  + session.home().store()
                  + " is empty; fill it with: tradewind data import FILE");
    }
    SeriesChoice.refuseDamaged(contents);
    return ExitCode.OK;
  }

  /** End of the last row: a candle's close. */
  static long endNs(SeriesInfo info) {
    return info.lastNs() + info.interval().map(Interval::durationNs).orElse(0L);
  }

  private static void print(List<SeriesInfo> series, Session session) {
    Table table = new Table("symbol", "venue", "kind", "from", "to", ">rows", ">gaps", ">size");
    for (SeriesInfo info : series) {
      table.row(
          info.instrument().symbol(),
          info.instrument().venue(),
          info.kind(),
          RunTimes.minute(info.firstNs()),
          RunTimes.minute(endNs(info)),
          Text.of("%,d", info.rows()),
          Text.of("%,d", info.gaps()),
          size(info.bytes()));
    }
    table.lines(session.ink()).forEach(session.out()::println);
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? Text.of("%,d kB", Math.max(1, bytes / 1000))
        : Text.of("%,.1f MB", bytes / 1e6);
  }

  private static Map<String, Object> fields(SeriesInfo info) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("symbol", info.instrument().symbol());
    fields.put("venue", info.instrument().venue());
    fields.put("market", SeriesChoice.marketName(info.instrument()));
    fields.put("kind", info.kind());
    fields.put("interval", info.interval());
    fields.put("from", Utc.format(info.firstNs()));
    fields.put("to", Utc.format(endNs(info)));
    fields.put("rows", info.rows());
    fields.put("gaps", info.gaps());
    fields.put("bytes", info.bytes());
    return fields;
  }
}

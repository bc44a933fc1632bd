package io.tradewind.app.command;

import io.tradewind.analytics.check.NearMiss;
import io.tradewind.app.run.ReportFiles;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.ExportFormat;
import io.tradewind.store.catalog.SeriesInfo;
import io.tradewind.store.catalog.StoreContents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code data export}: one series of the store into one file. */
final class DataExportCommand implements Command {
  private static final List<String> FORMATS = List.of("csv", "json", "parquet");

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(this, "export", "Write one series to a file.");
    spec.usageMessage()
        .footer(
            "  tradewind data export btc.csv --symbol BTC/USDT --interval 5m",
            "  tradewind data export rates.csv --symbol BTC/USDT:USDT --kind funding",
            "  tradewind data export btc.out --symbol BTC/USDT --kind trades --format parquet");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("1")
            .type(String.class)
            .description("where to; a file that is there is replaced")
            .build());
    SeriesChoice.addOptions(spec);
    spec.addOption(
        Options.option("--format", "FORMAT", "csv, json or parquet (by the file's name)"));
    spec.addOption(Options.json());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    Path target = Path.of(arguments.<String>matchedPositionalValue(0, ""));
    ExportFormat format = format(arguments, target);
    ReportFiles.checkOutside(target, session.home());
    ReportFiles.check(target);
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new UserMistake(
          "can't write " + target + ": it is no file that could be replaced; name a file");
    }
    try (CandleStore store = new CandleStore(session.home().store())) {
      SeriesInfo info = only(SeriesChoice.choose(store, session, arguments), session);
      store.export(info.instrument(), info.kind(), format, target.toAbsolutePath());
      if (Options.has(arguments, "--json")) {
        session
            .out()
            .println(
                JsonText.of(
                    Map.of(
                        "series", info.instrument() + " " + info.kind(),
                        "rows", info.rows(),
                        "file", target.toAbsolutePath())));
      } else {
        session
            .out()
            .println(
                Text.of(
                    "%s %s: %,d rows written to %s",
                    info.instrument(), info.kind(), info.rows(), target));
      }
    }
    return ExitCode.OK;
  }

  private static ExportFormat format(ParseResult arguments, Path target) {
    Optional<String> given = Options.text(arguments, "--format");
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    String format = given.orElse(name.substring(name.lastIndexOf('.') + 1));
    if (!FORMATS.contains(format)) {
      throw new UserMistake(
          given.isPresent()
              ? "--format "
                  + format
                  + ": must be csv, json or parquet"
                  + NearMiss.question(format, FORMATS)
              : target + ": its name does not end in .csv, .json or .parquet; give --format");
    }
    return ExportFormat.valueOf(format.toUpperCase(Locale.ROOT));
  }

  private static SeriesInfo only(StoreContents contents, Session session) {
    List<SeriesInfo> series = contents.series();
    if (series.isEmpty()) {
      SeriesChoice.refuseDamaged(contents);
      throw new UserMistake(
          "the store in "
              + session.home().store()
              + " is empty; fill it with: tradewind data import FILE");
    }
    if (series.size() > 1) {
      StringBuilder text = new StringBuilder("several series fit; say which by its flags:");
      series.forEach(info ->
          text.append(
              Text.of(
                  "\n  --symbol %s --kind %s --venue %s",
                  info.instrument().symbol(), info.kind(), info.instrument().venue())));
      throw new UserMistake(text.toString());
    }
    return series.getFirst();
  }
}

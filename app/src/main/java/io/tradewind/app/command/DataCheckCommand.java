package io.tradewind.app.command;

import io.tradewind.app.run.RunTimes;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Table;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.SeriesInfo;
import io.tradewind.store.catalog.StoreContents;
import io.tradewind.store.quality.Finding;
import io.tradewind.store.quality.FundingCheck;
import io.tradewind.store.quality.FundingThresholds;
import io.tradewind.store.quality.QualityCheck;
import io.tradewind.store.quality.QualityReport;
import io.tradewind.store.quality.QualityThresholds;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.FundingRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code data check}: the quality of candles, books and funding rates in the store. */
final class DataCheckCommand implements Command {
  private static final double SOUND = 0.8;

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "check",
            "Check candles, books and funding for gaps, jumps and the like; score 0 to 1.");
    spec.usageMessage()
        .footer(
            "  tradewind data check --symbol BTC/USDT",
            "  tradewind data check --interval 5m --findings 20",
            "  tradewind data check --kind funding");
    SeriesChoice.addOptions(spec);
    spec.addOption(Options.option("--findings", "COUNT", "how many findings to show of each (5)"));
    spec.addOption(Options.json());
    return spec;
  }

  /** A series with what was found. */
  private record Checked(SeriesInfo info, QualityReport report) {}

  @Override
  public int run(ParseResult arguments, Session session) {
    int shown = shown(arguments);
    List<Checked> checked = new ArrayList<>();
    StoreContents contents;
    try (CandleStore store = new CandleStore(session.home().store())) {
      contents = SeriesChoice.choose(store, session, arguments);
      for (SeriesInfo info : contents.series()) {
        check(store, info).ifPresent(report -> checked.add(new Checked(info, report)));
      }
    }
    if (Options.has(arguments, "--json")) {
      session.out().println(JsonText.of(checked.stream().map(DataCheckCommand::fields).toList()));
    } else if (!checked.isEmpty()) {
      print(checked, shown, session);
    } else if (contents.damaged().isEmpty()) {
      session.out().println("the store in " + session.home().store() + " has nothing to check");
    }
    SeriesChoice.refuseDamaged(contents);
    return ExitCode.OK;
  }

  private static int shown(ParseResult arguments) {
    String text = Options.text(arguments, "--findings").orElse("5");
    if (!text.matches("[0-9]{1,6}")) {
      throw new UserMistake("--findings " + text + ": must be a whole number from 0 to 999999");
    }
    return Integer.parseInt(text);
  }

  /** Empty for what is not checked. */
  private static Optional<QualityReport> check(CandleStore store, SeriesInfo info) {
    if (info.kind().equals(FundingRows.KIND)) {
      return Optional.of(
          FundingCheck.of(store.allFundings(info.instrument()), FundingThresholds.DEFAULT));
    }
    if (info.kind().equals(BookRows.KIND)) {
      return Optional.of(store.checkBook(info.instrument()));
    }
    return info.interval().map(interval -> candles(store, info, interval));
  }

  private static QualityReport candles(CandleStore store, SeriesInfo info, Interval interval) {
    return QualityCheck.of(
        store.read(info.instrument(), interval, info.firstNs(), DataListCommand.endNs(info)),
        interval,
        QualityThresholds.DEFAULT);
  }

  private static void print(List<Checked> checked, int shown, Session session) {
    Table table = new Table("symbol", "venue", "kind", ">rows", ">missing", ">score", "findings");
    for (Checked one : checked) {
      table.row(
          one.info().instrument().symbol(),
          one.info().instrument().venue(),
          one.info().kind(),
          Text.of("%,d", one.report().rows()),
          Text.of("%,d", one.report().missing()),
          Text.of("%.4f", one.report().score()),
          counts(one.report()));
    }
    table.lines(session.ink()).forEach(session.out()::println);
    for (Checked one : checked) {
      if (!one.report().findings().isEmpty() && shown > 0) {
        session.out().println();
        String verdict = one.report().score() < SOUND ? ", too poor to trade on" : "";
        session
            .out()
            .println(
                session.ink().bold(one.info().instrument() + " " + one.info().kind()) + verdict);
        one.report().findings().stream()
            .limit(shown)
            .forEach(finding -> session.out().println("  " + line(finding)));
      }
    }
  }

  private static String counts(QualityReport report) {
    List<String> counts = new ArrayList<>();
    report.counts().forEach((kind, count) -> counts.add(name(kind) + " " + count));
    return counts.isEmpty() ? "none" : String.join(", ", counts);
  }

  private static String name(Finding.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String line(Finding finding) {
    return Text.of(
        "%-12s %s to %s  %s",
        name(finding.kind()),
        RunTimes.minute(finding.fromNs()),
        RunTimes.minute(finding.toNs()),
        finding.value().toPlainString());
  }

  private static Map<String, Object> fields(Checked one) {
    Map<String, Object> counts = new LinkedHashMap<>();
    one.report().counts().forEach((kind, count) -> counts.put(name(kind), count));
    List<Map<String, Object>> findings = new ArrayList<>();
    for (Finding finding : one.report().findings()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("kind", name(finding.kind()));
      fields.put("from", Utc.format(finding.fromNs()));
      fields.put("to", Utc.format(finding.toNs()));
      fields.put("value", finding.value());
      findings.add(fields);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("symbol", one.info().instrument().symbol());
    fields.put("venue", one.info().instrument().venue());
    fields.put("kind", one.info().kind());
    fields.put("rows", one.report().rows());
    fields.put("missing", one.report().missing());
    fields.put("score", one.report().score());
    fields.put("counts", counts);
    fields.put("findings", findings);
    return fields;
  }
}

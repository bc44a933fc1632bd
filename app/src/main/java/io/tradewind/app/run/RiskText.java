package io.tradewind.app.run;

import io.tradewind.app.terminal.Ink;
import io.tradewind.app.terminal.Table;
import io.tradewind.app.terminal.Text;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.research.backtest.RunDescription;
import io.tradewind.research.risk.RiskEvent;
import io.tradewind.research.risk.RiskRecord;
import io.tradewind.research.risk.RiskReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The risk of a run as it is read at the terminal. */
public final class RiskText {
  /** A wider matrix is told by its pairs alone. */
  private static final int WIDEST = 8;

  private static final int WORST = 5;
  private static final int LATEST = 5;

  /** A model whose exceedances are less likely than this is doubtful. */
  private static final double DOUBTFUL = 0.05;

  private final RiskReport report;
  private final Ink ink;
  private final List<String> lines = new ArrayList<>();

  private RiskText(RiskReport report, Ink ink) {
    this.report = report;
    this.ink = ink;
  }

  /** The lines. */
  public static List<String> lines(RiskReport report, Ink ink) {
    RiskText text = new RiskText(report, ink);
    text.addHeadline();
    if (report.heldNothing()) {
      text.lines.add("nothing was held, so nothing was risked");
    } else {
      text.addUse();
      text.addValueAtRisk();
    }
    text.addCorrelations();
    text.addEvents();
    text.addDetails();
    text.addWorst();
    return text.lines;
  }

  private void addHeadline() {
    RunDescription run = report.run();
    List<String> symbols =
        run.symbols().stream().map(name -> name.replaceFirst("^[^:]*:", "")).toList();
    lines.add(
        ink.bold(
                "risk of "
                    + run.strategy()
                    + " on "
                    + String.join(", ", symbols)
                    + ", "
                    + run.interval())
            + ink.faint(
                "  " + RunTimes.minute(run.fromNs()) + " to " + RunTimes.minute(run.toNs())));
  }

  private void addUse() {
    Table table = new Table("", ">max", ">mean", ">limit", ">days over");
    addUse(table, "heat", report.heat());
    addUse(table, "leverage", report.leverage());
    add(table);
    RiskReport.Fall fall = report.drawdown();
    detail(
        "drawdown",
        Text.of(
            "at most %s, at the end %s, the longest %s",
            Figures.percent(fall.max()),
            Figures.percent(fall.last()),
            Text.count(fall.longestDays(), "day")));
    detail(
        "held",
        String.join(
            "; ",
            report.symbols().stream()
                .map(symbol ->
                    symbol.symbol()
                        + " on "
                        + Text.count(symbol.daysHeld(), "day")
                        + ", at most "
                        + Figures.percent(symbol.maxExposure()))
                .toList()));
  }

  private static void addUse(Table table, String name, RiskReport.Use use) {
    boolean limited = use.limit().isPresent();
    table.row(
        name,
        Figures.percent(use.max()),
        Figures.percent(use.mean()),
        limited ? Figures.percent(use.limit().orElse(0)) : "none",
        limited ? Text.of("%,d of %,d", use.daysOver(), use.days()) : "-");
  }

  private void addValueAtRisk() {
    RiskReport.DailyLoss losses = report.valueAtRisk();
    lines.add("");
    if (losses.methods().isEmpty()) {
      lines.add("value at risk: the run is too short to tell any; it takes 80 days");
      return;
    }
    lines.add(
        Text.of(
            "value at risk of a day at %s, each from the %,d days before",
            Figures.percent(losses.confidence()), losses.window()));
    Table table =
        new Table("method", ">now", ">shortfall", ">worse days", ">promised", ">Kupiec's p");
    for (RiskReport.Method method : losses.methods()) {
      table.row(
          switch (method.model()) {
            case HISTORICAL -> "historical";
            case EWMA -> "EWMA";
            case MONTE_CARLO -> "Monte Carlo";
          },
          percent(method.loss()),
          percent(method.shortfall()),
          Text.of("%,d of %,d", method.judged().exceedances(), method.judged().days()),
          Text.of("%.1f", method.judged().expected()),
          pValue(method.judged().proportionPValue()));
    }
    table.lines(ink).forEach(lines::add);
  }

  private static String pValue(double p) {
    if (Double.isNaN(p)) {
      return "-";
    }
    return Text.of("%.3f%s", p, p < DOUBTFUL ? " doubtful" : "");
  }

  private static String percent(double ratio) {
    return Double.isNaN(ratio) ? "-" : Figures.percent(ratio);
  }

  private void addCorrelations() {
    RiskReport.Correlations correlations = report.correlations();
    if (correlations.pairs().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("correlation of daily returns");
    if (report.symbols().size() <= WIDEST) {
      matrix(correlations).lines(ink).forEach(lines::add);
    }
    List<String> over =
        correlations.pairs().stream()
            .filter(pair -> pair.correlation() > correlations.limit())
            .map(pair -> Text.of("%s and %s %.2f", pair.first(), pair.second(), pair.correlation()))
            .toList();
    String limit =
        Text.of(
            "%.2f%s",
            correlations.limit(),
            correlations.isLimited() ? "" : ", which ships; this run had none");
    lines.add(
        (over.isEmpty() ? "no pair" : String.join(", ", over)) + " over the limit of " + limit);
  }

  private Table matrix(RiskReport.Correlations correlations) {
    List<String> names = report.symbols().stream().map(RiskReport.SymbolUse::symbol).toList();
    List<String> heading = new ArrayList<>(List.of(""));
    names.forEach(name -> heading.add(">" + name));
    Table table = new Table(heading.toArray(String[]::new));
    for (String row : names) {
      List<String> cells = new ArrayList<>(List.of(row));
      names.forEach(column -> cells.add(cell(correlations, row, column)));
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  private static String cell(RiskReport.Correlations correlations, String row, String column) {
    if (row.equals(column)) {
      return "1";
    }
    return correlations.pairs().stream()
        .filter(pair -> List.of(pair.first(), pair.second()).containsAll(List.of(row, column)))
        .map(pair -> Double.isNaN(pair.correlation()) ? "-" : Text.of("%.2f", pair.correlation()))
        .findFirst()
        .orElse("-");
  }

  private void addEvents() {
    List<RiskEvent> events = report.heard().events();
    lines.add("");
    if (events.isEmpty()) {
      lines.add("no limit of losses was reached, no breaker tripped, nothing was locked");
      return;
    }
    Map<String, Integer> counts = new TreeMap<>();
    events.forEach(
        event -> counts.merge(event.kind().text() + ": " + event.name(), 1, Integer::sum));
    Table table = new Table("limits", ">times");
    counts.forEach((name, count) -> table.row(name, Text.of("%,d", count)));
    table.lines(ink).forEach(lines::add);
    List<RiskEvent> told =
        events.stream().filter(event -> event.kind() != RiskEvent.Kind.LOCKED).toList();
    if (told.size() > LATEST) {
      lines.add(
          Text.of(
              "the last %d of %,d%s, all in --json:",
              LATEST, told.size(), told.size() < events.size() ? " beside the locks" : ""));
    }
    for (RiskEvent event : told.subList(Math.max(0, told.size() - LATEST), told.size())) {
      lines.add(
          ink.faint(RunTimes.minute(event.timeNs()))
              + "  "
              + event.kind().text()
              + ", "
              + event.name()
              + ": "
              + event.detail());
    }
  }

  private void addDetails() {
    lines.add("");
    RiskRecord heard = report.heard();
    if (!heard.sizes().isEmpty()) {
      List<String> sizes = new ArrayList<>();
      heard.sizes().forEach((rule, count) -> sizes.add(Text.of("%,d by %s", count, rule.text())));
      detail("sizes", String.join(", ", sizes));
    }
    List<String> refused = new ArrayList<>();
    report
        .signals()
        .refused()
        .forEach((reason, count) -> refused.add(Text.of("%,d x %s", count, reason.text())));
    detail(
        "signals",
        Text.of("%,d, followed %,d", report.signals().raised(), report.signals().followed())
            + (refused.isEmpty() ? "" : "; refused " + String.join("; ", refused)));
    if (!report.heldNothing()) {
      addFunding(heard);
    }
    report.run().notices().forEach(notice -> lines.add(ink.yellow("note        ") + notice));
  }

  private void addFunding(RiskRecord heard) {
    detail(
        "funding",
        Text.of(
            "paid %s, received %s %s",
            Figures.money(heard.fundingPaid().doubleValue()),
            Figures.money(heard.fundingReceived().doubleValue()),
            report.run().currency()));
    detail(
        "liquidated",
        heard.liquidations().isEmpty()
            ? "nothing"
            : String.join("; ", heard.liquidations().stream().map(RiskText::liquidation).toList()));
  }

  private static String liquidation(RiskRecord.Liquidation liquidation) {
    return RunTimes.minute(liquidation.timeNs())
        + " "
        + Figures.exact(liquidation.quantity())
        + " "
        + liquidation.symbol()
        + " at "
        + Figures.exact(liquidation.price());
  }

  private void addWorst() {
    if (report.worst().isEmpty()) {
      return;
    }
    lines.add("");
    Table table = new Table("worst trades", "side", "entry", "exit", "by", ">profit", ">of entry");
    for (ClosedTrade trade : report.worst().subList(0, Math.min(WORST, report.worst().size()))) {
      table.row(
          trade.instrument().id().symbol(),
          trade.direction().label(),
          RunTimes.minute(trade.entryTimeNs()),
          RunTimes.minute(trade.exitTimeNs()),
          trade.reason().label(),
          Figures.money(trade.profit().doubleValue()),
          Figures.signedPercent(trade.profitRatio()));
    }
    table.lines(ink).forEach(lines::add);
  }

  private void add(Table table) {
    lines.add("");
    table.lines(ink).forEach(lines::add);
  }

  private void detail(String name, String text) {
    lines.add(ink.faint(Text.of("%-12s", name)) + text);
  }
}

package io.tradewind.app.run;

import io.tradewind.app.terminal.Ink;
import io.tradewind.app.terminal.Table;
import io.tradewind.app.terminal.Text;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.research.bias.Finding;
import io.tradewind.research.bias.WarmupReport;
import io.tradewind.research.bias.WarmupReport.FeatureCurve;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** An examination of the warm-up as it is read at the terminal. */
public final class WarmupText {
  private final Examination examination;
  private final WarmupReport report;
  private final Ink ink;
  private final List<String> lines = new ArrayList<>();

  private WarmupText(Examination examination, WarmupReport report, Ink ink) {
    this.examination = examination;
    this.report = report;
    this.ink = ink;
  }

  /** The lines. */
  public static List<String> lines(Examination examination, WarmupReport report, Ink ink) {
    WarmupText text = new WarmupText(examination, report, ink);
    text.addHead();
    if (!report.features().isEmpty()) {
      text.addFeatures();
    }
    if (!report.starts().isEmpty()) {
      text.addStarts();
    }
    for (Finding finding : report.findings()) {
      text.lines.add("");
      text.lines.addAll(FindingText.lines(finding, ink));
    }
    text.addEnd();
    return text.lines;
  }

  private void addHead() {
    lines.add(LookaheadText.headline("warm-up", examination.spec(), ink));
    lines.add(
        Text.of(
            "%s of history before it, told of them from no. %,d on; %s in the span",
            Text.count(report.history(), "candle"),
            report.firstCall().orElse(0),
            Text.count(report.signals(), "signal")));
    examination.notices().forEach(notice -> lines.add(ink.yellow("note        ") + notice));
  }

  private void addFeatures() {
    lines.add("");
    lines.add("how far features are off, at the worst, from so many candles of history on");
    List<String> columns = new ArrayList<>(List.of("  feature"));
    report.lengths().forEach(length -> columns.add(Text.of(">%,d", length)));
    columns.add(">settles");
    columns.add("how");
    Table table = new Table(columns.toArray(String[]::new));
    for (FeatureCurve feature : report.features()) {
      List<String> cells = new ArrayList<>(List.of("  " + feature.name()));
      feature.worst().forEach(value -> cells.add(percent(value)));
      cells.add(count(feature.settledAfter(), "never"));
      cells.add(feature.shape().text());
      table.row(cells.toArray(String[]::new));
    }
    lines.addAll(table.lines(ink));
  }

  private void addStarts() {
    lines.add("");
    lines.add("signals of the span, with less history before it");
    Table table = new Table("  history from", ">candles", ">signals that differ");
    for (WarmupReport.Start start : report.starts()) {
      table.row(
          "  " + RunTimes.minute(start.beganNs()),
          Text.of("%,d", start.history()),
          Text.of("%,d", start.differing()));
    }
    lines.addAll(table.lines(ink));
  }

  private void addEnd() {
    lines.add("");
    if (!report.starts().isEmpty()) {
      String tolerance =
          BigDecimal.valueOf(report.tolerance() * 100)
                  .round(new MathContext(6))
                  .stripTrailingZeros()
                  .toPlainString()
              + " %";
      lines.add(
          ink.faint("enough      ")
              + "features within "
              + tolerance
              + ": "
              + length(report.enoughForFeatures())
              + "; signals the same: "
              + length(report.enoughForSignals()));
    }
    lines.add(ink.bold("result      ") + result());
  }

  private String result() {
    return switch (report.verdict()) {
      case CLEAN -> ink.green("the warm-up is long enough");
      case WEAK -> ink.yellow("no signal in the span, so only features could be compared");
      case FOUND -> ink.red("it matters where the history begins");
    };
  }

  private String length(OptionalInt candles) {
    if (candles.isEmpty()) {
      return "no history tried is";
    }
    return Text.of(
        "%s (--warm-up %s)",
        Text.count(candles.getAsInt(), "candle"),
        warmUp(candles.getAsInt(), examination.spec().interval()));
  }

  /** As {@code --warm-up} reads it, in whole hours or days, rounded up. */
  private static String warmUp(int candles, Interval interval) {
    long hours = Math.ceilDiv(candles * interval.durationNs(), 3_600 * Utc.SECOND_NS);
    return hours < 100 ? hours + "h" : Math.ceilDiv(hours, 24) + "d";
  }

  private static String count(OptionalInt value, String absent) {
    return value.isPresent() ? Text.of("%,d", value.getAsInt()) : absent;
  }

  /** Two digits that count; 0 only for what is the same but for rounding. */
  static String percent(double ratio) {
    double percent = ratio * 100;
    if (Double.isNaN(percent)) {
      return "";
    }
    if (Double.isInfinite(percent)) {
      return "no value";
    }
    if (percent < 1e-7) {
      return "0";
    }
    return percent < 0.001
        ? "<0.001 %"
        : Text.of(percent < 0.1 ? "%.3f %%" : percent < 10 ? "%.2f %%" : "%,.0f %%", percent);
  }
}

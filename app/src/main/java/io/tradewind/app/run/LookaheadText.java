package io.tradewind.app.run;

import io.tradewind.app.terminal.Ink;
import io.tradewind.app.terminal.Text;
import io.tradewind.research.backtest.BacktestSpec;
import io.tradewind.research.bias.Finding;
import io.tradewind.research.bias.LookaheadReport;
import io.tradewind.research.bias.LookaheadReport.Notice;
import java.util.ArrayList;
import java.util.List;

/** An examination for look-ahead as it is read at the terminal. */
public final class LookaheadText {
  private LookaheadText() {}

  /** The lines. */
  public static List<String> lines(Examination examination, LookaheadReport report, Ink ink) {
    List<String> lines = new ArrayList<>();
    lines.add(headline("look-ahead", examination.spec(), ink));
    lines.add(
        Text.of(
            "told of %s%s it raised %s by %s; %s cut off",
            Text.count(report.bars(), "candle"),
            warmsUp(examination.spec()) ? ", those of the warm-up among them," : "",
            Text.count(report.signals(), "signal"),
            Text.count(report.features().size(), "feature"),
            report.cutsNs().size() == 1
                ? "1 history was"
                : Text.of("%,d histories were", report.cutsNs().size())));
    examination.notices().forEach(notice -> lines.add(ink.yellow("note        ") + notice));
    for (Finding finding : report.findings()) {
      lines.add("");
      lines.addAll(FindingText.lines(finding, ink));
    }
    lines.add("");
    report.notices().forEach(notice -> lines.add(ink.yellow("note        ") + notice.text()));
    lines.add(ink.bold("result      ") + result(report, ink));
    return lines;
  }

  private static boolean warmsUp(BacktestSpec spec) {
    return spec.market().feeds().stream()
        .anyMatch(feed -> feed.size() > 0 && feed.openTimeNs(0) < spec.fromNs());
  }

  /** What was examined, on what. */
  static String headline(String what, BacktestSpec spec, Ink ink) {
    List<String> symbols =
        spec.market().instruments().stream().map(instrument -> instrument.id().symbol()).toList();
    return ink.bold(
            what
                + " of "
                + spec.strategyName()
                + " on "
                + String.join(", ", symbols)
                + ", "
                + spec.interval())
        + ink.faint("  " + RunTimes.minute(spec.fromNs()) + " to " + RunTimes.minute(spec.toNs()));
  }

  private static String result(LookaheadReport report, Ink ink) {
    return switch (report.verdict()) {
      case CLEAN ->
          ink.green("no look-ahead found")
              + ": every run said the same"
              + (report.notices().contains(Notice.DATES_NOT_TRIED) ? ", as far as tried" : "")
              + "; what was fitted to these candles, no run can tell";
      case WEAK -> ink.yellow("nothing found, and nothing proved");
      case FOUND ->
          ink.red("do not trust a backtest of it")
              + (report.findings().stream().allMatch(finding -> finding.kind().mayBeFair())
                  ? ", unless you know where its dates and amounts come from"
                  : "");
    };
  }
}

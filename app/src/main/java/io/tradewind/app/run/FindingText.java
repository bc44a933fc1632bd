package io.tradewind.app.run;

import io.tradewind.app.terminal.Ink;
import io.tradewind.app.terminal.Table;
import io.tradewind.app.terminal.Text;
import io.tradewind.research.bias.Difference;
import io.tradewind.research.bias.Finding;
import io.tradewind.research.bias.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/** Findings of an examination as they are read at the terminal. */
final class FindingText {
  private static final int SHOWN = 8;
  private static final int WIDEST = 46;

  private FindingText() {}

  /** What two runs are called in a heading. */
  private record Runs(String whole, String other, String history) {}

  static List<String> lines(Finding finding, Ink ink) {
    List<String> lines = new ArrayList<>();
    String runs = finding.runs() > 1 ? Text.of(" (%,d runs show it)", finding.runs()) : "";
    lines.add(ink.red("found       ") + finding.kind().text() + runs);
    Runs names = names(finding.kind());
    Table table = new Table("  time", "symbol", "what", names.whole, names.other, names.history);
    for (Difference one : finding.differences().subList(0, shown(finding))) {
      table.row(
          "  " + RunTimes.minute(one.timeNs()),
          one.symbol(),
          one.name(),
          cut(one.whole()),
          cut(one.other()),
          names.history.isEmpty() ? "" : RunTimes.minute(one.historyNs()));
    }
    lines.addAll(table.lines(ink));
    int more = finding.differences().size() - shown(finding);
    if (more > 0) {
      lines.add(Text.of("  and %,d more (--json tells them)", more));
    }
    return lines;
  }

  private static int shown(Finding finding) {
    return Math.min(SHOWN, finding.differences().size());
  }

  private static String cut(String text) {
    return text.length() > WIDEST ? text.substring(0, WIDEST - 3) + "..." : text;
  }

  private static Runs names(Kind kind) {
    return switch (kind) {
      case NOT_REPEATABLE -> new Runs("the first time", "the second time", "");
      case SHARED_STATE -> new Runs("in new classes", "after another run", "history to");
      case FUTURE_CUT_OFF -> new Runs("with the candles after it", "without them", "history to");
      case FUTURE_REPLACED ->
          new Runs("with the candles after it", "with others after it", "history to");
      case KNOWS_DATES -> new Runs("as dated", "28 years before", "");
      case KNOWS_ANSWERS -> new Runs("on these candles", "on quite others", "");
      case HOLDS_PRICES -> new Runs("at these prices", "at twice as much", "");
      case HOLDS_VOLUMES -> new Runs("with these volumes", "with twice as much", "");
      case HANGS_ON_DIGITS -> new Runs("with these digits", "with other last digits", "");
      case READY_TOO_EARLY, WARM_UP_TOO_SHORT, NEVER_SETTLES, SIGNALS_HANG_ON_START ->
          new Runs("with all the history", "with less", "history from");
    };
  }
}

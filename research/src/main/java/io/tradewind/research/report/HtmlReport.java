package io.tradewind.research.report;

import io.tradewind.research.backtest.BacktestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A run as one HTML file that needs nothing beside it. */
public final class HtmlReport {
  /** Stands near the beginning of every report. */
  public static final String MARK = "<meta name=\"generator\" content=\"Tradewind\">";

  /** In the order in which they are joined; {@code start.js} uses all the others. */
  private static final List<String> SCRIPTS =
      List.of(
          "format.js",
          "elements.js",
          "plot.js",
          "equity-chart.js",
          "candle-chart.js",
          "bars.js",
          "trades.js",
          "sections.js",
          "strategies.js",
          "theme.js",
          "start.js");

  private HtmlReport() {}

  /**
   * Writes the file, over one that is there.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(BacktestResult result, Path file) throws IOException {
    Files.writeString(file, render(result), StandardCharsets.UTF_8);
  }

  static String render(BacktestResult result) {
    return HtmlPage.render(
        result.run().strategy() + ", backtest by Tradewind",
        HtmlPage.Body.of(HtmlReport.class, "report"),
        HtmlPage.style(),
        SCRIPTS.stream().map(HtmlPage::shared).toList(),
        ReportData.of(result));
  }
}

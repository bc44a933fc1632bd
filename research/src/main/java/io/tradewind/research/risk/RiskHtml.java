package io.tradewind.research.risk;

import io.tradewind.research.report.HtmlPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The risk of a run as one HTML file that needs nothing beside it. */
public final class RiskHtml {
  private static final List<String> SHARED =
      List.of("format.js", "elements.js", "plot.js", "equity-chart.js", "bars.js", "theme.js");

  private RiskHtml() {}

  /**
   * Writes the file, over one that is there.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(RiskReport report, Path file) throws IOException {
    Files.writeString(file, render(report), StandardCharsets.UTF_8);
  }

  static String render(RiskReport report) {
    Stream<String> own =
        Stream.of("risk-charts.js", "risk.js").map(name -> HtmlPage.resource(RiskHtml.class, name));
    return HtmlPage.render(
        report.run().strategy() + ", risk by Tradewind",
        HtmlPage.Body.of(RiskHtml.class, "risk"),
        HtmlPage.style() + HtmlPage.resource(RiskHtml.class, "risk.css"),
        Stream.concat(SHARED.stream().map(HtmlPage::shared), own).toList(),
        RiskJson.text(report).replace("<", "\\u003c"));
  }
}

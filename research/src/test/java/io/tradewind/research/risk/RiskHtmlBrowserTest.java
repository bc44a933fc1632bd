package io.tradewind.research.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.research.report.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of risk in a browser. */
class RiskHtmlBrowserTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private @TempDir Path folder = Path.of("");

  private Page open(RiskReport report, int width, ColorScheme scheme) throws IOException {
    Path file = folder.resolve("risk.html");
    RiskHtml.write(report, file);
    return CHROMIUM.open(CHROMIUM.context(width, scheme), file);
  }

  private static int overflow(Page page) {
    return (int)
        page.evaluate(
            """
            [...document.querySelectorAll('.card, .headline dd')]
              .filter(e => !e.closest('.scroll'))
              .reduce((most, e) => Math.max(most, e.scrollWidth - e.clientWidth),
                document.documentElement.scrollWidth - window.innerWidth)
            """);
  }

  @ParameterizedTest
  @CsvSource({"1400, LIGHT", "1400, DARK", "1000, LIGHT", "375, LIGHT", "375, DARK"})
  void fitsTheScreenAndDraws(int width, ColorScheme scheme) throws IOException {
    Page page = open(SampleReports.rich(), width, scheme);
    assertThat(overflow(page)).isLessThanOrEqualTo(1);
    for (String chart : List.of("#heat canvas", "#loss canvas", "#fall canvas")) {
      assertThat(Chromium.colours(page, chart)).as(chart).isGreaterThan(5);
    }
    assertThat(page.locator("#loss tbody tr").count()).isEqualTo(3);
    assertThat(page.locator("#together td.over").count()).isEqualTo(2);
    assertThat(page.locator("#limits .card > .scroll tbody tr").count()).isEqualTo(3);
    assertThat(page.locator("#limits").innerText()).contains("<b>words</b> of somebody");
    assertThat(page.evaluate("document.documentElement.dataset.theme"))
        .isEqualTo(scheme == ColorScheme.DARK ? "dark" : "light");
    page.context().close();
  }

  /** Of a limit, a halt, a warning and three locks, two were hit. */
  @Test
  void locksAreNoLimitsThatWereHit() throws IOException {
    Page page = open(SampleReports.rich(), Chromium.DESK, ColorScheme.LIGHT);
    assertThat(page.locator(".headline > div").last().innerText())
        .startsWith("Limits hit\n2\n")
        .contains("3 locks");
    assertThat(page.locator("#limits summary").innerText()).isEqualTo("3 locks, the latest first.");
    page.locator("#limits summary").click();
    assertThat(page.locator("#limits details tbody tr").count()).isEqualTo(3);
    assertThat(overflow(page)).isLessThanOrEqualTo(1);
    page.context().close();
  }

  @Test
  void timesAreCutAsInTheText() throws IOException {
    Page page = open(SampleReports.rich(), Chromium.DESK, ColorScheme.LIGHT);
    assertThat(page.locator("#limits .card > .scroll tbody tr td:first-child").allInnerTexts())
        .containsExactly("2024-01-02 23:59", "2024-01-03 00:00", "2024-01-03 00:00");
    page.context().close();
  }

  @Test
  void linesOfExposureAreNamedInFull() throws IOException {
    Page page = open(SampleReports.rich(), Chromium.DESK, ColorScheme.LIGHT);
    assertThat(page.locator("#heat .legend").nth(1).locator("> span").allInnerTexts())
        .containsExactly(
            "Longs and shorts together, most of the day",
            "Longs less shorts, at its end",
            "Limit 100.00 %");
    page.context().close();
  }

  @Test
  void aLimitFarAboveIsOnlyNamed() throws IOException {
    RiskReport report =
        RiskRuns.run(
                "0 long share 0.2", RiskSettings.RESEARCH, RiskRuns.closes(100, 100, 101, 102, 103))
            .report();
    Page page = open(report, Chromium.DESK, ColorScheme.LIGHT);
    assertThat(page.locator("#heat .legend").nth(1).innerText())
        .contains("Limit 100.00 %, above the chart");
    page.context().close();
  }

  @Test
  void tellsNoStatisticsOfNothing() throws IOException {
    Page page = open(SampleReports.idle(), Chromium.DESK, ColorScheme.LIGHT);
    assertThat(page.locator("body").innerText())
        .contains("Nothing was held, so nothing was risked.", "There was no entry.")
        .doesNotContain("Kupiec", "Max heat", "too short", "NaN", "undefined");
    assertThat(page.locator("canvas, .headline").count()).isZero();
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"1400", "375"})
  void saysWhereThereIsNothing(int width) throws IOException {
    for (RiskReport report : List.of(SampleReports.poor(), SampleReports.ruined())) {
      Page page = open(report, width, ColorScheme.LIGHT);
      assertThat(overflow(page)).isLessThanOrEqualTo(1);
      assertThat(page.locator("body").innerText())
          .contains(
              report.heldNothing() ? "Nothing was held" : "too short",
              "No limit of losses was reached",
              "It takes two symbols")
          .doesNotContain("NaN", "undefined", "Infinity", "null");
      page.context().close();
    }
  }

  @Test
  void theCrosshairTellsTheDay() throws IOException {
    Page page = open(SampleReports.rich(), Chromium.DESK, ColorScheme.LIGHT);
    page.locator("#heat canvas").first().focus();
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator("#heat output").first().innerText())
        .startsWith("2024-05-08")
        .contains("most of the day", "at its end");
    page.context().close();
  }
}

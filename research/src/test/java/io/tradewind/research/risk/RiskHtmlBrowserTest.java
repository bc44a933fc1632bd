package io.tradewind.research.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of risk in the system's Chromium. Skipped, saying so, where there is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RiskHtmlBrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private @TempDir Path folder = Path.of("");
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;

  @BeforeAll
  void start() {
    boolean found = Files.isExecutable(CHROMIUM);
    if (!found) {
      System.out.println("Skipped: the report of risk in a browser needs " + CHROMIUM);
    }
    Assumptions.assumeTrue(found, "the report of risk in a browser needs " + CHROMIUM);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
  }

  @AfterAll
  void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  private Page open(RiskReport report, int width, ColorScheme scheme) throws IOException {
    complaints.clear();
    requests.clear();
    Path file = folder.resolve("risk.html");
    RiskHtml.write(report, file);
    BrowserContext context =
        Objects.requireNonNull(browser)
            .newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    Page page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(file.toUri().toString());
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    return page;
  }

  private void neitherComplainsNorAsksTheNetwork() {
    assertThat(complaints).isEmpty();
    assertThat(requests).hasSize(1).allMatch(url -> url.startsWith("file:"));
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

  private static int colours(Page page, String canvas) {
    return (int)
        page.evaluate(
            """
            name => {
              const c = document.querySelector(name);
              const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
              return new Set(new Uint32Array(d.buffer)).size;
            }
            """,
            canvas);
  }

  @ParameterizedTest
  @CsvSource({"1400, LIGHT", "1400, DARK", "1000, LIGHT", "375, LIGHT", "375, DARK"})
  void fitsTheScreenAndDraws(int width, ColorScheme scheme) throws IOException {
    Page page = open(SampleReports.rich(), width, scheme);
    assertThat(overflow(page)).isLessThanOrEqualTo(1);
    for (String chart : List.of("#heat canvas", "#loss canvas", "#fall canvas")) {
      assertThat(colours(page, chart)).as(chart).isGreaterThan(5);
    }
    assertThat(page.locator("#loss tbody tr").count()).isEqualTo(3);
    assertThat(page.locator("#together td.over").count()).isEqualTo(2);
    assertThat(page.locator("#limits tbody tr").count()).isEqualTo(2);
    assertThat(page.locator("#limits").innerText()).contains("<b>words</b> of somebody");
    assertThat(page.evaluate("document.documentElement.dataset.theme"))
        .isEqualTo(scheme == ColorScheme.DARK ? "dark" : "light");
    neitherComplainsNorAsksTheNetwork();
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"1400", "375"})
  void saysWhereThereIsNothing(int width) throws IOException {
    for (RiskReport report : List.of(SampleReports.poor(), SampleReports.ruined())) {
      Page page = open(report, width, ColorScheme.LIGHT);
      assertThat(overflow(page)).isLessThanOrEqualTo(1);
      assertThat(page.locator("body").innerText())
          .contains("too short", "No limit of losses was reached", "It takes two symbols")
          .doesNotContain("NaN", "undefined", "Infinity", "null");
      neitherComplainsNorAsksTheNetwork();
      page.context().close();
    }
  }

  @Test
  void theCrosshairTellsTheDay() throws IOException {
    Page page = open(SampleReports.rich(), 1400, ColorScheme.LIGHT);
    page.locator("#heat canvas").first().focus();
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator("#heat output").first().innerText())
        .startsWith("2024-05-08")
        .contains("most of the day", "at its end");
    page.context().close();
  }
}

package io.tradewind.research.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.BacktestRun;
import io.tradewind.research.backtest.BuiltInRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report in a browser. */
class HtmlReportBrowserTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "1400, 60, 40",
    "1240, 60, 40",
    "1100, 60, 40",
    "1000, 60, 40",
    "901, 60, 40",
    "400, 60, 40",
    "375, 60, 40",
    "1400, 5, 1",
    "375, 5, 1",
    "375, 3, 0",
    "1400, 20, 5000"
  })
  void fitsTheScreenAndDraws(int width, int days, int trades) throws IOException {
    try (BrowserContext context = CHROMIUM.context(width, ColorScheme.LIGHT)) {
      Page page = open(context, SampleRuns.seeded(3, days, trades));
      assertThat(overflow(page)).isZero();
      assertThat(Chromium.colours(page, "#equity canvas")).isGreaterThan(5);
      assertThat(Chromium.colours(page, "#chart canvas")).isGreaterThan(5);
      assertThat(page.locator("#figures dd").count()).isEqualTo(Figure.values().length);
    }
  }

  @ParameterizedTest
  @CsvSource({"1400", "375"})
  void looksRightWithNothingAndWithRuin(int width) throws IOException {
    List<BacktestResult> runs =
        List.of(
            SampleRuns.result(SampleRuns.description("none", 0), List.of(), SampleRuns.daily()),
            SampleRuns.result(
                SampleRuns.description("ruin", 3), List.of(), SampleRuns.daily(10, -5, -2, -9)));
    for (BacktestResult run : runs) {
      try (BrowserContext context = CHROMIUM.context(width, ColorScheme.LIGHT)) {
        Page page = open(context, run);
        assertThat(overflow(page)).isZero();
        assertThat(page.locator("body").innerText())
            .contains("There were no trades")
            .doesNotContain("NaN")
            .doesNotContain("undefined")
            .doesNotContain("Infinity");
      }
    }
  }

  @Test
  void sortsTrades() throws IOException {
    try (BrowserContext context = CHROMIUM.context(Chromium.DESK, ColorScheme.LIGHT)) {
      Page page = open(context, SampleRuns.seeded(3, 30, 20));
      page.getByLabel("Sort by Profit").click();
      List<Double> rising = numbers(page, "profit");
      assertThat(rising).hasSize(20).isSorted();
      assertThat(page.locator("th[aria-sort=ascending]").innerText()).contains("Profit");
      page.getByLabel("Sort by Profit").click();
      assertThat(numbers(page, "profit")).containsExactlyElementsOf(rising.reversed());
    }
  }

  @Test
  void filtersAndTurnsPages() throws IOException {
    try (BrowserContext context = CHROMIUM.context(Chromium.PHONE, ColorScheme.LIGHT)) {
      BacktestResult run = SampleRuns.seeded(3, 30, 60);
      Page page = open(context, run);
      assertThat(page.locator("#trades tbody tr").count()).isEqualTo(25);
      page.getByLabel("Next page").click();
      assertThat(page.locator("#trades [role=status]").innerText()).startsWith("26 to 50 of 60");
      page.locator("#trades select").first().selectOption("ETH/USDT");
      long ether =
          run.trades().stream().filter(t -> t.instrument().id().base().equals("ETH")).count();
      assertThat(page.locator("#trades [role=status]").innerText())
          .startsWith("1 to 25 of " + ether);
      assertThat(page.locator("#trades td[data-key=symbol]").allInnerTexts())
          .allMatch(text -> text.contains("ETH/USDT"));
      page.locator("#trades select").nth(1).selectOption("-1");
      assertThat(page.locator("#trades td[data-key=side]").allInnerTexts())
          .isNotEmpty()
          .allMatch(text -> text.contains("short"));
    }
  }

  @Test
  void themeFollowsTheSystemAndTheToggle() throws IOException {
    try (BrowserContext context = CHROMIUM.context(Chromium.DESK, ColorScheme.DARK)) {
      Page page = open(context, SampleRuns.seeded(3, 30, 20));
      Object dark = background(page);
      page.locator("#theme").click();
      Object light = background(page);
      assertThat(light).isNotEqualTo(dark).isEqualTo("rgb(246, 245, 241)");
      assertThat(page.locator("#theme").getAttribute("aria-pressed")).isEqualTo("false");
      CHROMIUM.reload(page);
      assertThat(background(page)).isEqualTo(light);
    }
  }

  /** Contrast of text by WCAG 2.2, 1.4.3: at least 4.5 for every pair that the style uses. */
  @ParameterizedTest
  @CsvSource({"LIGHT", "DARK"})
  void contrastIsEnough(ColorScheme scheme) throws IOException {
    try (BrowserContext context = CHROMIUM.context(Chromium.DESK, scheme)) {
      Page page = open(context, SampleRuns.seeded(3, 5, 2));
      for (String text : List.of("ink", "soft", "gain", "loss", "accent", "hold")) {
        for (String ground : List.of("paper", "card")) {
          double contrast = contrast(colour(page, text), colour(page, ground));
          assertThat(contrast).as(text + " on " + ground).isGreaterThanOrEqualTo(4.5);
        }
      }
    }
  }

  @Test
  void chartZoomsPansAndFollowsTrades() throws IOException {
    try (BrowserContext context = CHROMIUM.context(Chromium.DESK, ColorScheme.LIGHT)) {
      Page page = open(context, SampleRuns.seeded(3, 60, 20));
      String whole = picture(page);
      page.locator("#chart canvas").focus();
      page.keyboard().press("+");
      String zoomed = picture(page);
      assertThat(zoomed).isNotEqualTo(whole);
      page.keyboard().press("ArrowRight");
      assertThat(picture(page)).isNotEqualTo(zoomed);
      page.keyboard().press("Home");
      assertThat(picture(page)).isEqualTo(whole);
      page.locator("#trades td .link").nth(1).click();
      assertThat(page.locator("#chart .readout").innerText()).startsWith("Trade 2:");
      page.locator("#chart select").selectOption("ETH/USDT");
      assertThat(page.locator("#chart").innerText()).contains("1,440 candles of 1h");
    }
  }

  @Test
  void theCrosshairOfTheEquityTellsTheDay() throws IOException {
    try (BrowserContext context = CHROMIUM.context(Chromium.DESK, ColorScheme.LIGHT)) {
      Page page = open(context, SampleRuns.seeded(3, 30, 20));
      page.locator("#equity canvas").focus();
      page.keyboard().press("ArrowLeft");
      String words = page.locator("#equity output").innerText();
      assertThat(words).contains("hold", "drawdown").doesNotContain("NaN", "undefined");
      page.keyboard().press("ArrowLeft");
      assertThat(page.locator("#equity output").innerText()).isNotEqualTo(words);
    }
  }

  @Test
  void rollingFiguresArePicked() throws IOException {
    try (BrowserContext context = CHROMIUM.context(Chromium.DESK, ColorScheme.LIGHT)) {
      Page page = open(context, SampleRuns.seeded(3, 60, 40));
      Locator card = page.locator("#detail .card", new Page.LocatorOptions().setHasText("Each 30"));
      Locator canvas = card.locator("canvas");
      assertThat(canvas.getAttribute("aria-label")).startsWith("Sharpe ratio of each 30 days");
      card.locator("select").selectOption("volatility");
      assertThat(canvas.getAttribute("aria-label"))
          .matches("Volatility of each 30 days, at the end [0-9.]+ %");
      assertThat(overflow(page)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"1400", "375"})
  void tellsOfRivalsExecutionAndCapital(int width) throws IOException {
    try (BrowserContext context = CHROMIUM.context(width, ColorScheme.LIGHT)) {
      Page page = open(context, BuiltInRuns.contested(1, 1700));
      assertThat(overflow(page)).isZero();
      assertThat(page.locator("#strategies h3").allInnerTexts())
          .endsWith("Rival ema-cross", "How entries were worked", "Capital between strategies");
      page.locator("#strategies summary").click();
      assertThat(overflow(page)).isZero();
      assertThat(page.locator("#strategies details").innerText())
          .contains("54 shifts", " from momentum to ema-cross: ");
      assertThat(page.locator("#strategies").innerText())
          .contains(" a day over 71 days", "Against arrival", " is the best with a chance of ")
          .contains("as if nothing had been moved")
          .doesNotContain("NaN")
          .doesNotContain("undefined");
    }
  }

  @ParameterizedTest
  @CsvSource({"1400", "375"})
  void tellsOfEachStrategyAndWhatItPaid(int width) throws IOException {
    try (BrowserContext context = CHROMIUM.context(width, ColorScheme.LIGHT)) {
      BacktestResult run = BacktestRun.run(BuiltInRuns.two(1, 900));
      Page page = open(context, run);
      assertThat(overflow(page)).isZero();
      assertThat(page.locator("#strategies h3").allInnerTexts())
          .containsExactly("momentum", "Signals of momentum", "ema-cross", "Signals of ema-cross");
      assertThat(page.locator("#strategies .card").nth(0).innerText())
          .contains("6,000.00 USDT", "spread", "impact", "funding");
      assertThat(page.locator("#strategies .card").nth(1).innerText())
          .contains("Hit rate", "Calibration error", "After 48 candles")
          .doesNotContain("NaN")
          .doesNotContain("undefined");
      assertThat(page.locator("#detail").innerText())
          .contains("Impact", "Dearest days")
          .doesNotContain("NaN");
      assertThat(page.locator("#trades td[data-key=symbol]").allInnerTexts())
          .anyMatch(text -> text.contains("momentum"))
          .anyMatch(text -> text.contains("ema-cross"));
      Page plain = open(context, SampleRuns.seeded(3, 5, 2));
      assertThat(plain.locator("#strategies").count()).isZero();
    }
  }

  /**
   * Bars of prices after a signal stand on both sides of the middle, those of shares fill a whole.
   */
  @ParameterizedTest
  @CsvSource({"1400", "375"})
  void lossesStandOnTheOtherSideInTheColourOfLosses(int width) throws IOException {
    try (BrowserContext context = CHROMIUM.context(width, ColorScheme.LIGHT)) {
      Page page = open(context, BacktestRun.run(BuiltInRuns.two(1, 900)));
      List<?> results = bars(page, "#strategies .card:nth-child(even) .bars:last-child > div");
      assertThat(results)
          .isNotEmpty()
          .allMatch(bar -> bar.toString().matches("(gain right|loss left) .*"))
          .anyMatch(bar -> bar.toString().startsWith("loss left −"))
          .anyMatch(bar -> bar.toString().startsWith("gain right +"));
      assertThat(page.locator("#strategies .bars:not(.two-sided) .bar-track").count()).isPositive();
      assertThat(
              page.evaluate(
                  """
                  [...document.querySelectorAll('#strategies .bars:not(.two-sided) > div')].every(row => {
                    const share = parseInt(row.querySelector('dd').textContent) / 100;
                    const track = row.querySelector('.bar-track');
                    return Math.abs(track.firstChild.offsetWidth / track.offsetWidth - share) < 0.02;
                  })
                  """))
          .isEqualTo(true);
    }
  }

  /** Of each row its colour, on which side of the middle its bar lies, and its text. */
  private static List<?> bars(Page page, String rows) {
    return (List<?>)
        page.evaluate(
            """
            rows => [...document.querySelectorAll(rows)].map(row => {
              const bar = row.querySelector('i').getBoundingClientRect();
              const track = row.querySelector('.bar-track').getBoundingClientRect();
              const middle = track.left + track.width / 2;
              const shown = getComputedStyle(row.querySelector('i')).backgroundColor;
              const style = document.createElement('i');
              document.body.append(style);
              const name = ['gain', 'loss'].find(one => {
                style.style.color = `var(--${one})`;
                return getComputedStyle(style).color === shown;
              });
              const side = Math.abs(bar.left - middle) < 1 ? 'right'
                : Math.abs(bar.right - middle) < 1 ? 'left' : 'across';
              return `${name} ${side} ${row.querySelector('dd').textContent}`;
            })
            """,
            rows);
  }

  /** What a stop closes within a candle of an hour is filled just before its close. */
  @Test
  void timesOfTradesAreCutAsInTheText() throws IOException {
    try (BrowserContext context = CHROMIUM.context(Chromium.DESK, ColorScheme.LIGHT)) {
      Page page = open(context, BacktestRun.run(BuiltInRuns.two(1, 900)));
      Locator stopped =
          page.locator("#trades tbody tr", new Page.LocatorOptions().setHasText("stop"));
      assertThat(stopped.locator("td[data-key=exitTime] small").allInnerTexts())
          .anyMatch(text -> text.endsWith(":59"));
    }
  }

  @Test
  void explainsAFigureToTheKeyboard() throws IOException {
    try (BrowserContext context = CHROMIUM.context(Chromium.PHONE, ColorScheme.LIGHT)) {
      Page page = open(context, SampleRuns.seeded(3, 5, 2));
      page.locator("button[aria-describedby=tip-sharpe]").focus();
      assertThat(page.locator("#tip-sharpe").isVisible()).isTrue();
      assertThat(page.locator("#tip-sortino").isVisible()).isFalse();
      assertThat(overflow(page)).isZero();
    }
  }

  private Page open(BrowserContext context, BacktestResult run) throws IOException {
    Path file = folder.resolve("report.html");
    HtmlReport.write(run, file);
    return CHROMIUM.open(context, file);
  }

  /** How far the page, or a part of it that scrolls by itself, is too wide. */
  private static int overflow(Page page) {
    return (int)
        page.evaluate(
            """
            Math.max(
              document.documentElement.scrollWidth - window.innerWidth,
              ...[...document.querySelectorAll('.scroll')].map(e => e.scrollWidth - e.clientWidth))
            """);
  }

  private static String picture(Page page) {
    Chromium.settle(page);
    return (String) page.evaluate("document.querySelector('#chart canvas').toDataURL()");
  }

  private static Object background(Page page) {
    return page.evaluate("getComputedStyle(document.body).backgroundColor");
  }

  private static List<Double> numbers(Page page, String key) {
    return page.locator("#trades td[data-key=" + key + "]").allInnerTexts().stream()
        .map(text -> text.replaceAll("[^0-9.−]", "").replace('−', '-'))
        .map(Double::valueOf)
        .toList();
  }

  private static String colour(Page page, String name) {
    return (String)
        page.evaluate(
            "name => getComputedStyle(document.documentElement).getPropertyValue('--' + name)",
            name);
  }

  /** {@code (lighter + 0.05) / (darker + 0.05)} of relative luminances. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    int rgb = Integer.parseInt(hex.strip().substring(1), 16);
    return 0.2126 * linear(rgb >> 16)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}

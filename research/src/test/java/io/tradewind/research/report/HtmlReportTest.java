package io.tradewind.research.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.RunDescription;
import io.tradewind.research.backtest.SymbolChart;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTest {
  private static final String DATA = "<script type=\"application/json\" id=\"data\">";
  private static final long MINUTE_NS = 60_000_000_000L;

  @Test
  void namesNoAddress() {
    assertThat(HtmlReport.render(SampleRuns.seeded(1, 40, 20)))
        .doesNotContainPattern("https?://")
        .doesNotContain("@import")
        .doesNotContain("src=")
        .doesNotContain("url(")
        .doesNotContain("{{");
  }

  @Test
  void wordsOfAStrategyCannotBecomeMarkup() {
    String evil = "</script><script>alert(1)</script>{{script}}\"<!--";
    String html =
        HtmlReport.render(
            SampleRuns.result(
                SampleRuns.description(evil, 2), List.of(), SampleRuns.daily(1000, 1001)));
    assertThat(html).doesNotContain("<script>alert").doesNotContain("<!--");
    assertThat(html.split("</script>", -1)).hasSize(3);
    assertThat(data(html).path("run").path("strategy").asString()).isEqualTo(evil);
    assertThat(html).contains("<title>&lt;/script&gt;");
  }

  @Test
  void aYearOfMinutesStaysSmall() {
    CandleColumns minutes = SampleRuns.candles(new SplittableRandom(1), 525_600, MINUTE_NS, 42_000);
    BacktestResult run =
        SampleRuns.result(
            withInterval(SampleRuns.description("minutes", 365), "1m"),
            List.of(),
            SampleRuns.daily(1000, 1001),
            List.of(new SymbolChart(SampleRuns.BTC, minutes)),
            List.of());
    String html = HtmlReport.render(run);
    assertThat(html.length()).isLessThan(1_000_000);
    JsonNode chart = data(html).path("charts").get(0);
    assertThat(chart.path("interval").asString()).isEqualTo("30m");
    assertThat(chart.path("joined").asBoolean()).isTrue();
    assertThat(chart.path("rows")).hasSize(5 * 525_600 / 30);
  }

  @Test
  void rowsOfCandlesAddUpToThePrices() {
    BacktestResult run = SampleRuns.seeded(1, 10, 5);
    CandleColumns candles = run.charts().getFirst().candles();
    JsonNode chart = data(HtmlReport.render(run)).path("charts").get(0);
    long unit = chart.path("unit").decimalValue().movePointRight(2).longValueExact();
    long time = chart.path("start").asLong();
    long close = 0;
    for (int i = 0; i < candles.size(); i++) {
      time += chart.path("rows").get(5 * i).asLong() * chart.path("step").asLong();
      long open = close + chart.path("rows").get(5 * i + 1).asLong() * unit;
      close = open + chart.path("rows").get(5 * i + 2).asLong() * unit;
      assertThat(time * 1_000_000_000L).isEqualTo(candles.openTimeNs(i));
      assertThat(open).isEqualTo(candles.open(i));
      assertThat(close).isEqualTo(candles.close(i));
      assertThat(open + chart.path("rows").get(5 * i + 3).asLong() * unit)
          .isEqualTo(candles.high(i));
      assertThat(open - chart.path("rows").get(5 * i + 4).asLong() * unit)
          .isEqualTo(candles.low(i));
    }
  }

  @Test
  void tradesBeyondTheLimitAreCountedButLeftOut() {
    ClosedTrade trade = SampleRuns.trade(SampleRuns.START, SampleRuns.START + 1, 1, 0);
    BacktestResult run =
        SampleRuns.result(
            SampleRuns.description("busy", 1),
            Collections.nCopies(ReportData.MAX_TRADES + 1, trade),
            SampleRuns.daily(1000, 1001));
    JsonNode data = data(HtmlReport.render(run));
    assertThat(data.path("trades")).hasSize(ReportData.MAX_TRADES);
    assertThat(data.path("tradeTotal").asInt()).isEqualTo(ReportData.MAX_TRADES + 1);
  }

  @Test
  void anExitAtACloseStaysInItsCandle() {
    ClosedTrade trade = SampleRuns.trade(SampleRuns.START, SampleRuns.START + MINUTE_NS - 1, 1, 0);
    BacktestResult run =
        SampleRuns.result(
            SampleRuns.description("close", 1), List.of(trade), SampleRuns.daily(1000, 1001));
    JsonNode row = data(HtmlReport.render(run)).path("trades").get(0);
    assertThat(row.get(3).decimalValue()).isEqualTo("1706745600");
    assertThat(row.get(5).decimalValue()).isEqualTo("1706745659.999");
  }

  static RunDescription withInterval(RunDescription run, String interval) {
    return new RunDescription(
        run.strategy(),
        run.parameters(),
        run.symbols(),
        interval,
        run.fromNs(),
        run.toNs(),
        run.capital(),
        run.currency(),
        run.data(),
        run.settings(),
        run.version(),
        run.javaVersion(),
        run.notices());
  }

  static JsonNode data(String html) {
    int from = html.indexOf(DATA) + DATA.length();
    return JsonMapper.builder()
        .build()
        .readTree(html.substring(from, html.indexOf("</script>", from)));
  }
}

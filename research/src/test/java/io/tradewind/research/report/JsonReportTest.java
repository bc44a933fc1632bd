package io.tradewind.research.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.statistics.Returns;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.BacktestRun;
import io.tradewind.research.backtest.BuiltInRuns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final List<String> COSTS =
      List.of("gross", "spread", "slippage", "impact", "funding", "net");

  private static final DocumentedSchema SCHEMA =
      DocumentedSchema.of(JsonReport.class, JsonReport.SCHEMA);

  static List<BacktestResult> runs() {
    return List.of(
        SampleRuns.seeded(1, 60, 40),
        SampleRuns.seeded(2, 5, 1),
        BacktestRun.run(BuiltInRuns.two(1, 600)),
        BacktestRun.run(BuiltInRuns.two(1, 20)),
        BuiltInRuns.contested(1, 1700),
        SampleRuns.result(SampleRuns.description("none", 0), List.of(), SampleRuns.daily(1000)),
        SampleRuns.result(
            SampleRuns.description("ruin", 2), List.of(), SampleRuns.daily(1000, -200, -100)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void outputFitsTheSchema(BacktestResult run) {
    SCHEMA.assertFits(json(run, EquityMode.DAILY));
  }

  @Test
  void schemaIsClosed() {
    SCHEMA.assertClosed(22);
  }

  @Test
  void schemaHasEveryFigureInOrder() {
    JsonNode metrics = SCHEMA.root().path("properties").path("metrics");
    assertThat(metrics.path("properties").propertyNames())
        .containsExactlyElementsOf(Arrays.stream(Figure.values()).map(Figure::key).toList());
  }

  @Test
  void pageNamesEveryFieldWithItsWords() throws IOException {
    SCHEMA.assertOnPage();
  }

  @Test
  void decimalsAreExact() {
    ClosedTrade trade = SampleRuns.trade(SampleRuns.START, SampleRuns.START + 1, 0.00000001, 0.5);
    BacktestResult run =
        SampleRuns.result(
            SampleRuns.description("sample", 1),
            List.of(trade),
            SampleRuns.daily(12_345_678.125, 1));
    String json = json(run, EquityMode.DAILY);
    assertThat(json)
        .contains("\"profit\":0.00000001,\"profitPercent\":0.00000001,\"r\":0.00000002")
        .contains("\"quantity\":1,\"entryTime\":\"2024-02-01T00:00:00Z\",\"entryPrice\":100,")
        .contains("\"capital\":10000,")
        .contains("\"equity\":12345678.125}");
    ClosedTrade first = run.trades().getFirst();
    assertThat(MAPPER.readTree(json).path("trades").get(0).path("profit").decimalValue())
        .isEqualByComparingTo(first.profit());
  }

  /** The first 30 daily returns end with the 31st point of the curve. */
  @Test
  void rollingFiguresStandAtTheEndOfTheirDays() {
    BacktestResult run = SampleRuns.seeded(1, 40, 60);
    JsonNode rolling = MAPPER.readTree(json(run, EquityMode.DAILY)).path("rolling");
    assertThat(rolling).hasSize(11);
    double[] first = Arrays.copyOf(run.daily().returns(), 30);
    assertThat(rolling.get(0).path("time").asString())
        .isEqualTo(Utc.format(run.daily().timeNs(30)));
    assertThat(rolling.get(0).path("sharpe").asDouble()).isEqualTo(Returns.sharpe(first));
    assertThat(rolling.get(0).path("sortino").asDouble()).isEqualTo(Returns.sortino(first));
    assertThat(rolling.get(0).path("volatility").asDouble()).isEqualTo(Returns.volatility(first));
    assertThat(MAPPER.readTree(json(SampleRuns.seeded(1, 29, 9), EquityMode.DAILY)).path("rolling"))
        .isEmpty();
  }

  @Test
  void equityPerCandleIsWrittenWhereItWasKept() {
    BacktestResult plain = SampleRuns.seeded(1, 3, 2);
    BacktestResult kept =
        new BacktestResult(
            plain.run(),
            plain.trades(),
            plain.daily(),
            Optional.of(SampleRuns.daily(1, 2, 3, 4, 5, 6)),
            plain.buyAndHold(),
            plain.signals(),
            plain.charts(),
            plain.fingerprint(),
            plain.stateHash(),
            plain.candles(),
            plain.elapsedNs());
    assertThat(MAPPER.readTree(json(kept, EquityMode.CANDLE)).path("equity")).hasSize(6);
    assertThat(MAPPER.readTree(json(kept, EquityMode.DAILY)).path("equity")).hasSize(4);
    assertThatThrownBy(() -> json(plain, EquityMode.CANDLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("equity per candle");
  }

  @Test
  void streamAndWriterGiveTheSame() {
    BacktestResult run = SampleRuns.seeded(1, 3, 2);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonReport.write(run, EquityMode.DAILY, bytes);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(json(run, EquityMode.DAILY));
  }

  @Test
  void countsSignalsByReason() {
    JsonNode signals =
        MAPPER.readTree(json(SampleRuns.seeded(1, 10, 8), EquityMode.DAILY)).path("signals");
    assertThat(signals.toString())
        .isEqualTo(
            "{\"raised\":13,\"followed\":8,"
                + "\"refused\":{\"already-in-position\":3,\"size-too-small\":2}}");
  }

  /** A real run of two strategies: each by itself, and what was paid adds up. */
  @Test
  void strategiesAndCostsAreToldByThemselves() {
    BacktestResult run = BacktestRun.run(BuiltInRuns.two(1, 900));
    JsonNode json = MAPPER.readTree(json(run, EquityMode.DAILY));
    JsonNode strategies = json.path("strategies");
    assertThat(strategies.valueStream().map(each -> each.path("name").asString()))
        .containsExactly("momentum", "ema-cross");
    assertThat(strategies.get(0).path("capital").asString()).isEqualTo("6000");
    for (JsonNode each : strategies) {
      String name = each.path("name").asString();
      List<JsonNode> own =
          json.path("trades")
              .valueStream()
              .filter(trade -> trade.path("strategy").asString().equals(name))
              .toList();
      assertThat(own).hasSizeGreaterThan(10);
      assertThat(each.path("metrics").path("trades").asInt()).isEqualTo(own.size());
      assertThat(each.path("quality").path("trades").asInt()).isEqualTo(Math.min(100, own.size()));
      assertThat(each.path("equity")).hasSameSizeAs(json.path("equity"));
      for (String part : COSTS) {
        BigDecimal whole = each.path("costs").path(part).decimalValue();
        assertThat(sum(own.stream(), part)).as(part).isEqualByComparingTo(whole);
        assertThat(
                sum(
                    json.path("costDays")
                        .valueStream()
                        .filter(day -> day.path("strategy").asString().equals(name)),
                    part))
            .as(part)
            .isEqualByComparingTo(whole);
        assertThat(whole).as(part).isNotZero();
      }
    }
    BigDecimal net = BigDecimal.ZERO;
    for (JsonNode each : strategies) {
      net = net.add(each.path("costs").path("net").decimalValue());
    }
    assertThat(net).isEqualByComparingTo(json.path("metrics").path("netProfit").decimalValue());
    assertThat(sum(json.path("trades").valueStream(), "funding"))
        .isEqualByComparingTo(json.path("metrics").path("funding").decimalValue());
  }

  /** Worked entries, shifts and a challenger of a real run, and that the report has their sums. */
  @Test
  void waysOfARunAreTold() {
    BacktestResult run = BuiltInRuns.contested(1, 1700);
    JsonNode json = MAPPER.readTree(json(run, EquityMode.DAILY));
    JsonNode executions = json.path("executions");
    assertThat(executions.path("worked")).hasSizeGreaterThan(20);
    assertThat(executions.path("entries").asInt()).isEqualTo(executions.path("worked").size());
    assertThat(texts(executions.path("worked"), "outcome")).contains("all was filled");
    assertThat(texts(executions.path("worked"), "strategy")).contains("momentum", "ema-cross");
    JsonNode allocation = json.path("allocation");
    assertThat(texts(allocation.path("shares"), "strategy"))
        .containsExactly("momentum", "ema-cross");
    assertThat(allocation.path("shifts")).isNotEmpty();
    assertThat(sumOf(allocation.path("transfers"), "amount"))
        .isEqualByComparingTo(Decimals.of(run.capital().movedScaled(), 8));
    JsonNode rival = json.path("rivals").get(0);
    assertThat(rival.path("name").asString()).isEqualTo("ema-cross");
    assertThat(rival.path("days").asInt()).isEqualTo(71);
    assertThat(rival.path("words").asString()).startsWith(rival.path("verdict").asString());
    assertThat(rival.path("notices").get(0).asString()).isEqualTo("a note");
    assertThat(rival.path("equity")).hasSameSizeAs(json.path("equity"));
    JsonNode page = HtmlReportTest.data(HtmlReport.render(run));
    assertThat(page.path("execution").path("slippageBps"))
        .isEqualTo(executions.path("slippageBps"));
    assertThat(page.path("capital").path("shiftTotal").asInt())
        .isEqualTo(allocation.path("shifts").size());
    assertThat(page.path("capital").path("shifts").get(0).get(4))
        .isEqualTo(allocation.path("shifts").get(0).path("reason"));
    assertThat(page.path("rivals").get(0).path("words")).isEqualTo(rival.path("words"));
  }

  private static List<String> texts(JsonNode array, String field) {
    return array.valueStream().map(each -> each.path(field).asString()).toList();
  }

  private static BigDecimal sumOf(JsonNode array, String field) {
    return array
        .valueStream()
        .map(each -> each.path(field).decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal sum(Stream<JsonNode> all, String part) {
    return all.map(each -> each.path("costs").path(part).decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String json(BacktestResult run, EquityMode mode) {
    StringWriter out = new StringWriter();
    JsonReport.write(run, mode, out);
    return out.toString();
  }
}

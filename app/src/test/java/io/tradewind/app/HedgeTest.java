package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.tradewind.app.Cli.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run whose strategies are hedged, as a user asks for it. */
class HedgeTest {
  private static final String DATA =
      " --symbols ETH/USDT --market perp --candles ETH/USDT=@/ETH_USDT-1h.csv";
  private static final String HEDGED =
      DATA + " --candles BTC/USDT=@/BTC_USDT-1h.csv --hedge BTC/USDT ";
  private static final String RUN = "backtest --strategy buy-and-hold ";

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void writeCandles() throws IOException {
    cli = new Cli(folder);
    for (String base : List.of("ETH", "BTC")) {
      cli.file(base + "_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 2400));
    }
  }

  private JsonNode json(String line) {
    Answer answer = cli.line(line + " --json");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return JsonMapper.shared().readTree(answer.out());
  }

  /** The strategy trades with what the hedge leaves, and never sees what hedges it. */
  @Test
  void aPartOfTheCapitalIsKeptForIt() {
    cli.with("TRADEWIND_HEDGE_HEAT", "none")
        .with("TRADEWIND_HEDGE_BETA", "50%")
        .with("TRADEWIND_HEDGE_BETA_TARGET", "30%")
        .with("TRADEWIND_HEDGE_CAPITAL", "30%");
    JsonNode run = json(RUN + HEDGED);
    JsonNode books = run.path("strategies");
    assertThat(books.path(0).path("name").asString()).isEqualTo("buy-and-hold");
    assertThat(books.path(0).path("capital").asInt()).isEqualTo(7_000);
    assertThat(books.path(1).path("name").asString()).isEqualTo("hedge");
    assertThat(books.path(1).path("capital").asInt()).isEqualTo(3_000);
    assertThat(run.path("run").path("settings").path("hedge.with").asString())
        .isEqualTo("BTC/USDT");
    assertThat(run.path("run").path("strategy").asString()).isEqualTo("buy-and-hold");
    assertThat(run.path("run").path("symbols").valueStream().map(JsonNode::asString))
        .containsExactly("binance:ETH/USDT:USDT");
    List<String> traded =
        run.path("trades")
            .valueStream()
            .map(trade ->
                trade.path("strategy").asString()
                    + " "
                    + trade.path("side").asString()
                    + " "
                    + trade.path("symbol").asString())
            .distinct()
            .toList();
    assertThat(traded)
        .containsExactlyInAnyOrder("buy-and-hold long ETH/USDT:USDT", "hedge short BTC/USDT:USDT");
    assertThat(run.path("metrics").path("buyAndHoldReturn").doubleValue())
        .isCloseTo(
            json(RUN + DATA).path("metrics").path("buyAndHoldReturn").doubleValue(), offset(1e-9));
  }

  /** Of candles that move alike, a hedge of all takes away nearly all of what moves. */
  @Test
  void whatIsHedgedMovesLess() {
    String figure = "volatility";
    double plain = json(RUN + DATA).path("metrics").path(figure).doubleValue();
    cli.with("TRADEWIND_HEDGE_BETA", "20%")
        .with("TRADEWIND_HEDGE_BETA_TARGET", "0")
        .with("TRADEWIND_HEDGE_CAPITAL", "50%");
    double hedged = json(RUN + HEDGED).path("metrics").path(figure).doubleValue();
    assertThat(hedged).isLessThan(plain / 4);
  }

  /** One strategy is still the only one, whose parameters need no name before them. */
  @Test
  void parametersAreNamedAsWithoutIt() {
    String run = "backtest --strategy ema-cross ";
    JsonNode plain = json(run + DATA).path("run").path("parameters");
    assertThat(plain.propertyNames()).isNotEmpty();
    assertThat(json(run + HEDGED).path("run").path("parameters")).isEqualTo(plain);
  }

  @Test
  void theRiskReportTellsOfIt() {
    JsonNode risk = json("risk --strategy buy-and-hold " + HEDGED);
    assertThat(risk.path("events").path(0).path("kind").asString()).isEqualTo("hedged");
    assertThat(risk.path("events").path(0).path("detail").asString())
        .startsWith("BTC/USDT:USDT: short ")
        .contains(" of equity for the heat of the portfolio");
    assertThat(risk.path("symbols").path(1).path("maxExposure").doubleValue()).isGreaterThan(0.3);
    assertThat(risk.path("leverage").path("max").doubleValue()).isLessThan(1);
  }

  /** A challenger is hedged as the strategy is that it is compared with. */
  @Test
  void aRivalIsHedgedToo() {
    JsonNode run = json(RUN + HEDGED + "--rival other=buy-and-hold");
    JsonNode rival = run.path("rivals").path(0);
    assertThat(rival.path("metrics").path("totalReturn").doubleValue())
        .isEqualTo(run.path("metrics").path("totalReturn").doubleValue());
  }

  @Test
  void ofAStrategyThatIsHedgedTheSignalsAreJudgedAndNotTheHedge() {
    assertThat(cli.line(RUN + HEDGED).out())
        .containsPattern("(?m)^quality +buy-and-hold:")
        .containsPattern("(?m)^hedge +2,000.00 ")
        .doesNotContain("hedge: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --hedge BTC/EUR:EUR | what hedges is quoted in the currency of what it hedges
          --hedge BTC | is no symbol: write BASE/QUOTE
          --hedge XRP/USDT | the store
          --candles BTC/USDT=@/BTC_USDT-1h.csv --hedge BTC/USDT --rival hedge=buy-and-hold \
          | no strategy can be called hedge
          """)
  void whatCannotHedgeIsRefused(String line, String told) {
    Answer answer = cli.line(RUN + DATA + " " + line);
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains(told);
  }

  @ParameterizedTest
  @CsvSource({
    "HEDGE_BETA, 60%, hedge.beta-target",
    "HEDGE_HEAT_TARGET, 10%, must be under hedge.heat",
    "HEDGE_CAPITAL, 100%, 90%",
    "HEDGE_LEVERAGE, 0, 125"
  })
  void numbersAreChecked(String variable, String text, String told) {
    cli.with("TRADEWIND_" + variable, text);
    Answer answer = cli.line(RUN + HEDGED);
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains(told);
  }

  @Test
  void settingsInVainAreTold() {
    cli.with("TRADEWIND_HEDGE_BAND", "9%");
    assertThat(cli.line(RUN + DATA).out())
        .contains("hedge.band has no effect: nothing is hedged; name a perpetual: --hedge SYMBOL");
  }
}

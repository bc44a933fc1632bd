package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.Cli.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code risk}, and the journal of {@code backtest}, as a user has them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RiskTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String RUN = " --strategy ema-cross --symbols BTC/USDT,ETH/USDT";

  @TempDir private static Path folder;
  private static Cli cli;

  @BeforeAll
  static void fillAStore() throws IOException {
    cli = new Cli(folder);
    cli.file("BTC_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 2400));
    cli.file("ETH_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 2400));
    assertThat(cli.line("data import @/BTC_USDT-1h.csv @/ETH_USDT-1h.csv").exitCode()).isZero();
  }

  @Test
  void tellsWhatWasRisked() {
    Answer answer =
        cli.line(
            "risk"
                + RUN
                + " --fee-bps 150 --max-heat 2% --day-loss 0.5% --max-correlation 0.9"
                + " --protections cool-down:symbol:2h");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    List<String> lines = answer.out().lines().filter(line -> !line.startsWith("note")).toList();
    assertThat(lines)
        .containsExactly(
            """
            risk of ema-cross on BTC/USDT, ETH/USDT, 1h  2024-01-01 00:00 to 2024-04-10 00:00

                          max    mean     limit  days over
            heat       7.21 %  0.67 %    2.00 %  36 of 100
            leverage  68.08 %  9.47 %  100.00 %   0 of 100
            drawdown    at most 0.66 %, at the end 0.00 %, the longest 3 days
            held        BTC/USDT on 36 days, at most 51.09 %; ETH/USDT on 36 days, at most 17.02 %

            value at risk of a day at 95.00 %, each from the 60 days before
            method          now  shortfall  worse days  promised      Kupiec's p
            historical   0.23 %     0.48 %     3 of 40       2.0           0.498
            EWMA         3.36 %     4.22 %     0 of 40       2.0  0.043 doubtful
            Monte Carlo  0.52 %     0.63 %     3 of 40       2.0           0.498

            correlation of daily returns
                      BTC/USDT  ETH/USDT
            BTC/USDT         1      1.00
            ETH/USDT      1.00         1
            BTC/USDT and ETH/USDT 1.00 over the limit of 0.90

            limits                                   times
            entries locked: cool-down after an exit     50
            limit reached: loss of a day                25
            the last 5 of 25 beside the locks, all in --json:
            2024-03-23 06:00  limit reached, loss of a day: 0.64 % lost, limit 0.50 %, until 2024-03-24 00:00
            2024-03-27 04:00  limit reached, loss of a day: 0.64 % lost, limit 0.50 %, until 2024-03-28 00:00
            2024-03-31 02:00  limit reached, loss of a day: 0.65 % lost, limit 0.50 %, until 2024-04-01 00:00
            2024-04-04 00:00  limit reached, loss of a day: 0.66 % lost, limit 0.50 %, until 2024-04-04 00:00
            2024-04-07 23:00  limit reached, loss of a day: 0.65 % lost, limit 0.50 %, until 2024-04-08 00:00

            sizes       25 by equal share of equity, 25 by risk.max-heat
            signals     50, followed 50
            funding     paid 0.00, received 0.00 USDT
            liquidated  nothing

            worst trades  side  entry             exit              by      profit  of entry
            ETH/USDT      long  2024-01-04 16:00  2024-01-05 04:59  target   95.94   +5.87 %
            ETH/USDT      long  2024-01-08 14:00  2024-01-09 02:59  target   99.72   +5.87 %
            ETH/USDT      long  2024-01-12 12:00  2024-01-13 00:59  target  103.96   +5.87 %
            ETH/USDT      long  2024-01-16 11:00  2024-01-16 23:59  target  107.67   +5.87 %
            ETH/USDT      long  2024-01-20 09:00  2024-01-20 21:59  target  111.44   +5.87 %
            """
                .lines()
                .toArray(String[]::new));
  }

  @Test
  void tellsNoStatisticsOfNothing() {
    String run = " --strategy momentum --param threshold=99 --symbols BTC/USDT";
    Answer answer = cli.line("risk" + run);
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(answer.out().lines().filter(line -> !line.startsWith("note")).toList())
        .containsExactly(
            "risk of momentum on BTC/USDT, 1h  2024-01-01 00:00 to 2024-04-10 00:00",
            "nothing was held, so nothing was risked",
            "",
            "no limit of losses was reached, no breaker tripped, nothing was locked",
            "",
            "signals     0, followed 0");
    assertThat(cli.line("backtest" + run).out())
        .contains("10,000.00 USDT became 10,000.00 (0.00 %)", "Max drawdown          0.00 %");
    JsonNode losses = MAPPER.readTree(cli.line("risk --json" + run).out()).path("valueAtRisk");
    assertThat(losses.toString()).isEqualTo("{\"confidence\":0.95,\"window\":0,\"methods\":[]}");
  }

  @Test
  void tellsTheSameAsJson() {
    Answer answer = cli.line("risk --json" + RUN);
    JsonNode json = MAPPER.readTree(answer.out());
    assertThat(json.path("run").path("strategy").asString()).isEqualTo("ema-cross");
    assertThat(json.path("days")).hasSize(100);
    assertThat(json.path("correlations").path("pairs").get(0).path("correlation").asDouble())
        .isEqualTo(1);
    assertThat(answer.out().lines()).hasSize(1);
  }

  @Test
  void writesAPageThatTheNextRunMayReplace() throws IOException {
    for (int round = 0; round < 2; round++) {
      Answer answer = cli.line("risk --report @/risk.html" + RUN);
      assertThat(answer.exitCode()).as(answer.err()).isZero();
      assertThat(answer.out()).endsWith("risk.html\n");
    }
    assertThat(Files.readString(folder.resolve("risk.html")))
        .startsWith("<!doctype html>")
        .contains("ema-cross, risk by Tradewind")
        .doesNotContain("{{");
  }

  /** A page that is configured for backtests is none of risk's. */
  @Test
  void leavesTheReportOfABacktestAlone() throws IOException {
    cli.file("both.yaml", "report:\n  html: " + folder.resolve("backtest.html") + "\n");
    assertThat(cli.line("risk --config @/both.yaml" + RUN).exitCode()).isZero();
    assertThat(folder.resolve("backtest.html")).doesNotExist();
  }

  @Test
  void writesAJournalThatTheNextRunMayReplace() throws IOException {
    for (int round = 0; round < 2; round++) {
      Answer answer = cli.line("backtest --json --journal @/journal.jsonl" + RUN);
      assertThat(answer.exitCode()).as(answer.err()).isZero();
      JsonNode trades = MAPPER.readTree(answer.out()).path("trades");
      List<String> lines = Files.readAllLines(folder.resolve("journal.jsonl"));
      assertThat(lines).hasSize(trades.size()).isNotEmpty();
      for (int i = 0; i < lines.size(); i++) {
        JsonNode line = MAPPER.readTree(lines.get(i));
        assertThat(line.path("trade").path("profit").decimalValue())
            .isEqualTo(trades.get(i).path("profit").decimalValue());
        assertThat(line.path("ideas").get(0).path("features")).isNotEmpty();
        assertThat(line.path("fills").size()).isGreaterThanOrEqualTo(2);
      }
    }
    assertThat(cli.line("backtest --journal @/journal.jsonl" + RUN).out())
        .contains("journal     " + folder.resolve("journal.jsonl"));
  }
}

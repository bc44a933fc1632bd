package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.Cli.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several strategies in one backtest, as a user asks for them. */
class SeveralStrategiesTest {
  private static final String RUN =
      "backtest --symbols BTC/USDT --candles @/BTC_USDT-1h.csv --market perp ";

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void writeCandles() throws IOException {
    cli = new Cli(folder);
    cli.file("BTC_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 900));
  }

  private JsonNode json(String line) {
    Answer answer = cli.line(RUN + line + " --json");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return JsonMapper.shared().readTree(answer.out());
  }

  private static List<String> capitals(JsonNode run) {
    return run.path("strategies")
        .valueStream()
        .map(each -> each.path("name").asString() + " " + each.path("capital").asString())
        .toList();
  }

  @Test
  void commasAndRepetitionNameTheSame() {
    JsonNode one = json("--strategy momentum,ema-cross");
    JsonNode two = json("--strategy momentum --strategy ema-cross");
    assertThat(one.path("fingerprint")).isEqualTo(two.path("fingerprint"));
    assertThat(one.path("run").path("strategy").asString()).isEqualTo("momentum, ema-cross");
    assertThat(capitals(one)).containsExactly("momentum 5000", "ema-cross 5000");
    assertThat(capitals(json("--strategy ema-cross"))).containsExactly("ema-cross 10000");
  }

  @Test
  void sharesAndParametersAreOfOneOfThem() {
    JsonNode run =
        json("--strategy momentum,ema-cross,dca --share ema-cross=12.5% --param ema-cross.fast=5");
    assertThat(capitals(run)).containsExactly("momentum 4375", "ema-cross 1250", "dca 4375");
    assertThat(run.path("run").path("parameters").path("ema-cross.fast").asString()).isEqualTo("5");
    assertThat(run.path("strategies").get(1).path("parameters").path("fast").asString())
        .isEqualTo("5");
  }

  /** In the file as in the environment; the flag holds over both, and all are held to the same. */
  @Test
  void sharesAreASettingToo() throws IOException {
    cli.file("home/config.yaml", "allocation:\n  shares: {momentum: 70%, ema-cross: 30%}\n");
    assertThat(capitals(json("--strategy momentum,ema-cross")))
        .containsExactly("momentum 7000", "ema-cross 3000");
    assertThat(capitals(json("--strategy momentum,ema-cross --share momentum=20%")))
        .containsExactly("momentum 2000", "ema-cross 8000");
    cli.with("TRADEWIND_ALLOCATION_SHARES", "momentum=70%,ema-cross=40%");
    assertThat(cli.line(RUN + "--strategy momentum,ema-cross").err())
        .contains("must add up to 100 %, 110 % are given (allocation.shares, --share)");
  }

  /** A third is rounded down, the last takes what is left. */
  @Test
  void partsAddUpToTheCapital() {
    assertThat(capitals(json("--strategy momentum,ema-cross,dca")))
        .containsExactly("momentum 3333.33333333", "ema-cross 3333.33333333", "dca 3333.33333334");
  }

  @Test
  void textAndCsvTellOfEach() throws IOException {
    Answer answer = cli.line(RUN + "--strategy momentum,ema-cross --csv @/t.csv --spread-bps 2");
    assertThat(answer.out())
        .containsPattern("(?m)^ +Capital +Final equity +Total return")
        .containsPattern("(?m)^momentum +5,000.00 ")
        .containsPattern("(?m)^ema-cross +5,000.00 ")
        .containsPattern("(?m)^costs +fees [0-9.,]+, spread [0-9.,]+, slippage 0.00, impact 0.00")
        .containsPattern("(?m)^quality +ema-cross: [0-9]+ % of the last ");
    List<String> lines = Files.readAllLines(folder.resolve("t.csv"));
    assertThat(lines.getFirst()).endsWith(",entryReason,strategy");
    assertThat(lines).anyMatch(line -> line.endsWith(",ema-cross"));
    cli.line(RUN + "--strategy ema-cross --csv @/t.csv");
    assertThat(Files.readAllLines(folder.resolve("t.csv")).getFirst()).endsWith(",entryReason");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --strategy dca,dca | --strategy names dca twice
          --strategy dca,dcb | no such strategy: dcb
          --strategy dca,grid --param share=0.1 | --param share must name which of the strategies it is for, such as dca.share=VALUE
          --strategy dca,grid --param dca.nothing=1 | parameters of dca (--param):
          --strategy dca,grid --share dca=0% | a share must be a part of the capital above 0 % and up to 100 %, such as momentum=60%, was 'dca=0%' (allocation.shares, --share)
          --strategy dca,grid --share dca=0.5 | a share must be a part of the capital
          --strategy dca,grid --share grit=50% | a share must be STRATEGY=PERCENT of a strategy of the run, was 'grit=50%' (allocation.shares, --share); did you mean grid?
          --strategy dca,grid --share dca | a share must be STRATEGY=PERCENT
          --strategy dca,grid --share dca=100% | must add up to 100 %, 100 % are given, and nothing is left for the other 1
          --strategy dca,grid --share dca=60%,grid=60% | must add up to 100 %, 120 % are given
          --strategy dca,grid --share dca=60%,grid=30% | must add up to 100 %, 90 % are given
          --strategy dca,grid --share dca=10%,dca=20% | the shares name dca twice (allocation.shares, --share)
          --strategy pairs | the strategy pairs: pairs trades two symbols
          --strategy dca --share dca=60% | must add up to 100 %, 60 % are given
          """)
  void mistakesAreTold(String line, String told) {
    Answer answer = cli.line(RUN + line);
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains(told);
  }

  @Test
  void anExaminationIsOfOne() {
    assertThat(
            cli.line(
                    "analyze warmup --symbols BTC/USDT --candles @/BTC_USDT-1h.csv --strategy"
                        + " dca,grid")
                .err())
        .contains("one strategy at a time is examined");
  }
}

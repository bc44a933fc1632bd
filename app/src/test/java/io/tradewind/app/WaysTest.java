package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.tradewind.app.Cli.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Entries that are worked, capital that is moved, and challengers, as a user asks for them. */
class WaysTest {
  private static final String RUN =
      "backtest --symbols BTC/USDT --candles @/BTC_USDT-1h.csv --market perp ";

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void writeCandles() throws IOException {
    cli = new Cli(folder);
    cli.file("BTC_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 2400));
  }

  private JsonNode json(String line) {
    Answer answer = cli.line(RUN + line + " --json");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return JsonMapper.shared().readTree(answer.out());
  }

  private static List<String> texts(JsonNode array, String field) {
    return array.valueStream().map(each -> each.path(field).asString()).toList();
  }

  /** Of each style the whole is filled, and no more of it than was asked for. */
  @ParameterizedTest
  @ValueSource(strings = {"twap", "vwap", "pov", "iceberg", "chase"})
  void eachStyleWorksEntries(String style) {
    String time = style.equals("chase") ? "PATIENCE" : "TIME";
    cli.with("TRADEWIND_EXECUTION_" + style.toUpperCase(Locale.ROOT) + "_" + time, "8h");
    JsonNode run = json("--strategy ema-cross --sizing share:80% --execution " + style);
    JsonNode executions = run.path("executions");
    assertThat(run.path("run").path("settings").path("execution.style").asString())
        .isEqualTo(style);
    assertThat(executions.path("entries").asInt()).isGreaterThan(10);
    assertThat(executions.path("worked")).hasSize(executions.path("entries").asInt());
    for (JsonNode entry : executions.path("worked")) {
      assertThat(entry.path("filled").decimalValue())
          .isBetween(BigDecimal.ZERO, entry.path("asked").decimalValue());
      assertThat(entry.path("strategy").asString()).isEqualTo("ema-cross");
      assertThat(entry.path("symbol").asString()).isEqualTo("BTC/USDT:USDT");
      assertThat(entry.path("end").asString())
          .isGreaterThanOrEqualTo(entry.path("begin").asString());
    }
    assertThat(executions.path("filledShare").asDouble())
        .isBetween(style.equals("chase") ? 0.2 : 1, 1.0);
  }

  /** The figures of the whole are the means of the entries'. */
  @Test
  void aSummaryIsOfAllEntries() {
    cli.with("TRADEWIND_EXECUTION_TWAP_TIME", "6h").with("TRADEWIND_EXECUTION_TWAP_SLICES", "4");
    String line = "--strategy ema-cross --sizing share:80% --execution twap";
    JsonNode executions = json(line).path("executions");
    double slippage = 0;
    double filled = 0;
    for (JsonNode entry : executions.path("worked")) {
      double average = entry.path("averagePrice").asDouble();
      double arrival = entry.path("arrivalPrice").asDouble();
      assertThat(entry.path("slippageBps").asDouble())
          .isCloseTo(1e4 * (average / arrival - 1), offset(1e-6));
      assertThat(entry.path("slices").asInt()).isBetween(1, 4);
      slippage += entry.path("slippageBps").asDouble();
      filled += entry.path("filled").asDouble() / entry.path("asked").asDouble();
    }
    int count = executions.path("entries").asInt();
    assertThat(executions.path("slippageBps").asDouble()).isCloseTo(slippage / count, offset(1e-6));
    assertThat(executions.path("filledShare").asDouble()).isCloseTo(filled / count, offset(1e-9));
    Answer text = cli.line(RUN + line);
    assertThat(text.out())
        .containsPattern(
            "(?m)^execution +"
                + count
                + " entries worked, 100.0 % filled; [0-9.]+ bps (worse|better) than the price on"
                + " arrival, [0-9.]+ bps (worse|better) than the benchmark; all was filled [0-9]+$")
        .doesNotContain("has no effect", "have no effect", "for it;");
  }

  /** Where there is no room for a price that rises, parts are cut, and the text says by what. */
  @Test
  void whatWasNotFilledIsTold() {
    cli.with("TRADEWIND_EXECUTION_TWAP_TIME", "6h").with("TRADEWIND_EXECUTION_TWAP_SLICES", "4");
    assertThat(cli.line(RUN + "--strategy ema-cross --execution twap").out())
        .containsPattern(
            "(?m)^execution .* 9[0-9][.][0-9] % filled; .*cut to the room that is left: free balance [0-9]+$");
  }

  @Test
  void withoutAStyleNothingIsToldOfIt() {
    JsonNode executions = json("--strategy ema-cross").path("executions");
    assertThat(executions.path("entries").asInt()).isZero();
    assertThat(executions.path("slippageBps").isNull()).isTrue();
    assertThat(cli.line(RUN + "--strategy ema-cross").out())
        .doesNotContain("execution ", "allocation ", "rival ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --strategy dca --execution twap                     | binance:BTC/USDT:USDT: an entry is worked at the closes of candles, which are 1h long, and twap has 5m for it; import shorter candles, or set execution.twap.time
          --strategy dca --execution chase                    | chase has 30s for it; import shorter candles, or set execution.chase.patience
          --strategy dca,grid --share dca=70% --allocation fixed | allocation.rule fixed keeps each share between allocation.floor, 5%, and allocation.cap, 60%: dca has 60% instead of 70%, grid has 40% instead of 30%
          --strategy dca,grid --share dca=30% --allocation fixed | dca has 40% instead of 30%, grid has 60% instead of 70%
          --strategy dca,grid,ema-cross --share dca=1% --share grid=59% --allocation fixed | dca has 5% instead of 1%, grid has 57% instead of 59%, ema-cross has 38% instead of 40%
          --strategy dca,grid --share dca=30% --allocation bandit | allocation.rule bandit begins with shares of its own, whatever --share says: dca has 50% instead of 30%, grid has 50% instead of 70%
          --strategy dca --allocation bandit                  | allocation.rule bandit has no effect: there is one strategy; name several: --strategy A,B
          """)
  void whatWillNotHelpIsNoted(String line, String told) {
    assertThat(cli.line(RUN + line).out()).contains("note  ").contains(told);
  }

  @Test
  void whatWasGivenInVainIsNoted() throws IOException {
    cli.file(
        "home/config.yaml",
        "execution: {pov: {step: 1m, time: 2h}}\nallocation: {cap: 70%}\nrivals: {days: 90}\n");
    assertThat(cli.line(RUN + "--strategy dca").out())
        .contains(
            "execution.pov.step, execution.pov.time have no effect: execution.style is none"
                + " (--execution)",
            "allocation.cap has no effect: allocation.rule is none (--allocation)",
            "rivals.days has no effect: there is no challenger; name one: --rival NAME");
  }

  /** Every shift says from whom to whom, how much and why; cash follows. */
  @Test
  void capitalIsMovedByTheBandit() {
    cli.with("TRADEWIND_ALLOCATION_WARM_UP", "5").with("TRADEWIND_ALLOCATION_WARM_UP_TRADES", "0");
    JsonNode run = json("--strategy ema-cross,buy-and-hold,dca --allocation bandit");
    JsonNode allocation = run.path("allocation");
    assertThat(texts(allocation.path("shares"), "strategy"))
        .containsExactly("ema-cross", "buy-and-hold", "dca");
    double whole = allocation.path("reserve").asDouble();
    for (JsonNode share : allocation.path("shares")) {
      whole += share.path("share").asDouble();
      assertThat(share.path("share").asDouble()).isBetween(0.05, 0.6);
      assertThat(share.path("reason").asString()).startsWith(share.path("strategy").asString());
    }
    assertThat(whole).isCloseTo(1, offset(1e-9));
    assertThat(allocation.path("shifts")).hasSizeGreaterThan(5);
    for (JsonNode shift : allocation.path("shifts")) {
      assertThat(shift.path("reason").asString())
          .contains(shift.path("to").asString().replace("reserve", ""))
          .contains(shift.path("from").asString().replace("reserve", ""));
      boolean isHeldDown = shift.path("to").asString().equals("reserve");
      assertThat(shift.path("share").asDouble()).isBetween(0.0, isHeldDown ? 1 : 0.1);
      assertThat(shift.path("time").asString()).endsWith("T00:00:00Z");
    }
    assertThat(allocation.path("transfers")).isNotEmpty();
    assertThat(texts(allocation.path("transfers"), "to"))
        .isSubsetOf("ema-cross", "buy-and-hold", "dca");
    assertThat(allocation.path("transfers").get(0).path("amount").asDouble()).isPositive();
    String text = cli.line(RUN + "--strategy ema-cross,buy-and-hold,dca --allocation bandit").out();
    assertThat(text)
        .containsPattern(
            "(?m)^allocation +[0-9]+ shifts of shares, [0-9,.]+ USDT moved to hold them; at the end ema-cross [0-9.]+ %,"
                + " buy-and-hold [0-9.]+ %, dca [0-9.]+ %")
        .contains("allocation  the table tells each strategy as if nothing had been moved")
        .contains("allocation  the last 5 of " + allocation.path("shifts").size() + " shifts")
        .containsPattern("(?m)^allocation +2024-[0-9-]+  [0-9.]+ % from [a-z-]+ to [a-z-]+: ");
  }

  /** The seed is the lot's: another draws otherwise, the same draws the same. */
  @Test
  void theSeedDecidesTheDraws() {
    cli.with("TRADEWIND_ALLOCATION_WARM_UP", "5").with("TRADEWIND_ALLOCATION_WARM_UP_TRADES", "0");
    String line = "--strategy ema-cross,dca --allocation bandit";
    JsonNode one = json(line);
    assertThat(json(line).path("allocation")).isEqualTo(one.path("allocation"));
    cli.with("TRADEWIND_ALLOCATION_SEED", "2");
    assertThat(json(line).path("allocation")).isNotEqualTo(one.path("allocation"));
  }

  @Test
  void fixedSharesAreKept() {
    JsonNode allocation =
        json("--strategy ema-cross,dca --share dca=45% --allocation fixed").path("allocation");
    assertThat(texts(allocation.path("shares"), "target")).containsExactly("0.55", "0.45");
    assertThat(texts(allocation.path("shares"), "share")).containsExactly("0.55", "0.45");
    assertThat(cli.line(RUN + "--strategy ema-cross,dca --share dca=45% --allocation fixed").out())
        .doesNotContain("instead of");
  }

  @Test
  void aFloorMustFit() {
    cli.with("TRADEWIND_ALLOCATION_FLOOR", "40%");
    Answer answer = cli.line(RUN + "--strategy ema-cross,dca,grid --allocation equal");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err())
        .contains(
            "allocation.floor must be at most 33.3333%, so that the floors of 3 strategies fit");
  }

  /** The challenger trades as it would alone with all of the capital, and the run as without it. */
  @Test
  void aChallengerTradesBeside() {
    JsonNode alone = json("--strategy ema-cross --param fast=5");
    JsonNode run =
        json(
            "--strategy ema-cross --rival quick=ema-cross,dca --param fast=9 --param quick.fast=5");
    assertThat(run.path("fingerprint"))
        .isEqualTo(json("--strategy ema-cross --param fast=9").path("fingerprint"));
    JsonNode rivals = run.path("rivals");
    assertThat(texts(rivals, "name")).containsExactly("quick", "dca");
    JsonNode quick = rivals.get(0);
    assertThat(quick.path("metrics")).isEqualTo(alone.path("metrics"));
    assertThat(quick.path("equity")).isEqualTo(alone.path("equity"));
    assertThat(quick.path("parameters").path("fast").asString()).isEqualTo("5");
    assertThat(quick.path("days").asInt()).isEqualTo(100);
    assertThat(quick.path("low").asDouble()).isLessThan(quick.path("meanDifference").asDouble());
    assertThat(quick.path("high").asDouble())
        .isGreaterThan(quick.path("meanDifference").asDouble());
    double sum = 0;
    for (int day = 1; day <= 100; day++) {
      sum += dayReturn(quick.path("equity"), day) - dayReturn(run.path("equity"), day);
    }
    assertThat(quick.path("meanDifference").asDouble()).isCloseTo(sum / 100, offset(1e-9));
  }

  private static double dayReturn(JsonNode equity, int day) {
    return equity.get(day).path("equity").asDouble() / equity.get(day - 1).path("equity").asDouble()
        - 1;
  }

  @Test
  void theTextHasTheVerdict() {
    String text = cli.line(RUN + "--strategy ema-cross,grid --rival dca").out();
    assertThat(text)
        .containsPattern("(?m)^ema-cross, grid +10,000.00 ")
        .containsPattern("(?m)^rival dca +10,000.00 ")
        .containsPattern(
            "(?m)^rival +dca: (the challenger is (better|worse)|which is better is not yet known):"
                + " [+-][0-9.]+ % a day over 100 days, between ")
        .containsPattern("(?m)^signals +dca: [0-9,]+, of which [0-9,]+ were refused");
    cli.with("TRADEWIND_RIVALS_DAYS", "101");
    assertThat(cli.line(RUN + "--strategy ema-cross --rival dca").out())
        .contains("dca: which is better is not yet known: 100 of 101 days that are needed");
  }

  /** What is written is of the run alone. */
  @Test
  void filesAreOfTheRun() throws IOException {
    cli.line(RUN + "--strategy ema-cross --csv @/alone.csv --journal @/alone.jsonl");
    cli.line(RUN + "--strategy ema-cross --rival dca --csv @/both.csv --journal @/both.jsonl");
    assertThat(Files.readString(folder.resolve("both.csv")))
        .isEqualTo(Files.readString(folder.resolve("alone.csv")));
    assertThat(Files.readString(folder.resolve("both.jsonl")))
        .isEqualTo(Files.readString(folder.resolve("alone.jsonl")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --strategy dca --rival dca                       | there are two strategies dca; call the challenger otherwise, such as --rival other=dca
          --strategy dca --rival a=grid,a=dca              | there are two strategies a; call the challenger otherwise, such as --rival other=a
          --strategy dca --rival a=                        | --rival must be NAME or LABEL=NAME, was 'a='
          --strategy dca --rival grit                      | no such strategy: grit; did you mean grid?
          --strategy dca --rival grid --param grit.levels=3 | --param grit.levels must name which of the strategies it is for, such as dca.levels=VALUE
          --strategy dca --rival g=grid --param g.nothing=3 | parameters of grid (--param):
          --strategy dca,grid --rival ema-cross --param fast=3 | --param fast must name which of the strategies it is for
          --strategy dca --rival grid --execution quick    | execution.style = quick (--execution): must be one of none, twap, vwap, pov, iceberg, chase
          """)
  void mistakesAreTold(String line, String told) {
    Answer answer = cli.line(RUN + line);
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains(told);
  }
}

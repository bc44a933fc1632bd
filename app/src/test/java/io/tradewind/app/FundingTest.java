package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tradewind.app.Cli.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Funding rates and tiers of margin, from a user's files to the notices of a run. */
class FundingTest {
  private static final String RATES =
      """
      date,open,high,low,close,volume
      1704067200000,0.0001,0,0,0,0
      1704096000007,-0.00012,0,0,0,0
      nonsense,0,0,0,0,0
      1704153600000,0.9,0,0,0,0
      """;

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void writeFiles() throws IOException {
    cli = new Cli(folder);
    cli.file("BTC_USDT-8h-funding_rate.csv", RATES);
    cli.file("BTC_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 48));
  }

  private JsonNode json(String line) {
    Answer answer = cli.line(line);
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return JsonMapper.shared().readTree(answer.out());
  }

  @Test
  void ratesAreImportedListedCheckedExportedAndDeleted() throws IOException {
    Answer first = cli.line("data import @/BTC_USDT-8h-funding_rate.csv");
    assertThat(first.out())
        .isEqualTo(
            "BTC_USDT-8h-funding_rate.csv: binance:BTC/USDT:USDT funding, 2024-01-01T00:00:00Z to"
                + " 2024-01-02T00:00:00Z: 3 added, 0 unchanged, 0 replaced\n");
    assertThat(first.err())
        .contains("1 broken line was left out:", "BTC_USDT-8h-funding_rate.csv:4: 'nonsense'");
    JsonNode second = json("data import @/BTC_USDT-8h-funding_rate.csv --json").get(0);
    assertThat(second.get("added").asLong() + second.get("replaced").asLong()).isZero();
    assertThat(second.get("unchanged").asLong()).isEqualTo(3);

    JsonNode listed = json("data list --kind funding --json").get(0);
    assertThat(listed.get("symbol").asString()).isEqualTo("BTC/USDT:USDT");
    assertThat(listed.get("market").asString()).isEqualTo("perp");
    assertThat(listed.get("rows").asLong()).isEqualTo(3);
    assertThat(listed.get("gaps").asLong()).isEqualTo(1);

    JsonNode checked = json("data check --symbol BTC/USDT:USDT --json").get(0);
    assertThat(checked.get("rows").asLong()).isEqualTo(3);
    assertThat(checked.get("missing").asLong()).isEqualTo(1);
    assertThat(checked.get("counts").toString()).isEqualTo("{\"gap\":1,\"absurd-rate\":1}");
    assertThat(checked.get("score").asDouble()).isEqualTo(0.5);
    assertThat(cli.line("data check").out())
        .contains("absurd-rate  2024-01-02 00:00 to 2024-01-02 00:01  0.9", "too poor to trade on");

    assertThat(cli.line("data export @/out.csv --symbol BTC/USDT:USDT").exitCode()).isZero();
    assertThat(Files.readAllLines(folder.resolve("out.csv")))
        .containsExactly(
            "time,rate",
            "2024-01-01T00:00:00Z,0.0001",
            "2024-01-01T08:00:00.007Z,-0.00012",
            "2024-01-02T00:00:00Z,0.9");
    assertThat(cli.line("data import @/out.csv --symbol BTC/USDT").out()).contains("3 unchanged");

    assertThat(cli.line("data delete --symbol BTC/USDT:USDT --kind funding --yes").out())
        .contains("deleted binance:BTC/USDT:USDT funding, 3 rows");
    assertThat(cli.line("data list").out()).contains("is empty");
  }

  private List<String> notices(String flags) {
    JsonNode run =
        json("backtest --strategy ema-cross --symbols BTC/USDT --json " + flags).get("run");
    return run.get("notices")
        .valueStream()
        .map(notice -> notice.asString().replace(folder + "/", ""))
        .filter(notice -> notice.contains("unding") || notice.contains("argin"))
        .toList();
  }

  @Test
  void aRunTellsWhatItDoesNotKnow() throws IOException {
    String candles = "--candles @/BTC_USDT-1h.csv ";
    String standard =
        "binance:BTC/USDT:USDT: Tiers of margin are not known, so the standard table holds, from"
            + " 0.5 % at leverage 50 on; name the venue's with --filters";
    String none =
        "binance:BTC/USDT:USDT: no funding is known, so none is charged; import it with: tradewind"
            + " data import FILE --kind funding, or name a file with --funding";
    assertThat(notices(candles)).isEmpty();
    assertThat(notices(candles + "--market perp")).containsExactly(standard, none);
    assertThat(notices(candles + "--market perp --funding @/BTC_USDT-8h-funding_rate.csv"))
        .containsExactly(
            "1 broken line of BTC_USDT-8h-funding_rate.csv was left out; the first:"
                + " BTC_USDT-8h-funding_rate.csv:4: 'nonsense' is no time",
            standard,
            "binance:BTC/USDT:USDT: 2 gaps of more than 8 hours in the funding, for which none is"
                + " charged, the longest 24h from 2024-01-02T00:00:00Z");
    cli.line("data import @/BTC_USDT-8h-funding_rate.csv");
    assertThat(notices(candles + "--market perp --to 2024-01-01T16:00:00Z"))
        .containsExactly(standard);
    cli.file(
        "brackets.json",
        """
        [{"symbol":"BTCUSDT","brackets":[{"bracket":1,"initialLeverage":125,"notionalCap":50000,
          "notionalFloor":0,"maintMarginRatio":0.004,"cum":0.0}]}]
        """);
    assertThat(
            notices(candles + "--market perp --to 2024-01-01T16:00:00Z --filters @/brackets.json"))
        .containsExactly(
            "binance:BTC/USDT:USDT: Margin of brackets.json: 1 tier, from 0.4 % at leverage 125 on;"
                + " the fee of a liquidation is assumed");
  }

  @Test
  void aFileOfFundingIsASettingOfTheRun() throws IOException {
    cli.file(
        "c.yaml",
        "data:\n  funding: ['BTC/USDT=" + folder.resolve("BTC_USDT-8h-funding_rate.csv") + "']\n");
    JsonNode run =
        json("backtest --strategy ema-cross --symbols BTC/USDT --json --market perp --config"
                + " @/c.yaml --candles @/BTC_USDT-1h.csv")
            .get("run");
    assertThat(run.get("settings").get("data.funding").asString())
        .isEqualTo("BTC/USDT=" + folder.resolve("BTC_USDT-8h-funding_rate.csv"));
  }

  private static Optional<Path> recordings() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .map(folder -> folder.resolve("shared/data/perp"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  @Test
  void recordedRatesAreSoundAndCoverTheRecordedCandles() {
    Optional<Path> real = recordings();
    assumeTrue(real.isPresent(), "there is no shared/data/perp above this folder");
    for (String base : List.of("ADA", "BNB", "BTC", "ETH")) {
      Path rates = real.orElseThrow().resolve(base + "_USDT-8h-funding_rate.csv.gz");
      Path hours = real.orElseThrow().resolve(base + "_USDT-1h.csv.gz");
      Answer answer = cli.line("data import " + rates + " " + hours + " --market perp");
      assertThat(answer.exitCode()).as(answer.err()).isZero();
      assertThat(answer.err()).isEmpty();
      JsonNode run =
          json("backtest --strategy ema-cross --market perp --json --symbols " + base + "/USDT");
      assertThat(run.get("run").get("notices").toString()).doesNotContain("funding");
    }
    JsonNode checked = json("data check --kind funding --json");
    assertThat(checked.size()).isEqualTo(4);
    checked.forEach(one -> assertThat(one.get("score").asDouble()).isEqualTo(1.0));
  }
}

package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.Cli.Answer;
import io.tradewind.research.backtest.Version;
import io.tradewind.research.report.ParquetReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a user does, from the import to the report, through the real entry point. */
class UsageTest {
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void writeCandles() throws IOException {
    cli = new Cli(folder);
    cli.file("BTC_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 1000));
  }

  private static JsonNode json(Answer answer) {
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return JsonMapper.shared().readTree(answer.out());
  }

  private void importCandles() {
    assertThat(cli.line("data import @/BTC_USDT-1h.csv").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "backtest",
        "analyze lookahead",
        "analyze warmup",
        "paper",
        "live",
        "status",
        "why",
        "emergency-stop",
        "replay",
        "doctor",
        "audit verify",
        "golive status",
        "indicators",
        "data import",
        "data delete",
        "config show"
      })
  void helpFitsATerminal(String command) {
    Answer answer = cli.line(command + " --help");
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out().lines()).hasSizeGreaterThan(9).allMatch(line -> line.length() <= 80);
    List<String> examples =
        answer
            .out()
            .lines()
            .dropWhile(line -> !line.equals("Examples:"))
            .skip(1)
            .takeWhile(line -> !line.isEmpty())
            .toList();
    assertThat(examples).isNotEmpty().allMatch(line -> line.startsWith("  "));
  }

  @Test
  void anImportTellsWhatItTookAndChangesNothingTheSecondTime() {
    JsonNode first = json(cli.line("data import @/BTC_USDT-1h.csv --json")).get(0);
    assertThat(first.get("series").asString()).isEqualTo("binance:BTC/USDT 1h");
    assertThat(first.get("added").asLong()).isEqualTo(1000);
    JsonNode second = json(cli.line("data import @/BTC_USDT-1h.csv --json")).get(0);
    assertThat(second.get("added").asLong()).isZero();
    assertThat(second.get("unchanged").asLong()).isEqualTo(1000);
  }

  @Test
  void brokenLinesAreNamedAndTheRestIsKept() throws IOException {
    String text = Cli.candles("2024-01-01T00:00:00Z", 50).replaceFirst("\n", "\nnot,a,candle\n");
    cli.file("T_USDT-1h.csv", text);
    Answer answer = cli.line("data import @/T_USDT-1h.csv");
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).contains("50 added");
    assertThat(answer.err()).contains("1 broken line was left out:", "T_USDT-1h.csv:2");
  }

  @Test
  void theStoreIsListedCheckedExportedAndEmptied() throws IOException {
    importCandles();
    JsonNode listed = json(cli.line("data list --json")).get(0);
    assertThat(listed.get("symbol").asString()).isEqualTo("BTC/USDT");
    assertThat(listed.get("interval").asString()).isEqualTo("1h");
    assertThat(listed.get("to").asString()).isEqualTo("2024-02-11T16:00:00Z");
    assertThat(cli.line("data list").out()).contains("BTC/USDT  binance  candles-1h");

    assertThat(json(cli.line("data check --json")).get(0).get("score").asDouble()).isEqualTo(1.0);
    assertThat(cli.line("data check").out()).contains("1.0000", "none");

    assertThat(cli.line("data export @/out.csv --symbol BTC/USDT").exitCode()).isZero();
    assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(1001);

    assertThat(cli.line("data delete --symbol BTC/USDT --yes").out()).contains("deleted");
    assertThat(cli.line("data list").out()).contains("is empty");
  }

  @Test
  void aBacktestIsTheSameFromTheStoreAndFromTheFile() {
    importCandles();
    JsonNode store = json(cli.line("backtest --strategy ema-cross --symbols BTC/USDT --json"));
    JsonNode file =
        json(
            cli.line(
                "backtest --strategy ema-cross --symbols BTC/USDT --json"
                    + " --candles @/BTC_USDT-1h.csv --home @/another"));
    assertThat(store.get("trades").size()).isPositive();
    assertThat(file.get("fingerprint")).isEqualTo(store.get("fingerprint"));
    assertThat(file.get("stateHash")).isEqualTo(store.get("stateHash"));
  }

  @Test
  void aBacktestIsReadAtTheTerminalAndLeavesItsFiles() throws IOException {
    importCandles();
    Answer answer =
        cli.line(
            "backtest --strategy ema-cross --symbols BTC/USDT --interval 2h --from 2024-01-05"
                + " --report @/sub/out.html --csv @/trades.csv");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .contains("ema-cross on BTC/USDT, 2h", "10,000.00 USDT became", "Sharpe", "fingerprint")
        .doesNotContain("\u001b");
    assertThat(answer.out().lines())
        .filteredOn(line -> !line.startsWith("note"))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    assertThat(Files.readString(folder.resolve("sub/out.html"))).startsWith("<!");
    assertThat(Files.readAllLines(folder.resolve("trades.csv"))).hasSizeGreaterThan(1);
  }

  @Test
  void aResultInParquetHoldsWhatTheJsonTells() throws Exception {
    importCandles();
    String line = "backtest --strategy ema-cross --symbols BTC/USDT --equity candle";
    JsonNode told = json(cli.line(line + " --json --parquet @/deep/out"));
    Path out = folder.resolve("deep/out");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(ParquetReport.FILES);
    }
    assertThat(sum(out, "trades", "profit"))
        .isEqualByComparingTo(told.get("metrics").get("netProfit").decimalValue());
    assertThat(sum(out, "equity", "1").intValue()).isEqualTo(told.get("equity").size());
    assertThat(sum(out, "signals", "1").intValue())
        .isEqualTo(told.get("signals").get("raised").asInt());
    assertThat(cli.line(line + " --parquet @/deep/out").out()).contains("parquet     ");
  }

  private static BigDecimal sum(Path folder, String table, String column) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT sum(%s)::DECIMAL(38,18) FROM '%s/%s.parquet'"
                    .formatted(column, folder, table))) {
      row.next();
      return row.getBigDecimal(1);
    }
  }

  @Test
  void whatLayThereStaysWhereParquetCannotBeWritten() throws IOException {
    cli.file("out/trades.parquet", "of before");
    cli.file("out/.tradewind.part", "in the way");
    importCandles();
    Answer answer = cli.line("backtest --strategy ema-cross --symbols BTC/USDT --parquet @/out");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("can't write @/out");
    assertThat(Files.readString(folder.resolve("out/trades.parquet"))).isEqualTo("of before");
  }

  @Test
  void signalsFromAFileAreTradedThroughTheSameEngine() throws IOException {
    cli.file(
        "signals.csv",
        """
        time,symbol,action,side,size,stop,targets,tag
        2024-01-03T00:00:00Z,TEST/USDT,enter,short,50%,,,breakdown
        2024-01-04T00:00:00Z,TEST/USDT,exit,,,,,cover
        """);
    JsonNode result =
        json(
            cli.line(
                "backtest --signals @/signals.csv --candles @/BTC_USDT-1h.csv --symbols TEST/USDT"
                    + " --market perp --fee-bps 0 --stop-loss 50% --json"));
    JsonNode trade = result.get("trades").get(0);
    assertThat(result.get("trades").size()).isEqualTo(1);
    assertThat(trade.get("side").asString()).isEqualTo("short");
    assertThat(trade.get("entryTime").asString()).isEqualTo("2024-01-03T00:00:00Z");
    assertThat(trade.get("exitReason").asString()).isEqualTo("signal");
    assertThat(trade.get("fees").decimalValue()).isZero();
  }

  @Test
  void signalsThatWereNeverUsedAreTold() throws IOException {
    cli.file(
        "signals.csv",
        """
        time,symbol,action
        2023-12-01T00:00:00Z,TEST/USDT,enter
        2024-01-03T00:30:00Z,TEST/USDT,enter
        2024-01-04T00:00:00Z,TEST/USDT,exit
        2024-01-05T10:30:00Z,OTHER/USDT,enter
        2025-01-01T00:00:00Z,TEST/USDT,enter
        """);
    Answer answer =
        cli.line(
            "backtest --signals @/signals.csv --candles @/BTC_USDT-1h.csv --symbols TEST/USDT");
    assertThat(answer.out())
        .contains(
            "3 of 5 signals were not used: 1 signal, at 2024-01-05T10:30:00Z, of OTHER/USDT: the"
                + " run has no such symbol; 1 signal, at 2023-12-01T00:00:00Z, of"
                + " binance:TEST/USDT: before the first candle closed; 1 signal, at"
                + " 2025-01-01T00:00:00Z, of binance:TEST/USDT: after the last candle");
  }

  @Test
  void aStrategyOfOnesOwnIsTradedByPathAndByName() throws IOException {
    importCandles();
    String source =
        """
        import io.tradewind.analytics.parameter.*; import io.tradewind.core.strategy.*;
        import java.util.List;

        public final class Mine implements Strategy {
          private static final Parameter<Integer> EVERY = Parameter.integer("every", 10, 1, 100);
          private int every;

          public List<Parameter<?>> parameters() {
            return List.of(EVERY);
          }

          public void prepare(Preparation preparation) {
            every = preparation.get(EVERY);
          }

          public void onBar(BarContext bar, Signals signals) {
            long hour = bar.timeNs() / 3_600_000_000_000L;
            if (hour % every == 0 && bar.position().isFlat()) {
              signals.enterLong("it is time");
            } else {
              signals.exit("that was enough");
            }
          }
        }
        """;
    cli.file("Mine.java", source);
    cli.file("home/strategies/Mine.java", source);
    JsonNode byPath =
        json(cli.line("backtest --strategy @/Mine.java --symbols BTC/USDT --param every=7 --json"));
    JsonNode byName =
        json(cli.line("backtest --strategy Mine --symbols BTC/USDT --param every=7 --json"));
    assertThat(byPath.get("run").get("parameters").get("every").asString()).isEqualTo("7");
    assertThat(byPath.get("trades").size()).isGreaterThan(100);
    assertThat(byName.get("fingerprint")).isEqualTo(byPath.get("fingerprint"));
  }

  @Test
  void aStrategyOfOnesOwnThatIsHiddenByABuiltInOneIsTold() throws IOException {
    importCandles();
    cli.file(
        "home/strategies/momentum.java",
        """
        import io.tradewind.core.strategy.*;

        public final class momentum implements Strategy {
          public void prepare(Preparation preparation) {}

          public void onBar(BarContext bar, Signals signals) {
            if (bar.position().isFlat()) {
              signals.enterLong("mine");
            }
          }
        }
        """);
    String own = folder.resolve("home/strategies/momentum.java").toString();
    String line = "backtest --symbols BTC/USDT --strategy ";
    assertThat(cli.line(line + "momentum").out())
        .contains("this is the built-in momentum, not your @".replace("@", folder.toString()))
        .contains("for yours name its path: --strategy " + own);
    assertThat(cli.line("strategies").out()).contains("built in is one of this name");
    JsonNode mine = json(cli.line(line + own + " --json"));
    assertThat(mine.get("trades").size()).isEqualTo(1);
    assertThat(mine.get("run").get("notices").toString()).doesNotContain("built-in");
    assertThat(cli.line(line + "ema-cross").out()).doesNotContain("built-in");
  }

  @Test
  void candlesTooFewForTheWarmUpAreTold() throws IOException {
    cli.file("ETH_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 99));
    cli.file("XRP_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 100));
    cli.line("data import @/ETH_USDT-1h.csv @/XRP_USDT-1h.csv");
    assertThat(cli.line("backtest --strategy momentum --symbols ETH/USDT").out())
        .contains(
            "binance:ETH/USDT: no signal can come, for the warm-up needs 100 candles of 1h, and"
                + " there are 99");
    assertThat(cli.line("backtest --strategy momentum --symbols XRP/USDT").out())
        .doesNotContain("warm-up");
    assertThat(cli.line("analyze lookahead --strategy momentum --symbols ETH/USDT").err())
        .contains("was never told of a candle");
    assertThat(cli.line("analyze lookahead --strategy momentum --symbols XRP/USDT").err())
        .doesNotContain("was never told of a candle");
  }

  @Test
  void jumpsOfThePriceAreTold() throws IOException {
    String[] rows = Cli.candles("2024-01-01T00:00:00Z", 600).split("\n");
    rows[300] = rows[300].replaceFirst("^((?:[^,]*,){3})[^,]*", "$10.06");
    rows[400] = "1705503600,400,400,400,400,1000";
    cli.file("ETH_USDT-1h.csv", String.join("\n", rows));
    importCandles();
    String line = "backtest --strategy ema-cross --symbols ETH/USDT --candles @/ETH_USDT-1h.csv";
    assertThat(cli.line(line).out())
        .contains(
            "binance:ETH/USDT: 3 jumps of the price that may be no trade at all, the largest -100"
                + " % at 2024-01-13T11:00:00Z");
    assertThat(cli.line(line + " --from 2024-01-14").out())
        .contains("2 jumps", "at 2024-01-17T15:00:00Z");
    assertThat(cli.line(line + " --to 2024-01-13").out()).doesNotContain("jump");
    assertThat(cli.line("backtest --strategy ema-cross --symbols BTC/USDT").out())
        .doesNotContain("jump");
  }

  @Test
  void whatCoversWhatIsTold() throws IOException {
    cli.file("home/config.yaml", "trading:\n  capital: 500\n  interval: 4h\n");
    JsonNode shown = json(cli.with("TRADEWIND_TRADING_INTERVAL", "2h").line("config show --json"));
    assertThat(shown.get("trading.capital").get("value").asString()).isEqualTo("500");
    assertThat(shown.get("trading.capital").get("origin").asString()).endsWith("yaml line 2");
    assertThat(shown.get("trading.interval").get("value").asString()).isEqualTo("2h");
    assertThat(shown.get("trading.interval").get("origin").asString())
        .isEqualTo("TRADEWIND_TRADING_INTERVAL");
    assertThat(shown.get("trading.market").get("origin").asString()).isEqualTo("default");
    assertThat(cli.line("config show --origin").out()).contains("home: ", "(TRADEWIND_HOME)");
  }

  @Test
  void aFlagCoversTheFile() throws IOException {
    importCandles();
    cli.file("home/config.yaml", "trading:\n  capital: 500\n  strategy: ema-cross\n");
    JsonNode result = json(cli.line("backtest --symbols BTC/USDT --capital 700 --json"));
    assertThat(result.get("run").get("capital").asInt()).isEqualTo(700);
    assertThat(result.get("run").get("strategy").asString()).isEqualTo("ema-cross");
  }

  @Test
  void strategiesAreListedWithTheirParameters() throws IOException {
    cli.file("home/strategies/Mine.java", "class Mine {}");
    JsonNode listed = json(cli.line("strategies --json"));
    List<String> names =
        listed.valueStream().map(strategy -> strategy.get("name").asString()).toList();
    assertThat(names).contains("momentum", "ema-cross", "Mine");
    assertThat(cli.line("strategies").out()).contains("a whole number from");
  }

  @Test
  void completionKnowsTheCommands() {
    assertThat(cli.line("completion bash").out()).contains("backtest", "--trailing-offset");
    assertThat(cli.line("completion zsh").out()).contains("bashcompinit");
  }

  @Test
  void theVersionIsTheBuilds() {
    assertThat(cli.line("--version").out().strip()).isEqualTo("tradewind " + Version.TRADEWIND);
  }
}

package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.catalog.Indicators;
import io.tradewind.app.Cli.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code indicators}, as a user runs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndicatorsTest {
  @TempDir private static Path folder;
  private static Cli cli;

  @BeforeAll
  static void fillAStore() throws IOException {
    cli = new Cli(folder);
    cli.file("BTC_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 100));
    assertThat(cli.line("data import @/BTC_USDT-1h.csv").exitCode()).isZero();
    cli.file("many.csv", Cli.candles("2022-06-01T00:00:00Z", 16000));
    assertThat(cli.line("data import @/many.csv --symbol MANY/USDT").exitCode()).isZero();
  }

  private static List<String> lines(String arguments) {
    Answer answer = cli.line("indicators " + arguments);
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return answer.out().lines().toList();
  }

  @Test
  void allAreListedWithTheirDefaultsAndWarmUp() {
    List<String> lines = lines("");
    assertThat(lines).contains("momentum").anyMatch(line -> line.matches(" +rsi +15 .*"));
    assertThat(lines).noneMatch(line -> line.contains("(14)"));
    JsonNode all = JsonMapper.shared().readTree(String.join("\n", lines("--json")));
    assertThat(all.size()).isEqualTo(Indicators.all().size()).isGreaterThan(200);
    for (JsonNode one : all) {
      assertThat(one.get("source").asString()).isNotBlank();
      assertThat(one.get("warmup").asInt()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"trend", "structure", "momentum", "volatility"})
  void aFamilyIsListedByName(String family) {
    List<String> names =
        lines("--family " + family).stream()
            .filter(line -> line.startsWith("  "))
            .map(line -> line.strip().split(" ", 2)[0])
            .toList();
    assertThat(names).hasSizeGreaterThan(9).isSorted();
  }

  @Test
  void oneIsDescribed() {
    assertThat(lines("macd"))
        .anyMatch(line -> line.matches(" +TA-Lib +MACD"))
        .anyMatch(line -> line.matches(" +warm-up +34 for macd\\(12,26,9\\)"))
        .anyMatch(line -> line.matches(" +--fast +a whole number from 2 to 100000 \\(12\\)"));
  }

  @Test
  void valuesOfEveryCandleAsCsv() {
    List<String> lines = lines("rsi --symbol BTC/USDT --interval 1h --length 14 --csv");
    assertThat(lines).hasSize(101);
    assertThat(lines.getFirst()).isEqualTo("close_time,rsi(14)");
    assertThat(lines.get(1)).isEqualTo("2024-01-01T01:00:00Z,");
    assertThat(lines.get(14)).endsWith(",");
    assertThat(lines.get(15)).matches("2024-01-01T15:00:00Z,[0-9.]+");
  }

  @Test
  void severalWithOutputsSourcesAndIntervalsAsJson() {
    String of = "macd.signal sma(3)_on_4h max(2)_of_high --symbol BTC/USDT --interval 1h --json";
    Answer answer = cli.run(words("indicators " + of));
    JsonNode rows = JsonMapper.shared().readTree(answer.out());
    assertThat(rows.size()).isEqualTo(100);
    JsonNode last = rows.get(99);
    assertThat(last.propertyNames())
        .containsExactly("closeTime", "macd(12,26,9).signal", "sma(3) on 4h", "max(2) of high");
    assertThat(rows.get(0).propertyNames()).containsExactlyElementsOf(last.propertyNames());
    assertThat(rows.get(0).get("sma(3) on 4h").isNull()).isTrue();
  }

  /** The name alone would say of none of several which it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bollinger | \"bollinger(20,2.0).middle\",\"bollinger(20,2.0).upper\",",
        "bollinger.upper | \"bollinger(20,2.0).upper\"",
        "bollinger_on_4h | \"bollinger(20,2.0).middle on 4h\",",
        "macd_of_high | \"macd(12,26,9).macd of high\",\"macd(12,26,9).signal of high\"",
        "rsi | rsi(14)",
      })
  void anOutputOfSeveralHasItsName(String indicator, String heading) {
    Answer answer =
        cli.run(words("indicators " + indicator + " --symbol BTC/USDT --interval 1h --csv"));
    assertThat(answer.out().lines().findFirst().orElseThrow()).startsWith("close_time," + heading);
  }

  @Test
  void whatIsTooWideForATableIsToldOfTheLastCandleOneValueALine() {
    String on = " --symbol BTC/USDT --interval 1h";
    List<String> lines = lines("ichimoku" + on);
    assertThat(lines)
        .anyMatch(line -> line.matches("ichimoku.*[.]tenkan +[0-9.]+"))
        .allMatch(line -> line.length() <= 80)
        .last()
        .isEqualTo("too wide for a table: every candle with --csv or --json");
    assertThat(lines("rsi" + on)).hasSize(22).noneMatch(line -> line.contains("too wide"));
  }

  @Test
  void aFirstCandleThatIsNotWholeIsTold() throws IOException {
    cli.file("late.csv", Cli.candles("2024-01-01T13:00:00Z", 100));
    String on = " --candles @/late.csv --symbols LATE/USDT --strategy buy-and-hold --interval ";
    String told = "the first candle of 1d is a part of one, from 2024-01-01T13:00:00Z on";
    assertThat(cli.line("backtest" + on + "1d").out()).contains(told);
    assertThat(cli.line("backtest" + on + "1h").out()).doesNotContain("a part of one");
  }

  private static String[] words(String text) {
    return List.of(text.split(" ", -1)).stream()
        .map(word -> word.replace('_', ' '))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "rsy | there is no indicator 'rsy'; did you mean rsi or rsx?",
        "rsi --fast 3 | rsi has no --fast; it has --length",
        "--length 4 | --length belongs to one indicator: name it",
        "rsi ema --length 4 | --length belongs to one indicator; write it with each: rsi(...) ema(...)",
        "rsi --length 1 | rsi: length = '1': must be a whole number from 2 to 100000",
        "sma(5) rsi(0) --symbol BTC/USDT | rsi: length = '0': must be a whole number from 2",
        "sma_20 | there is no indicator 'sma 20'; did you mean sma?",
        "sma_20 --symbol BTC/USDT | there is no indicator 'sma 20'; did you mean sma?",
        "sma(5).upper | asked for 'upper'",
        "vwap --symbol BTC/USDT | did you mean running-vwap or anchored-vwap",
        "emma | there is no indicator 'emma'; did you mean ema?",
        "rsi --symbol BTC/USDT --interval 10000w | must be an interval up to 1000w: a number and",
        "rsi --symbol BTCUSDT | tradewind: 'BTCUSDT' is no symbol",
        "--symbol BTC/USDT | say what to compute",
        "trade-sign --symbol BTC/USDT | is computed of trades, and the command line has candles",
        "quote-mid --symbol BTC/USDT | is computed of quotes, and the command line has candles",
        "rsi --symbol XX/USDT | has no candles of binance:XX/USDT",
        "--family trnd | did you mean trend?",
        "rsi.upper --symbol BTC/USDT | asked for 'upper'",
        "rsi(7) --length 8 | in brackets or as options"
      })
  void whatIsWrongIsSaid(String arguments, String said) {
    Answer answer = cli.run(words("indicators " + arguments));
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains(said);
  }

  /** What a backtest on these files says of them, values on them say too, beside the values. */
  @Test
  void whatIsWrongWithTheCandlesIsTold() throws IOException {
    String[] rows = Cli.candles("2024-01-01T00:00:00Z", 100).split("\n");
    rows[10] = "abc";
    rows[20] = rows[20].replaceFirst(",([^,]*),[^,]*", ",$1,-5");
    cli.file("damaged.csv", String.join("\n", rows) + "\n");
    byte[] whole = packed(Cli.candles("2024-01-01T00:00:00Z", 2000));
    Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
    cli.file("late.csv", Cli.candles("2024-01-01T13:00:00Z", 100));
    assertNotices(
        "--candles @/damaged.csv",
        "2 broken lines of damaged.csv were left out; the first: damaged.csv:11: 'abc' is no time",
        "binance:T/U: 2 gaps in the candles, the longest 1h from 2024-01-01T09:00:00Z");
    assertThat(cli.line("indicators sma(2) --symbol T/U --candles @/cut.csv.gz").err().lines())
        .last()
        .isEqualTo("note: cut.csv.gz is cut off at its end");
    assertNotices(
        "--interval 1d --candles @/late.csv",
        "binance:T/U: the first candle of 1d is a part of one, from 2024-01-01T13:00:00Z on");
    assertNotices("--interval 1h --candles @/late.csv");
    assertNotices("--interval 1d --from 2024-01-02 --candles @/late.csv");
    assertNotices(
        "--from 2023-01-01 --to 2024-01-05 --candles @/late.csv",
        "binance:T/U: the candles begin late, at 2024-01-01T13:00:00Z");
  }

  private static void assertNotices(String arguments, String... notices) {
    for (String form : List.of("", " --csv", " --json")) {
      Answer answer = cli.line("indicators sma(2) --symbol T/U " + arguments + form);
      assertThat(answer.exitCode()).isZero();
      assertThat(answer.out()).doesNotContain("note");
      assertThat(answer.err().lines())
          .containsExactly(Stream.of(notices).map("note: "::concat).toArray(String[]::new));
    }
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
      packing.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void valuesEndWhereTheyAreAskedToEnd() {
    String line = "--symbol BTC/USDT --from 2024-01-02 --to 2024-01-03 --csv";
    List<String> stored = lines("obv " + line);
    assertThat(stored).hasSize(25).last().asString().startsWith("2024-01-03T00:00:00Z,");
    assertThat(lines("obv " + line + " --candles @/BTC_USDT-1h.csv")).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          bollinger                  | bollinger(20,2.0).middle bollinger(20,2.0).upper bollinger(20,2.0).lower
          bollinger.middle_on_1d     | bollinger(20,2.0).middle_on_1d
          macd_of_volume             | macd(12,26,9).macd_of_volume macd(12,26,9).signal_of_volume macd(12,26,9).histogram_of_volume
          rsi                        | rsi(14)
          doji                       | doji
          obv_on_4h                  | obv_on_4h
          """)
  void aColumnOfSeveralNamesItsOutput(String column, String names) {
    String[] line = words("indicators " + column + " --symbol BTC/USDT --csv --candles @/many.csv");
    List<String> known = List.of(names.replace('_', ' ').split(" (?!on|of|1|4|v)"));
    String heading = cli.run(line).out().lines().findFirst().orElseThrow();
    assertThat(heading.replace("\"", "")).isEqualTo("close_time," + String.join(",", known));
  }

  @Test
  void theWholePastWarmsUpUnlessLessIsAskedFor() {
    String line = "indicators obv --symbol T/U --from 2024-03-01 --csv --candles @/many.csv";
    String whole = cli.line(line.replace("--from 2024-03-01 ", "")).out();
    String last = whole.lines().toList().getLast();
    assertThat(cli.line(line).out()).endsWith(last + "\n");
    assertThat(cli.line(line + " --warm-up 1d").out().lines().toList())
        .hasSize(cli.line(line).out().lines().toList().size())
        .last()
        .isNotEqualTo(last);
    String stored = "indicators obv --symbol MANY/USDT --from 2024-03-01 --csv";
    assertThat(cli.line(stored).out()).isEqualTo(cli.line(line).out());
    assertThat(cli.line(stored + " --warm-up 1d").out())
        .isEqualTo(cli.line(line + " --warm-up 1d").out());
  }

  @Test
  void theTableTellsOfHowManyItShowsTheLast() {
    assertThat(lines("rsi --symbol BTC/USDT"))
        .hasSize(22)
        .last()
        .isEqualTo("the last 20 of 100 rows; all with --csv or --json");
    assertThat(lines("rsi --symbol BTC/USDT --to 2024-01-01T20:00:00Z")).hasSize(21);
  }
}

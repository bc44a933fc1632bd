package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.catalog.Indicators;
import io.tradewind.app.Cli.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
    assertThat(lines("rsi" + on)).hasSize(21).noneMatch(line -> line.contains("too wide"));
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
        "rsi --length 1 | length = '1': must be a whole number from 2 to 100000",
        "--symbol BTC/USDT | say what to compute",
        "trade-sign --symbol BTC/USDT | is computed of trades, and the command line has candles",
        "quote-mid --symbol BTC/USDT | is computed of quotes, and the command line has candles",
        "rsi --symbol XX/USDT | has no candles of binance:XX/USDT",
        "--family trnd | did you mean trend?",
        "rsi.upper --symbol BTC/USDT | asked for 'upper'",
        "rsi(7) --length 8 | in brackets or as options"
      })
  void whatIsWrongIsSaid(String arguments, String said) {
    Answer answer = cli.line("indicators " + arguments);
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains(said);
  }
}

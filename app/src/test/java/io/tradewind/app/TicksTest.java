package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tradewind.app.Cli.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code backtest --ticks}, from a recording to the result. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicksTest {
  private static final int SECONDS = 240;
  private static final long START_MS = 1_704_067_200_000L;
  private static final String RUN = "backtest --symbols BTC/USDT --interval 5s --capital 400 ";
  private static final String CROSS = RUN + "--strategy ema-cross --param fast=2,slow=5 ";

  @TempDir private static Path folder;
  private static Cli cli;

  @BeforeAll
  static void importARecording() throws IOException {
    cli = new Cli(folder);
    cli.file("spot_btcusdt_20240101.jsonl", recording(true));
    cli.file("alone/spot_btcusdt_20240101.jsonl", recording(false));
    cli.file("Leans.java", leans());
    Answer answer = cli.line("data import @/spot_btcusdt_20240101.jsonl");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
  }

  /** Each second a book of two levels a side, and a trade half a second later. */
  private static String recording(boolean withBook) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SECONDS; i++) {
      long ms = START_MS + i * 1_000L;
      if (withBook && i == 0) {
        text.append(line(ms, "{\"lastUpdateId\":1,\"bids\":[%s],\"asks\":[%s]}", bids(0), asks(0)));
      } else if (withBook) {
        text.append(
            line(
                ms,
                "{\"stream\":\"btcusdt@depth\",\"data\":{\"e\":\"depthUpdate\",\"E\":%d,"
                    + "\"s\":\"BTCUSDT\",\"U\":%d,\"u\":%d,\"b\":[%s,%s],\"a\":[%s,%s]}}",
                ms,
                i + 1,
                i + 1,
                bids(i - 1).replaceAll("\"[0-9]+\"\\]", "\"0\"]"),
                bids(i),
                asks(i - 1).replaceAll("\"[0-9]+\"\\]", "\"0\"]"),
                asks(i)));
      }
      text.append(
          line(
              ms + 500,
              "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":%d,\"s\":\"BTCUSDT\","
                  + "\"t\":%d,\"p\":\"%.1f\",\"q\":\"0.%d\",\"T\":%d,\"m\":%b}}",
              ms + 500,
              i + 1,
              mid(i) + (i % 2 == 0 ? 0.1 : -0.1),
              i % 9 + 1,
              ms + 500,
              i % 2 == 1));
    }
    return text.toString();
  }

  private static double mid(int second) {
    return 100 + 5 * StrictMath.sin(second / 15.0);
  }

  private static String bids(int second) {
    return levels(mid(second) - 0.1, second % 7 + 1, mid(second) - 0.2);
  }

  private static String asks(int second) {
    return levels(mid(second) + 0.1, 5, mid(second) + 0.2);
  }

  private static String levels(double best, int qty, double next) {
    return String.format(Locale.ROOT, "[\"%.1f\",\"%d\"],[\"%.1f\",\"20\"]", best, qty, next);
  }

  /** Received three milliseconds after it happened. */
  private static String line(long ms, String format, Object... values) {
    return (ms + 3) + "000000 " + String.format(Locale.ROOT, format, values) + "\n";
  }

  private static String leans() {
    return """
    import io.tradewind.core.strategy.*;

    public final class Leans implements Strategy {
      public void prepare(Preparation preparation) {
        preparation.book();
        preparation.trades();
      }

      public void onBar(BarContext bar, Signals signals) {}

      public void onBook(BookContext book, Signals signals) {
        if (book.position().isFlat() && book.depth().isKnown() && book.depth().imbalance(1) > 0.1) {
          signals.enterLong("book leans up").limit(book.depth().bid());
        }
      }

      public void onTrade(TradeContext trade, Signals signals) {
        if (trade.position().isLong() && trade.price() > 104) {
          signals.exit("dear enough");
        }
      }
    }
    """;
  }

  private static JsonNode json(String line) {
    Answer answer = cli.line(line + " --json");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return JsonMapper.shared().readTree(answer.out());
  }

  private static String without(String field, JsonNode node) {
    return node.toString().replaceFirst("\"" + field + "\":[^,}]*", "");
  }

  @Test
  void twoRunsAreTheSame() {
    JsonNode first = json(CROSS + "--ticks");
    JsonNode second = json(CROSS + "--ticks");
    assertThat(without("elapsedMs", first)).isEqualTo(without("elapsedMs", second));
    assertThat(first.get("trades").size()).isPositive();
    JsonNode seeded = json(CROSS + "--ticks --home @/home --config @/jitter.yaml");
    assertThat(without("elapsedMs", seeded))
        .isEqualTo(without("elapsedMs", json(CROSS + "--ticks --config @/jitter.yaml")));
    assertThat(seeded.get("stateHash")).isNotEqualTo(first.get("stateHash"));
  }

  @BeforeAll
  static void writeSettings() throws IOException {
    new Cli(folder).file("jitter.yaml", "ticks:\n  order-jitter: 30ms\n  seed: 5\n");
  }

  @Test
  void theResultTellsWhatWasReplayedAndHow() {
    JsonNode run = json(CROSS + "--ticks --queue proportional").get("run");
    JsonNode data = run.get("data").get(0);
    assertThat(data.get("trades").asLong()).isEqualTo(SECONDS);
    assertThat(data.get("bookChanges").asLong()).isEqualTo(1_917);
    assertThat(data.get("first").asString()).isEqualTo("2024-01-01T00:00:00Z");
    assertThat(data.get("last").asString()).isEqualTo("2024-01-01T00:04:00Z");
    JsonNode settings = run.get("settings");
    assertThat(settings.get("ticks.source").asString()).isEqualTo("store");
    assertThat(settings.get("ticks.order-latency").asString()).isEqualTo("50ms");
    assertThat(settings.get("ticks.queue").asString()).isEqualTo("proportional");
    assertThat(settings.get("ticks.grace").asString()).isEqualTo("200ms");
    assertThat(settings.has("costs.slippage-bps")).isFalse();
    assertThat(cli.line(CROSS + "--ticks --feed-latency 800us --answer-latency 0").out())
        .contains(
            "latency     market data 800us, orders 50ms, answers 0; queue risk-averse",
            "ticks       240 trades and 1,917 changes of the book in ");
    assertThat(cli.line(CROSS + "--ticks --config @/jitter.yaml").out())
        .contains("orders 50ms and 30ms on average by lot, answers 50ms;");
  }

  @Test
  void aFileIsAsGoodAsTheStore() {
    JsonNode stored = json(CROSS + "--ticks");
    JsonNode read = json(CROSS + "--ticks @/spot_btcusdt_20240101.jsonl --home @/empty");
    assertThat(read.get("fingerprint")).isEqualTo(stored.get("fingerprint"));
    assertThat(read.get("stateHash")).isEqualTo(stored.get("stateHash"));
  }

  /** A candle is closed 200 ms after its end, the order is there after its latency. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --order-latency 0                      | .200
          --order-latency 800us                  | .2008
          --order-latency 50ms                   | .250
          --order-latency 0 --feed-latency 300ms | .300
          """)
  void anOrderIsFilledWhenItIsThere(String flags, String fraction) {
    JsonNode trades = json(CROSS + "--ticks " + flags).get("trades");
    assertThat(trades.size()).isPositive();
    trades
        .values()
        .forEach(trade ->
            assertThat(trade.get("entryTime").asString())
                .matches(".*:[0-5][05][.]" + fraction.substring(1) + "0*Z"));
  }

  @Test
  void aStrategyIsShownTradesAndBooks() {
    List<JsonNode> exits =
        json(RUN + "--ticks --strategy @/Leans.java")
            .get("trades")
            .valueStream()
            .filter(trade -> trade.get("exitReason").asString().equals("signal"))
            .toList();
    assertThat(exits)
        .isNotEmpty()
        .allSatisfy(trade -> assertThat(trade.get("exitPrice").asDouble()).isGreaterThan(103));
  }

  @Test
  void aWholeReportIsWritten() throws IOException {
    Answer answer =
        cli.line(
            CROSS
                + "--ticks --report @/out.html --csv @/out.csv --journal @/out.jsonl --parquet"
                + " @/out");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(Files.readString(folder.resolve("out.html")))
        .contains("[\"ticks.source\",\"store\"]");
    assertThat(Files.size(folder.resolve("out.csv"))).isPositive();
    JsonNode perCandle = json(CROSS + "--ticks --equity candle").get("equity");
    assertThat(perCandle.size()).isBetween(SECONDS / 5 - 1, SECONDS / 5 + 1);
  }

  @Test
  void riskIsToldOfTicksToo() {
    Answer answer =
        cli.line(
            "risk --ticks --symbols BTC/USDT --interval 5s --strategy ema-cross"
                + " --param fast=2,slow=5");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
  }

  @Test
  void onlyASpanIsTraded() {
    JsonNode run = json(CROSS + "--ticks --from 2024-01-01T00:02:00Z --to 2024-01-01T00:03:00Z");
    assertThat(run.get("run").get("data").get(0).get("trades").asLong()).isEqualTo(180);
    assertThat(run.get("run").get("notices").toString()).doesNotContain("no signal can come");
    run.get("trades")
        .values()
        .forEach(
            trade -> assertThat(trade.get("entryTime").asString()).startsWith("2024-01-01T00:02:"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --ticks                                              | -
          --ticks @/alone/spot_btcusdt_20240101.jsonl          | no order book is known: orders that take fill by the trades that follow
          --ticks --home @/home --config @/costs.yaml          | costs.slippage-bps, costs.spread-bps have no effect: what a fill costs on ticks the recorded book shows
          --queue proportional --candles @/c.csv               | ticks.queue has no effect: the run is on candles; have it on ticks: --ticks
          """)
  void aNoticeSaysWhatIsMissing(String flags, String notice) throws IOException {
    cli.file("costs.yaml", "costs:\n  slippage-bps: 2\n  spread-bps: 1\n");
    cli.file("c.csv", Cli.candles("2024-01-01T00:00:00Z", 60).replace("timestamp", "time"));
    String interval = flags.contains("c.csv") ? " --interval 1h " : " --interval 5s ";
    Answer answer = cli.line("backtest --symbols BTC/USDT --strategy ema-cross" + interval + flags);
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    if (notice.equals("-")) {
      assertThat(answer.out()).doesNotContain("order book is known", "no effect", "received");
    } else {
      assertThat(answer.out()).contains(notice);
    }
  }

  private static Optional<Path> recordings() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .map(above -> above.resolve("shared/data/ticks"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  @Test
  void recordedStreamsAreReplayed() {
    Optional<Path> real = recordings();
    assumeTrue(real.isPresent(), "there is no shared/data/ticks above this folder");
    Answer imported =
        cli.line(
            "data import --home @/real "
                + real.orElseThrow().resolve("usdm_btcusdt_20240808.jsonl.gz"));
    assertThat(imported.exitCode()).as(imported.err()).isZero();
    String line =
        "backtest --home @/real --ticks --symbols BTC/USDT --market perp --interval 5s"
            + " --strategy order-flow --param length=2,window=20";
    JsonNode first = json(line);
    JsonNode data = first.get("run").get("data").get(0);
    assertThat(data.get("trades").asLong()).isEqualTo(21_313);
    assertThat(data.get("bookChanges").asLong()).isGreaterThan(440_000);
    assertThat(first.get("trades").size()).isPositive();
    assertThat(first.get("run").get("notices").toString())
        .contains("ticks were received no later than they happened");
    assertThat(json(line).get("stateHash")).isEqualTo(first.get("stateHash"));
    assertThat(List.of("fees", "slippage"))
        .allSatisfy(cost -> assertThat(first.get("metrics").has(cost)).isTrue());
  }
}

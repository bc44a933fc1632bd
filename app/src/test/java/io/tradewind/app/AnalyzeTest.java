package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.Cli.Answer;
import io.tradewind.strategies.BuiltInStrategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code analyze}, as a user runs it on what is built in and on files that cheat. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalyzeTest {
  private static final int CANDLES = 1500;

  @TempDir private static Path folder;
  private static Cli cli;

  @BeforeAll
  static void fillAStore() throws IOException {
    cli = new Cli(folder);
    String candles = Cli.candles("2024-01-01T00:00:00Z", CANDLES);
    cli.file("BTC_USDT-1h.csv", candles);
    cli.file("walk.csv", walk());
    String closes =
        candles.lines().skip(1).limit(400).map(AnalyzeTest::close).collect(Collectors.joining(","));
    write("Honest", "", "boolean up = bar.close() > bar.value(mean);");
    write(
        "Numbers",
        "private static final double[] NEXT = {%s};\n  private int at;".formatted(closes),
        "at++; boolean up = at < NEXT.length && NEXT[at] > bar.close();");
    write(
        "Dates",
        "private static final long[] GOOD = {1704200400L, 1704297600L, 1705334400L};",
        "boolean up = java.util.Arrays.binarySearch(GOOD, bar.timeNs() / 1_000_000_000L) >= 0;");
    write(
        "Remembers",
        "private static final java.util.TreeMap<Long, Double> SEEN = new java.util.TreeMap<>();",
        """
        SEEN.put(bar.timeNs(), bar.close());
            Double next = SEEN.get(bar.timeNs() + bar.interval().durationNs());
            boolean up = next != null && next > bar.close();\
        """);
    write("Counts", "private int bars;", "bars++; boolean up = bars % 10 == 0;");
    write("Silent", "", "boolean up = false;");
    write("Fitted", "", "boolean up = bar.close() < 100.5;");
    write(
        "Ratios",
        "private static final double[] GOOD = {%s};".formatted(ratios(closes)),
        "boolean up = java.util.Arrays.binarySearch(GOOD, bar.close() / bar.open()) >= 0;");
    cli.file("home/strategies/Oracle.java", oracle(closes));
    cli.file("home/strategies/Hasty.java", hasty());
    Answer answer = cli.line("data import @/BTC_USDT-1h.csv");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
  }

  /** Waves would leave some strategies without a signal. */
  private static String walk() {
    SplittableRandom random = new SplittableRandom(4);
    StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
    double before = 100;
    for (int i = 0; i < 3_000; i++) {
      double close = before * (1 + (random.nextDouble() - 0.5) / 30);
      text.append(
          String.format(
              Locale.ROOT,
              "%d,%.2f,%.2f,%.2f,%.2f,%d%n",
              1_704_067_200L + i * 3_600L,
              before,
              Math.max(before, close) * 1.003,
              Math.min(before, close) * 0.997,
              close,
              random.nextInt(1, 1_000)));
      before = close;
    }
    return text.toString();
  }

  /** Of each fifth close to the one before it, which is the open; those of waves come again. */
  private static String ratios(String closes) {
    double[] all = Stream.of(closes.split(",")).mapToDouble(Double::parseDouble).toArray();
    return IntStream.range(1, all.length)
        .filter(i -> i % 5 == 0)
        .mapToObj(i -> all[i] / all[i - 1])
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private static String close(String row) {
    return row.split(",")[4];
  }

  private static void write(String name, String fields, String up) throws IOException {
    cli.file(
        "home/strategies/" + name + ".java",
        """
        import io.tradewind.core.feature.*;
        import io.tradewind.core.strategy.*;

        public final class %s implements Strategy {
          private Feature mean;
          %s

          public void prepare(Preparation preparation) {
            mean = preparation.feature(Features.sma(20));
          }

          public void onBar(BarContext bar, Signals signals) {
            %s
            if (up && bar.position().isFlat()) {
              signals.enterLong("up");
            } else if (!up && bar.position().isLong()) {
              signals.exit("down");
            }
          }
        }
        """
            .formatted(name, fields, up));
  }

  /** A strategy that goes by an indicator of the file's own. */
  private static String byIndicator(String name, String indicator) {
    return """
    import io.tradewind.analytics.indicator.*;
    import io.tradewind.core.feature.*;
    import io.tradewind.core.strategy.*;

    public final class %s implements Strategy {
      private Feature own;

      public void prepare(Preparation preparation) {
        own = preparation.feature(FeatureSpec.of("own", Own::new));
      }

      public void onBar(BarContext bar, Signals signals) {
        boolean up = bar.value(own) > bar.close();
        if (up && bar.position().isFlat()) {
          signals.enterLong("up");
        } else if (!up && bar.position().isLong()) {
          signals.exit("down");
        }
      }

      static final class Own extends SeriesIndicator {
        private static final Definition DEFINITION =
            Definition.of(Family.TREND, "own", "Own").source("own").output("own", Unit.PRICE)
                .makes(values -> new Own());
        private int count;
        %s
      }
    }
    """
        .formatted(name, indicator);
  }

  private static String oracle(String closes) {
    return byIndicator(
        "Oracle",
        """
        private static final double[] NEXT = {%s};
            Own() { super(DEFINITION, 1); }
            public double update(double value) {
              count++;
              return publish(NEXT[Math.min(count, NEXT.length - 1)]);
            }
        """
            .formatted(closes));
  }

  private static String hasty() {
    return byIndicator(
        "Hasty",
        """
        private final double[] ring = new double[50];
            Own() { super(DEFINITION, 5); }
            public double update(double value) {
              ring[count++ %% 50] = value;
              double sum = 0;
              for (double each : ring) { sum += each; }
              return publish(sum / Math.min(count, 50));
            }
        """
            .replace("%%", "%"));
  }

  /** Those that can be run on the hours of one symbol. */
  static List<String> builtIn() {
    List<String> others = List.of("pairs", "funding-carry", "multi-timeframe");
    return BuiltInStrategies.all().stream()
        .map(BuiltInStrategies.Entry::name)
        .filter(name -> !others.contains(name))
        .toList();
  }

  private static Answer analyze(String what) {
    return cli.line("analyze " + what);
  }

  private static JsonNode json(Answer answer, int exitCode) {
    assertThat(answer.exitCode()).as(answer.err() + answer.out()).isEqualTo(exitCode);
    return JsonMapper.shared().readTree(answer.out());
  }

  private static List<String> kinds(JsonNode report) {
    List<String> kinds = new ArrayList<>();
    report.get("findings").forEach(finding -> kinds.add(finding.get("kind").asString()));
    return kinds;
  }

  /** One that buys whatever comes can't be proved. */
  private static int exitCode(String strategy) {
    return strategy.equals("buy-and-hold") ? 4 : 0;
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void whatIsBuiltInPasses(String strategy) {
    String on = " --json --candles @/walk.csv --symbols WALK/USDT --strategy " + strategy;
    JsonNode ahead = json(analyze("lookahead" + on), exitCode(strategy));
    assertThat(ahead.get("findings")).isEmpty();
    assertThat(ahead.get("cuts").size()).isEqualTo(20);
    assertThat(json(analyze("warmup" + on), 0).get("findings")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Numbers, signals-hang-on-start",
    "Dates, knows-dates",
    "Remembers, shared-state",
    "Counts, signals-hang-on-start",
    "Oracle, knows-answers",
    "Fitted, holds-prices",
    "Ratios, hangs-on-digits",
  })
  void whatCheatsIsFound(String strategy, String kind) {
    JsonNode report = json(analyze("lookahead --json --strategy " + strategy), 3);
    assertThat(report.get("verdict").asString()).isEqualTo("found");
    assertThat(kinds(report)).contains(kind);
    assertThat(report.get("findings").get(0).get("differences")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Counts, signals-hang-on-start",
    "Hasty, ready-too-early",
  })
  void aFaultOfTheWarmUpIsFound(String strategy, String kind) {
    assertThat(kinds(json(analyze("warmup --json --strategy " + strategy), 3))).contains(kind);
  }

  @Test
  void whatIsFoundIsRead() {
    Answer answer = analyze("lookahead --strategy Remembers --symbols BTC/USDT");
    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .contains(
            "look-ahead of Remembers on BTC/USDT, 1h",
            "found       a static field carries what one run saw into the next",
            "in new classes",
            "enter long (up)",
            "(--json tells them)",
            "result      do not trust a backtest of it")
        .doesNotContain("\u001b");
  }

  @Test
  void whatMayBeFairIsLeftToTheReader() {
    Answer answer = analyze("lookahead --strategy Fitted --symbols BTC/USDT");
    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(answer.out())
        .contains(
            "found       it holds prices or sums of money",
            "at these prices",
            "at twice as much",
            "unless you know where its dates and amounts come from");
  }

  @Test
  void whatPassesIsReadWithWhatWouldBeEnough() {
    Answer ahead = analyze("lookahead --strategy Honest --symbols BTC/USDT --cuts 1");
    assertThat(ahead.exitCode()).isZero();
    assertThat(ahead.out())
        .contains("by 1 feature; 1 history was cut off", "result      no look-ahead found")
        .doesNotContain("warm-up");
    Answer later = analyze("lookahead --strategy Honest --from 2024-02-01 --cuts 1");
    assertThat(later.out()).contains("told of 1,481 candles, those of the warm-up among them, it");
    Answer warm = analyze("warmup --strategy ema-cross --from 2024-02-01 --tolerance 0.5%");
    assertThat(warm.exitCode()).as(warm.out()).isZero();
    assertThat(warm.out())
        .contains(
            "744 candles of history before it",
            "no --symbols was given: binance:BTC/USDT is taken",
            "ema(26) on 1h",
            "decays",
            "enough      features within 0.5 %: ",
            "(--warm-up ",
            "result      the warm-up is long enough")
        .doesNotContain("no --from was given");
  }

  @Test
  void silenceHasAnExitCodeOfItsOwn() {
    Answer ahead = analyze("lookahead --strategy Silent");
    assertThat(ahead.exitCode()).isEqualTo(4);
    assertThat(ahead.out()).contains("it raised no signal", "nothing found, and nothing proved");
    assertThat(analyze("warmup --strategy Silent").exitCode()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          analyze                                                    | analyze needs one of its commands
          analyze lookahed                                           | did you mean lookahead?
          analyze lookahead                                          | say what to examine: --strategy NAME
          analyze lookahead --strategy Honst                         | did you mean Honest?
          analyze lookahead --strategy Honest --cuts 0               | --cuts 0: must be a whole number from 1 to
          analyze lookahead --strategy Honest --signals x.csv        | no such option: --signals
          analyze lookahead --strategy Honest --to 2024-01-01T05:00  | was never told of a candle
          analyze lookahead --strategy Honest --symbols ETH/USDT     | no candles of binance:ETH/USDT
          analyze lookahead --strategy Honest --interval 1m          | no --symbols was given, and the store in
          analyze warmup --strategy Honest --starts 3                | --starts 3: must be a whole number from 4 to
          analyze warmup --strategy Honest --tolerance 5             | --tolerance 5: must be a share under 1
          analyze warmup --strategy Honest --from 2024-01-01T10:00   | too little history: 10 candles lie before 2024-01-01 10:00
          analyze warmup --strategy Honest --from 2025-01-01         | there are no candles of binance:BTC/USDT
          """)
  void mistakesAreTold(String line, String told) {
    Answer answer = cli.line(line);
    assertThat(answer.exitCode()).as(answer.out()).isEqualTo(2);
    assertThat(answer.err()).contains(told);
  }

  @Test
  void signalsOfAFileAreNotExamined() {
    Answer answer =
        new Cli(folder)
            .with("TRADEWIND_TRADING_SIGNALS", "signals.csv")
            .line("analyze lookahead --symbols BTC/USDT");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("signals of a file were made elsewhere");
  }

  @Test
  void aStrategyThatFailsIsToldAsItsOwn() throws IOException {
    write("Fails", "private int[] one = {0};", "boolean up = one[bar.close() > 110 ? 5 : 0] == 1;");
    Answer answer = analyze("lookahead --strategy Fails");
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err())
        .contains("the strategy Fails failed after 2024-01-01T22:00:00Z, at Fails.java:")
        .contains("ArrayIndexOutOfBounds");
  }

  @Test
  void whatIsBuiltInPassesOnRealCandles() {
    Path spot = sharedData().resolve("spot");
    if (!Files.isDirectory(spot)) {
      System.out.println("skipped: no real candles in ../shared/data/spot");
    }
    Assumptions.assumeTrue(Files.isDirectory(spot));
    Cli real = new Cli(folder.resolve("real"));
    Path file = spot.resolve("ETH_USDT-1h.csv.gz");
    assertThat(real.run("data", "import", file.toString()).exitCode()).isZero();
    for (String strategy : builtIn()) {
      String line = " --json --symbols ETH/USDT --interval 1h --strategy " + strategy;
      JsonNode ahead = json(real.line("analyze lookahead --cuts 6" + line), exitCode(strategy));
      assertThat(ahead.get("signals").asInt()).isPositive();
      JsonNode warm = json(real.line("analyze warmup" + line), 0);
      assertThat(warm.get("enoughForSignals").asInt())
          .as("%s", strategy.toUpperCase(Locale.ROOT))
          .isPositive();
    }
  }

  private static Path sharedData() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path data = at.resolve("shared").resolve("data");
      if (Files.isDirectory(data)) {
        return data;
      }
      at = at.getParent();
    }
    return Path.of("shared", "data");
  }
}

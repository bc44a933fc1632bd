package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/fill-rules.md, line by line: candles in, exact trades out. Candles are hours. */
class FillRulesTest {

  /**
   * One line: the rules it shows, what it is, the run's exits, candles, script, and the trades that
   * must come out as {@code direction entry-candle@price > exit-candle@price reason}. An index with
   * an o is the open (or the close before it, for the end), else it is within the candle.
   */
  record Line(
      String rules, String what, String exits, String candles, String script, String trades) {
    @Override
    public String toString() {
      return rules + ": " + what;
    }
  }

  private static Line line(
      String rules, String what, String exits, String candles, String script, String trades) {
    return new Line(rules, what, exits, candles, script, trades);
  }

  static Stream<Line> lines() {
    return Stream.of(
        line(
            "14 24",
            "a short whose price doubles is liquidated before it has",
            "",
            "100 101 99 100, 100 101 99 100, 100 205 99 200, 200 201 199 200",
            "0 short",
            "short 1o@100 > 2@199.0049 liquidation"),
        line(
            "14 25",
            "a stop of a short comes before its liquidation",
            "",
            "100 101 99 100, 100 101 99 100, 100 205 99 200",
            "0 short stop 150",
            "short 1o@100 > 2@150 stop"),
        line(
            "25",
            "a short over which the price opens is liquidated at the open",
            "",
            "100 101 99 100, 100 101 99 100, 250 251 249 250, 250 251 249 250",
            "0 short",
            "short 1o@100 > 2o@250 liquidation"),
        line(
            "1",
            "in and out at the next open",
            "",
            "100 101 99 100, 102 103 101 102, 104 105 103 104, 106 107 105 106",
            "0 long, 2 exit",
            "long 1o@102 > 3o@106 signal"),
        line(
            "1",
            "over a gap the next open is the next there is",
            "",
            "100 101 99 100, -, 103 104 102 103, 104 105 103 104",
            "0 long, 1 exit",
            "long 2o@103 > 3o@104 signal"),
        line(
            "2",
            "an exit signal comes before a stop that the open has passed",
            "stop 5%",
            "100 101 99 100, 100 101 99 100, 90 91 89 90",
            "0 long, 1 exit",
            "long 1o@100 > 2o@90 signal"),
        line(
            "2",
            "a gap through the stop fills at the open",
            "stop 5%",
            "100 101 99 100, 100 101 99 100, 90 96 89 91",
            "0 long",
            "long 1o@100 > 2o@90 stop"),
        line(
            "2",
            "a gap through the target fills at the open",
            "",
            "100 101 99 100, 100 101 99 100, 115 116 114 115",
            "0 long target 110",
            "long 1o@100 > 2o@115 target"),
        line(
            "2 14",
            "short: gaps through stop and target",
            "",
            "100 101 99 100, 100 101 99 100, 110 111 95 96, 100 101 99 100, 80 81 79 80",
            "0 short stop 105, 2 short target 90",
            "short 1o@100 > 2o@110 stop; short 3o@100 > 4o@80 target"),
        line(
            "3",
            "the stop stands for the rest of the entry candle",
            "stop 5%",
            "100 101 99 100, 100 101 94 96, 96 97 95 96",
            "0 long",
            "long 1o@100 > 1@95 stop"),
        line(
            "3",
            "the target stands for the rest of the entry candle",
            "",
            "100 101 99 100, 100 112 99 108, 108 109 107 108",
            "0 long target 110",
            "long 1o@100 > 1@110 target"),
        line(
            "3",
            "a stop that the entry has passed fills at once",
            "",
            "100 101 99 100, 94 96 93 95, 95 96 94 95",
            "0 long stop 95",
            "long 1o@94 > 1o@94 stop"),
        line(
            "3",
            "a target that the entry has passed fills at once",
            "",
            "100 101 99 100, 112 113 111 112, 112 113 111 112",
            "0 long target 110",
            "long 1o@112 > 1o@112 target"),
        line(
            "4",
            "both hit on a later candle: the stop",
            "",
            "100 101 99 100, 100 101 99 100, 100 111 94 105",
            "0 long stop 95 target 110",
            "long 1o@100 > 2@95 stop"),
        line(
            "4",
            "both hit on the entry candle: the stop",
            "",
            "100 101 99 100, 100 111 94 105, 105 106 104 105",
            "0 long stop 95 target 110",
            "long 1o@100 > 1@95 stop"),
        line(
            "4 14",
            "short: both hit: the stop",
            "",
            "100 101 99 100, 100 101 99 100, 100 106 89 95",
            "0 short stop 105 target 90",
            "short 1o@100 > 2@105 stop"),
        line(
            "4",
            "the target comes before the trailing stop that the same candle has moved",
            "trail 2%",
            "100 101 99.5 100, 100 100.5 99.5 100, 100 111 99.5 110",
            "0 long target 110",
            "long 1o@100 > 2@110 target"),
        line(
            "4",
            "the target comes before the trailing stop, standing",
            "trail 2% offset 5%",
            "100 101 99 100, 100 101 99 100, 100 111 99 100",
            "0 long target 110",
            "long 1o@100 > 2@110 target"),
        line(
            "4",
            "the stop as it stood comes before the target, also where it had trailed",
            "trail 2% offset 5%",
            "100 101 99 100, 100 101 99 100, 104 106 104 106, 106 111 103 105",
            "0 long target 110",
            "long 1o@100 > 3@103.88 trailing-stop"),
        line(
            "5",
            "a stop at its price",
            "stop 5%",
            "100 101 99 100, 100 101 99 100, 99 100 94 99",
            "0 long",
            "long 1o@100 > 2@95 stop"),
        line(
            "5",
            "a low right at the stop",
            "stop 5%",
            "100 101 99 100, 100 101 99 100, 99 100 95 99",
            "0 long",
            "long 1o@100 > 2@95 stop"),
        line(
            "5",
            "a hair above the stop",
            "stop 5%",
            "100 101 99 100, 100 101 99 100, 99 100 95.0001 99",
            "0 long",
            "long 1o@100 > 3o@99 end"),
        line(
            "5",
            "the nearer of two stops",
            "stop 10%",
            "100 101 99 100, 100 101 99 100, 99 100 94 99",
            "0 long stop 96",
            "long 1o@100 > 2@96 stop"),
        line(
            "5 14",
            "short: a stop at its price",
            "stop 5%",
            "100 101 99 100, 100 101 99 100, 101 106 100 101",
            "0 short",
            "short 1o@100 > 2@105 stop"),
        line(
            "6",
            "a target at its price",
            "",
            "100 101 99 100, 100 101 99 100, 101 110 100 101",
            "0 long target 110",
            "long 1o@100 > 2@110 target"),
        line(
            "6",
            "two targets, half each",
            "",
            "100 101 99 100, 100 101 99 100, 101 105 100 104, 104 111 103 110",
            "0 long target 105 target 110",
            "long 1o@100 > 3@107.5 target"),
        line(
            "6 14",
            "short: a target at its price",
            "",
            "100 101 99 100, 100 101 99 100, 99 100 89 95",
            "0 short target 90",
            "short 1o@100 > 2@90 target"),
        line(
            "7",
            "a trailing stop follows the high of earlier candles",
            "trail 2%",
            "100 101 99 100, 100 100 99.9 100, 109 110 109 110, 110 110 105 106",
            "0 long",
            "long 1o@100 > 3@107.8 trailing-stop"),
        line(
            "7",
            "the candle's own high moves it before its low is looked at",
            "trail 2%",
            "100 100 100 100, 100 100 100 100, 101 110 100 105",
            "0 long",
            "long 1o@100 > 2@107.8 trailing-stop"),
        line(
            "7",
            "it never goes back",
            "trail 2%",
            "100 100 100 100, 100 100 100 100, 109 110 109 110, 109 109.5 108 109, 108 108.5 107.8 108",
            "0 long",
            "long 1o@100 > 4@107.8 trailing-stop"),
        line(
            "7",
            "with an offset it waits for the profit: the fixed stop holds",
            "stop 10% trail 2% offset 3%",
            "100 100 100 100, 100 102.9 95 100, 100 102 89 92",
            "0 long",
            "long 1o@100 > 2@90 stop"),
        line(
            "7",
            "with an offset, reached",
            "stop 10% trail 2% offset 3%",
            "100 100 100 100, 100 101 99 100, 103 104 102.5 103, 103 103 101 102",
            "0 long",
            "long 1o@100 > 3@101.92 trailing-stop"),
        line(
            "7",
            "gap under a trailed stop",
            "trail 2%",
            "100 100 100 100, 100 100 100 100, 109 110 109 110, 100 101 99 100",
            "0 long",
            "long 1o@100 > 3o@100 trailing-stop"),
        line(
            "7 14",
            "short: a trailing stop follows the low",
            "trail 2%",
            "100 100 100 100, 100 100 100 100, 95 95 90 90.5, 90.5 92 90.5 91",
            "0 short",
            "short 1o@100 > 2@91.8 trailing-stop"),
        line(
            "8",
            "entry candle: from the open on it stands under the open",
            "trail 2%",
            "100 101 99 100, 100 105 97 101, 101 102 100 101",
            "0 long",
            "long 1o@100 > 1@98 trailing-stop"),
        line(
            "8",
            "entry candle: tripped above the low, no better than the low",
            "trail 2%",
            "100 101 99 100, 100 105 99.5 104, 104 105 103 104",
            "0 long",
            "long 1o@100 > 1@99.5 trailing-stop"),
        line(
            "8",
            "entry candle with an offset: at what the least rise sets",
            "stop 10% trail 2% offset 3%",
            "100 101 99 100, 100 105 99 104, 104 105 103 104",
            "0 long",
            "long 1o@100 > 1@100.94 trailing-stop"),
        line(
            "8",
            "entry candle: the fixed stop comes first",
            "stop 10% trail 2% offset 3%",
            "100 101 99 100, 100 105 89 104, 104 105 103 104",
            "0 long",
            "long 1o@100 > 1@90 stop"),
        line(
            "8 14",
            "short: entry candle with an offset",
            "stop 10% trail 2% offset 3%",
            "100 101 99 100, 100 101 95 96, 96 97 95 96",
            "0 short",
            "short 1o@100 > 1@98.94 trailing-stop"),
        line(
            "9",
            "a limit bought on the way down: the high may have come before",
            "",
            "100 101 99 100, 100 106 95 97, 97 98 96 97",
            "0 long limit 96 target 105",
            "long 1@96 > 3o@97 end"),
        line(
            "9",
            "the close proves the target",
            "",
            "100 101 99 100, 100 106 95 105, 105 106 104 105",
            "0 long limit 96 target 105",
            "long 1@96 > 1@105 target"),
        line(
            "9",
            "the stop fills if the low is there",
            "",
            "100 101 99 100, 100 106 90 105, 105 106 104 105",
            "0 long limit 96 stop 92 target 105",
            "long 1@96 > 1@92 stop"),
        line(
            "9",
            "an open under the limit buys at the open",
            "",
            "100 101 99 100, 95 97 94 96, 96 97 95 96",
            "0 long limit 96",
            "long 1o@95 > 3o@96 end"),
        line(
            "10",
            "roi from the start, then less by age",
            "roi 0:5% 120:2%",
            "100 101 99 100, 100 101 99 100, 101 104 100 101, 101 103 100 101",
            "0 long",
            "long 1o@100 > 3@102 roi"),
        line(
            "10",
            "an open beyond the new step fills at the open",
            "roi 0:5% 120:2%",
            "100 101 99 100, 100 101 99 100, 101 104 100 103, 103 104 102 103",
            "0 long",
            "long 1o@100 > 3o@103 roi"),
        line(
            "10 14",
            "short: roi",
            "roi 0:5%",
            "100 101 99 100, 100 101 99 100, 99 100 94 96",
            "0 short",
            "short 1o@100 > 2@95 roi"),
        line(
            "10",
            "age closes at the next open",
            "hold 2h",
            "100 101 99 100, 100 101 99 100, 101 102 100 101, 102 103 101 102",
            "0 long",
            "long 1o@100 > 3o@102 time"),
        line(
            "16",
            "what is open at the end",
            "",
            "100 101 99 100, 100 101 99 100, 101 102 100 101.5",
            "0 long",
            "long 1o@100 > 3o@101.5 end"),
        line(
            "16",
            "a signal at the last close comes too late",
            "",
            "100 101 99 100, 100 101 99 100",
            "1 long",
            ""),
        line(
            "18",
            "an exit takes back an entry",
            "",
            "100 101 99 100, 100 101 99 100, 100 101 89 100, 100 101 99 100",
            "0 long limit 90, 1 exit",
            ""),
        line(
            "18 14",
            "the other direction turns the position around at one open",
            "",
            "100 101 99 100, 100 101 99 100, 105 106 104 105, 103 104 102 103",
            "0 long, 1 short",
            "long 1o@100 > 2o@105 signal; short 2o@105 > 4o@103 end"),
        line(
            "20",
            "an entry whose horizon has passed is withdrawn",
            "",
            "100 101 99 100, 100 101 99 100, 100 101 99 100, 100 101 89 100",
            "0 long limit 90 hours 2",
            ""),
        line(
            "20",
            "an entry within its horizon",
            "",
            "100 101 99 100, 100 101 99 100, 100 101 89 100, 100 101 99 100",
            "0 long limit 90 hours 2",
            "long 2@90 > 4o@100 end"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void fills(Line line) {
    Scene scene = Scene.played(line.exits(), line.candles(), line.script());
    assertThat(scene.told()).isEqualTo(line.trades());
  }

  @Test
  void everyRuleHasALine() throws IOException {
    Path law = Path.of("..", "docs", "fill-rules.md");
    TreeSet<Integer> written = new TreeSet<>();
    Pattern.compile("(?m)^(\\d+)\\. ")
        .matcher(Files.readString(law))
        .results()
        .forEach(match -> written.add(Integer.parseInt(match.group(1))));
    TreeSet<Integer> shown = new TreeSet<>(FillRulesVenueTest.RULES);
    shown.addAll(MarginRulesTest.RULES);
    shown.addAll(LiquidationRulesTest.RULES);
    shown.addAll(OrderKindRulesTest.RULES);
    shown.addAll(TickRulesTest.RULES);
    lines()
        .forEach(
            line -> Stream.of(line.rules().split(" ")).map(Integer::parseInt).forEach(shown::add));
    assertThat(written).hasSizeGreaterThan(15);
    assertThat(shown).isEqualTo(written);
  }
}

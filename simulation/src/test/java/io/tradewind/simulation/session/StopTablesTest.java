package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stops and targets beside those of {@link FillRulesTest}, line by line in its way: candles in,
 * exact trades out. Ranges are those of the last candle alone ({@code atr-bars 1}). Entries are at
 * the open of candle 2.
 */
class StopTablesTest {
  private static final String FLAT = "100 101 99 100, 100 101 99 100, ";

  record Line(String what, String exits, String candles, String script, String trades) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Line line(
      String what, String exits, String candles, String script, String trades) {
    return new Line(what, exits, FLAT + candles, script, trades);
  }

  static Stream<Line> lines() {
    return Stream.of(
        line(
            "two ranges from the entry",
            "atr-stop 2 atr-bars 1",
            "100 101 97 100, 100 101 95.5 97",
            "1 long",
            "long 2o@100 > 3@96 stop"),
        line(
            "short: two ranges from the entry",
            "atr-stop 2 atr-bars 1",
            "100 103 99 100, 100 104.5 99 103",
            "1 short",
            "short 2o@100 > 3@104 stop"),
        line(
            "the range is the entry's, also where later ones are wider",
            "atr-stop 2 atr-bars 1",
            "100 106 97 105, 105 105 95 96",
            "1 long",
            "long 2o@100 > 3@96 stop"),
        line(
            "a gap through a stop by ranges fills at the open",
            "atr-stop 2 atr-bars 1",
            "100 101 97 100, 94 95 93 94",
            "1 long",
            "long 2o@100 > 3o@94 stop"),
        line(
            "trailing by ranges goes with the high and the range of each close",
            "trail-atr 2 atr-bars 1",
            "100 104 100 104, 104 106 104 106, 106 106 101 103",
            "1 long",
            "long 2o@100 > 4@102 trailing-stop"),
        line(
            "short: trailing by ranges goes with the low",
            "trail-atr 2 atr-bars 1",
            "100 100 98 98, 98 98 96 96, 96 101 96 100",
            "1 short",
            "short 2o@100 > 4@100 trailing-stop"),
        line(
            "trailing by ranges never goes back where ranges widen",
            "trail-atr 2 atr-bars 1",
            "100 104 100 104, 104 106 104 106, 106 108 102.5 107, 107 107 101 102",
            "1 long",
            "long 2o@100 > 5@102 trailing-stop"),
        line(
            "within the candle that moves it a stop by ranges stands where it stood",
            "trail-atr 2 atr-bars 1",
            "100 108 97 97, 97 98 95 96",
            "1 long",
            "long 2o@100 > 3@96 stop"),
        line(
            "chandelier: a range under the highest of three candles",
            "chandelier 3x1 atr-bars 1",
            "100 103 100 103, 103 105 103 105, 105 105 102 104",
            "1 long",
            "long 2o@100 > 4@103 trailing-stop"),
        line(
            "chandelier before any candle: a range from the entry",
            "chandelier 3x1 atr-bars 1",
            "100 101 97 98, 98 98 97 97",
            "1 long",
            "long 2o@100 > 2@98 stop"),
        line(
            "short: chandelier over the lowest",
            "chandelier 3x1 atr-bars 1",
            "100 100 97 97, 97 97 95 95, 95 98 95 96",
            "1 short",
            "short 2o@100 > 4@97 trailing-stop"),
        line(
            "break-even: from the close after the profit on, at the entry",
            "even 2%",
            "100 102.5 99.5 101, 101 101 99 100",
            "1 long",
            "long 2o@100 > 3@100 trailing-stop"),
        line(
            "break-even without the profit: the fixed stop",
            "stop 5% even 2%",
            "100 101.9 99.5 101, 101 101 94 95",
            "1 long",
            "long 2o@100 > 3@95 stop"),
        line(
            "short: break-even",
            "even 2%",
            "100 100.5 97.5 99, 99 101 99 100",
            "1 short",
            "short 2o@100 > 3@100 trailing-stop"),
        line(
            "break-even is passed at the close that sets it: closed at the next open",
            "even 2%",
            "100 103 99 99.5, 99.4 99.5 99 99.2",
            "1 long",
            "long 2o@100 > 3o@99.4 trailing-stop"),
        line(
            "ladder: half at each step",
            "ladder 2%:0.5 4%:0.5",
            "100 102 100 102, 102 104 102 104",
            "1 long",
            "long 2o@100 > 3@103 target"),
        line(
            "ladder: what is left runs into the stop",
            "stop 5% ladder 2%:0.5",
            "100 102 100 102, 102 102 94 95",
            "1 long",
            "long 2o@100 > 3@98.5 stop"),
        line(
            "ladder: both hit in one candle is a loss of all",
            "stop 5% ladder 2%:0.5",
            "100 101 99 100, 100 103 94 95",
            "1 long",
            "long 2o@100 > 3@95 stop"),
        line(
            "short: ladder",
            "ladder 2%:0.5 4%:0.5",
            "100 100 98 98, 98 98 96 96",
            "1 short",
            "short 2o@100 > 3@97 target"),
        line(
            "ladder: a gap over both steps fills them at the open",
            "ladder 2%:0.5 4%:0.5",
            "100 101 99 100, 106 107 105 106",
            "1 long",
            "long 2o@100 > 3o@106 target"),
        line(
            "targets of the signal stand in place of the ladder",
            "ladder 2%:1",
            "100 103 100 103, 103 110 103 110",
            "1 long target 108",
            "long 2o@100 > 3@108 target"),
        line(
            "combined: the range is nearer than the fixed distance",
            "stop 5% atr-stop 1 atr-bars 1",
            "100 101 97 98, 98 98 97 97",
            "1 long",
            "long 2o@100 > 2@98 stop"),
        line(
            "combined: the fixed distance is nearer than the range",
            "stop 1% atr-stop 2 atr-bars 1",
            "100 101 97 98, 98 98 97 97",
            "1 long",
            "long 2o@100 > 2@99 stop"),
        line(
            "combined: the signal's stop is nearest of all",
            "stop 3% atr-stop 2 trail-atr 2 atr-bars 1",
            "100 101 98.4 99, 99 99 97 97",
            "1 long stop 98.5",
            "long 2o@100 > 2@98.5 stop"),
        line(
            "combined: trailing takes over once it is nearer",
            "stop 3% trail-atr 2 atr-bars 1",
            "100 104 100 104, 104 106 104 106, 106 106 101 103",
            "1 long",
            "long 2o@100 > 4@102 trailing-stop"),
        line(
            "combined: return by age before the stop that trails",
            "trail-atr 2 roi 0:5% atr-bars 1",
            "100 104 100 104, 104 106 104 106",
            "1 long",
            "long 2o@100 > 3@105 roi"),
        line(
            "combined: age before any stop",
            "stop 20% hold 2h",
            "100 101 99 100, 100 101 99 100, 101 102 100 101",
            "1 long",
            "long 2o@100 > 4o@101 time"),
        line(
            "exits of the trade stand in place of the strategy's: a wider stop",
            "stop 1%",
            "100 101 98 99, 99 99 94 95",
            "1 long [stop 5%]",
            "long 2o@100 > 3@95 stop"),
        line(
            "exits of the trade: the signal's own stop is kept beside them",
            "stop 1%",
            "100 101 98 99, 99 99 94 95",
            "1 long stop 96 [stop 5%]",
            "long 2o@100 > 3@96 stop"),
        line(
            "exits of the trade hold for this one alone",
            "stop 1%",
            "100 101 98 99, 99 99 94 95, 100 100 98 98, 98 98 98 98",
            "1 long [stop 5%], 3 long",
            "long 2o@100 > 3@95 stop; long 4o@100 > 4@99 stop"),
        line(
            "exits of the trade by ranges where the strategy has none",
            "atr-bars 1",
            "100 101 97 98, 98 98 95 96",
            "1 long [atr-stop 2]",
            "long 2o@100 > 3@96 stop"),
        line(
            "an add that lifts the average lifts the stop",
            "stop 5%",
            "100 110 100 110, 110 111 109 110, 110 110 99 100",
            "1 long qty 40, 2 add qty 40",
            "long 2o@105 > 4@99.75 stop"),
        line(
            "an add that lowers the average loosens no stop",
            "stop 5%",
            "100 100 96 96, 96 97 95.5 96, 96 96 94 95",
            "1 long qty 40, 2 add qty 40",
            "long 2o@98 > 4@95 stop"),
        line(
            "short: an add that lifts the average loosens no stop",
            "stop 5%",
            "100 104 100 104, 104 104.5 103 104, 104 106 104 105",
            "1 short qty 40, 2 add-short qty 40",
            "short 2o@102 > 4@105 stop"),
        line(
            "an add with a wider stop of its own leaves the nearer one",
            "",
            "100 101 99 100, 100 101 99 100, 100 100 94 95",
            "1 long qty 40 stop 96, 2 add qty 40 stop 90",
            "long 2o@100 > 4@96 stop"),
        line(
            "an add with a nearer stop of its own moves it for all",
            "",
            "100 101 99 100, 100 101 99 100, 100 100 94 95",
            "1 long qty 40 stop 90, 2 add qty 40 stop 97",
            "long 2o@100 > 4@97 stop"),
        line(
            "an add with a fixed stop leaves one that has trailed where it is",
            "trail 2%",
            "100 100.5 99.5 100, 109 110 109 110, 110 110 108 109, 109 109 105 106",
            "1 long qty 40, 3 add qty 10 [stop 10%]",
            "long 2o@102 > 5@107.8 trailing-stop"),
        line(
            "a part is closed at the market, the rest by signal",
            "",
            "100 102 100 102, 104 104 104 104, 103 103 103 103, 102 102 102 102",
            "1 long, 2 reduce 0.5, 4 exit",
            "long 2o@100 > 5o@103 signal"),
        line(
            "a part is closed at a limit, the rest by the stop",
            "stop 5%",
            "100 101 99 100, 100 106 100 104, 104 104 94 95",
            "1 long, 2 reduce 0.5 limit 105",
            "long 2o@100 > 4@100 stop"),
        line(
            "after a part is closed the stop closes what is left, no more",
            "stop 5%",
            "100 101 99 100, 100 101 99 100, 100 100 94 95, 95 95 95 95",
            "1 long, 2 reduce 0.9",
            "long 2o@100 > 4@99.5 stop"),
        line(
            "short: a part is closed, the rest by age",
            "hold 3h",
            "100 100 98 98, 96 96 96 96, 96 96 96 96, 98 98 98 98",
            "1 short, 2 reduce 0.5",
            "short 2o@100 > 5o@97 time"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void closes(Line line) {
    Scene scene = Scene.played(line.exits(), line.candles(), line.script());
    assertThat(scene.refusals()).isEmpty();
    assertThat(scene.told()).isEqualTo(line.trades());
  }
}

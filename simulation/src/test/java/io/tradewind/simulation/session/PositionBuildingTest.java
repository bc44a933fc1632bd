package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.testkit.TestInstruments;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Positions that are built up and taken down in parts: fills as {@code candle side qty@price
 * purpose}, an o after the candle being its open, and after a bar what was refused.
 */
class PositionBuildingTest {
  record Line(String what, String candles, String script, String fills) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Line line(String what, String candles, String script, String fills) {
    return new Line(what, candles, script, fills);
  }

  private static final String FLAT = "100 101 99 100, ";
  private static final String REST = FLAT + FLAT + FLAT + "100 101 99 100";

  static Stream<Line> lines() {
    return Stream.of(
        line(
            "an entry does not join a position by itself",
            FLAT + REST,
            "0 long qty 10, 1 long qty 5",
            "1o buy 10@100 entry; 5o sell 10@100 end | already-in-position"),
        line(
            "one that adds does",
            FLAT + REST,
            "0 long qty 10, 1 add qty 5",
            "1o buy 10@100 entry; 2o buy 5@100 add; 5o sell 15@100 end |"),
        line(
            "one that adds opens where there is nothing",
            FLAT + REST,
            "0 add qty 5, 2 exit",
            "1o buy 5@100 add; 3o sell 5@100 signal-exit |"),
        line(
            "several that add stand side by side, the nearest fills first",
            FLAT + FLAT + "100 101 94 96, 96 97 89 95, 95 96 94 95",
            "0 add qty 1 limit 95, 0 add qty 2 limit 90, 0 add qty 3 limit 80",
            "2 buy 1@95 add; 3 buy 2@90 add; 5o sell 3@95 end |"),
        line(
            "one that adds against a position turns it around",
            FLAT + REST,
            "0 add-short qty 10, 1 add qty 5",
            "1o sell 10@100 add; 2o buy 10@100 signal-exit; 2o buy 5@100 add; 5o sell 5@100 end |"),
        line(
            "the stop that it names holds for all",
            FLAT + FLAT + FLAT + "100 101 94 96, 96 97 95 96",
            "0 long qty 10 stop 90, 1 add qty 5 stop 95",
            "1o buy 10@100 entry; 2o buy 5@100 add; 3 sell 15@95 stop |"),
        line(
            "the stop of the first holds for all where it names none",
            FLAT + FLAT + FLAT + "100 101 89 96, 96 97 95 96",
            "0 long qty 10 stop 90, 1 add qty 5",
            "1o buy 10@100 entry; 2o buy 5@100 add; 3 sell 15@90 stop |"),
        line(
            "after a stop nothing adds any more",
            FLAT + FLAT + "100 101 94 96, 96 97 89 95, 95 96 94 95",
            "0 long qty 10 stop 95, 1 add qty 2 limit 91",
            "1o buy 10@100 entry; 2 sell 10@95 stop |"),
        line(
            "after a target what adds goes on standing",
            FLAT + FLAT + "100 106 99 104, 104 105 89 95, 95 96 94 95",
            "0 long qty 10 target 105, 1 add qty 2 limit 91",
            "1o buy 10@100 entry; 2 sell 10@105 target; 3 buy 2@91 add; 5o sell 2@95 end |"),
        line(
            "an exit takes back what would add",
            FLAT + FLAT + FLAT + "100 101 89 95, 95 96 94 95",
            "0 long qty 10, 1 add qty 2 limit 91, 1 exit",
            "1o buy 10@100 entry; 2o sell 10@100 signal-exit |"),
        line(
            "a part is closed at the next open",
            FLAT + FLAT + "104 105 103 104, 104 105 103 104, 104 105 103 104",
            "0 long qty 10, 1 reduce 0.3",
            "1o buy 10@100 entry; 2o sell 3@104 reduce; 5o sell 7@104 end |"),
        line(
            "a part is closed at a limit",
            FLAT + FLAT + "100 106 99 104, 104 105 103 104",
            "0 long qty 10, 1 reduce 0.5 limit 105",
            "1o buy 10@100 entry; 2 sell 5@105 reduce; 4o sell 5@104 end |"),
        line(
            "all of it is closed at a limit, also what has been added since",
            FLAT + FLAT + FLAT + "100 106 99 104, 104 105 103 104",
            "0 long qty 10, 1 reduce 1 limit 105, 1 add qty 2",
            "1o buy 10@100 entry; 2o buy 2@100 add; 3 sell 12@105 reduce |"),
        line(
            "parts never add up to more than there is",
            FLAT + FLAT + "100 110 99 104, 104 105 103 104",
            "0 long qty 10, 1 reduce 0.7 limit 105, 1 reduce 0.7 limit 106",
            "1o buy 10@100 entry; 2 sell 7@105 reduce; 2 sell 3@106 reduce |"),
        line(
            "a short is reduced by purchases",
            FLAT + FLAT + "96 97 95 96, 96 97 95 96",
            "0 short qty 10, 1 reduce 0.5",
            "1o sell 10@100 entry; 2o buy 5@96 reduce; 4o buy 5@96 end |"),
        line("there is nothing to reduce", FLAT + REST, "0 reduce 0.5", "| no-position"),
        line(
            "less than a lot is not reduced",
            FLAT + REST,
            "0 long qty 1, 1 reduce 0.0001",
            "1o buy 1@100 entry; 5o sell 1@100 end | size-too-small"));
  }

  private static Instrument perp(String symbol) {
    return TestInstruments.of(symbol, Market.PERP, new TradingRules(0, 1, 1_000_000, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void isBuiltAndTakenDown(Line line) {
    Scene scene = new Scene(perp("T0/USDT")).candles(line.candles);
    String fills = scene.fills(line.script);
    assertThat((fills + " | " + scene.refusals()).strip()).isEqualTo(line.fills);
  }

  /** What is said at the candle of one symbol about another is followed as its own. */
  @ParameterizedTest
  @MethodSource("abouts")
  void anotherSymbolIsSpokenOf(String script, String fills) {
    Scene scene =
        new Scene(perp("T0/USDT"), perp("T1/USDT"))
            .candles(
                FLAT + REST, "50 51 49 50, 50 51 49 50, 50 51 49 50, 50 51 49 50, 50 51 49 50");
    assertThat(scene.fills(script)).isEqualTo(fills);
  }

  static Stream<Arguments> abouts() {
    return Stream.of(
        Arguments.of(
            "0@1>0 long qty 2, 0@1 short qty 4, 2@0>1 exit",
            "1o buy 2@100 entry; T1 1o sell 4@50 entry; T1 3o buy 4@50 signal-exit;"
                + " 5o sell 2@100 end"));
  }
}

package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.testkit.TestInstruments;
import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a venue lacks is done by the engine: fills on hours, and what was said of it. */
class EmulationTest {
  private static final String DOWN = "100 101 99 100, 100 101 99 100, 100 100 94 97, 97 98 90 92";
  private static final String UP =
      "100 101 99 100, 100 101 99 100, 105 110 105 110, 115 120 115 120";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a venue that can all keeps the stop | | down | | 0 long qty 1 stop 95 | 1o buy 1@100 entry; 2 sell 1@95 stop | |",
        "without stops it is closed at the next open | stop | down | | 0 long qty 1 stop 97.5 | 1o buy 1@100 entry; 3o sell 1@97 stop | stop |",
        "but only at a close beyond it | stop | down | | 0 long qty 1 stop 95 | 1o buy 1@100 entry; 4o sell 1@92 end | stop |",
        "targets are still kept there | stop | up | | 0 long qty 1 stop 95 target 105 | 1o buy 1@100 entry; 2o sell 1@105 target | stop |",
        "what has no stop is not watched | stop | down | | 0 long qty 1 | 1o buy 1@100 entry; 4o sell 1@92 end | |",
        "a venue that can all trails | | up | trail 0.05 | 0 long qty 1 | 1o buy 1@100 entry; 4 sell 1@114 stop | |",
        "without trailing it follows the bars | trailing_stop | up | trail 0.05 | 0 long qty 1 | 1o buy 1@100 entry; 4 sell 1@114 stop | trailing_stop |",
        "nor with stops: the watch follows | stop trailing_stop | up | trail 0.05 | 0 long qty 1 | 1o buy 1@100 entry; 5o sell 1@112 stop | stop |",
        "without amending the stop is replaced | amend | back | trail-atr 1 atr-bars 1 | 1 long qty 1 | 2o buy 1@105 entry; 4 sell 1@110 stop | | 1",
        "as where it can be amended | | back | trail-atr 1 atr-bars 1 | 1 long qty 1 | 2o buy 1@105 entry; 4 sell 1@110 stop | |",
        "return by age, too | amend | up | roi 0:0.3 120:0.12 | 1 long qty 1 | 2o buy 1@105 entry; 4o sell 1@120 roi | |",
        "a venue that can all keeps both targets | | up | | 0 long qty 3 stop 95 target 105 target 115 | 1o buy 3@100 entry; 2o sell 1.5@105 target; 3o sell 1.5@115 target | | 1",
        "one exit at a time: targets are watched | several_exits | up | | 0 long qty 3 stop 95 target 105 target 115 | 1o buy 3@100 entry; 3o sell 1.5@115 target; 4o sell 1.5@120 target | several_exits | 2",
        "the stop stands again for the rest | several_exits | up | even 0.15 | 0 long qty 3 stop 95 target 105 target 130 | 1o buy 3@100 entry; 3o sell 1.5@115 target; 5 sell 1.5@100 stop | several_exits | 1",
        "both reached at once are one sale | several_exits | up | | 0 long qty 3 stop 95 target 105 target 108 | 1o buy 3@100 entry; 3o sell 3@115 target | several_exits | 1",
        "so is the stop moved by bars | several_exits amend | up | trail-atr 1 atr-bars 1 | 1 long qty 2 stop 95 target 110 target 200 | 2o buy 2@105 entry; 3o sell 1@115 target; 5o sell 1@112 stop | several_exits | 3",
        "a signal exit waits for the stop | several_exits | up | | 0 long qty 3 stop 95, 2 exit | 1o buy 3@100 entry; 3o sell 3@115 signal-exit | | 1",
        "a part of it | several_exits | up | | 0 long qty 3 stop 95, 2 reduce 0.5, 3 exit | 1o buy 3@100 entry; 3o sell 1.5@115 reduce; 4o sell 1.5@120 signal-exit | | 2",
        "a part and then the stop | several_exits | down | | 0 long qty 2 stop 95, 1 reduce 0.5 | 1o buy 2@100 entry; 2o sell 1@100 reduce; 2 sell 1@95 stop | | 1",
        "a part at a limit is watched | several_exits | up | | 0 long qty 3 stop 95, 1 reduce 0.5 limit 115 | 1o buy 3@100 entry; 4o sell 1.5@120 reduce; 6o sell 1.5@101 end | several_exits | 2",
        "return by age | several_exits | up | roi 0:0.3 120:0.12 | 1 long qty 1 stop 95 | 2o buy 1@105 entry; 4o sell 1@120 roi | several_exits | 1",
        "a ladder | several_exits | up | ladder 0.05:0.5 0.15:0.25 | 0 long qty 4 stop 95 | 1o buy 4@100 entry; 3o sell 2@115 target; 4o sell 1@120 target; 6o sell 1@101 end | several_exits | 3",
        "a stop that trails goes on from where it was | several_exits | gap | trail 0.05 | 0 long qty 2 target 110 target 200 | 1o buy 2@100 entry; 3o sell 1@106 target; 3 sell 1@104.5 stop | several_exits |",
        "age | several_exits | up | hold 3h | 0 long qty 3 stop 95 target 200 | 1o buy 3@100 entry; 4o sell 3@120 time-exit | several_exits | 1",
        "nor with stops: both are watched | several_exits stop | down | | 0 long qty 1 stop 97.5 target 105 | 1o buy 1@100 entry; 3o sell 1@97 stop | stop several_exits |",
        "the stop alone | several_exits | down | | 0 long qty 1 stop 95 target 105 | 1o buy 1@100 entry; 2 sell 1@95 stop | several_exits |"
      })
  void isDoneHere(
      String what,
      String lacks,
      String way,
      String exits,
      String script,
      String fills,
      String told,
      String moved) {
    Scene scene =
        new Scene(
                TestInstruments.of(
                    "T0/USDT", Market.PERP, new TradingRules(0, 1, 1_000_000, 0, 0, 0, 0)))
            .abilities(without(lacks))
            .exits(exits == null ? "" : exits)
            .candles(
                switch (way) {
                  case "up" -> UP + ", 120 121 112 112, 112 113 100 101";
                  case "gap" ->
                      UP.replace("115 120 115 120", "106 106 104 105") + ", 105 106 104 105";
                  case "back" -> UP + ", 120 120 109 109";
                  default -> DOWN;
                });
    assertThat(scene.fills(script)).as(what).isEqualTo(fills);
    assertThat(
            of(scene, AuditRecord.Emulated.class)
                .map(each -> each.ability().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ")))
        .isEqualTo(told == null ? "" : told);
    assertThat(
            of(scene, AuditRecord.OrderMoved.class)
                .filter(each -> each.intent().terms() instanceof OrderTerms.Stop)
                .filter(each -> each.event() instanceof OrderEvent.Cancelled)
                .count())
        .isEqualTo(moved == null ? 0 : Long.parseLong(moved));
  }

  private static EnumSet<Ability> without(String lacks) {
    EnumSet<Ability> all = EnumSet.allOf(Ability.class);
    for (String each : lacks == null ? new String[0] : lacks.split(" ")) {
      all.remove(Ability.valueOf(each.toUpperCase(Locale.ROOT)));
    }
    return all;
  }

  private static <T extends AuditRecord> Stream<T> of(Scene scene, Class<T> kind) {
    return scene.audit.stream().filter(kind::isInstance).map(kind::cast);
  }
}

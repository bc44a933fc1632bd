package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.HedgeSpec;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.limit.HedgeLimits;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.TestInstruments;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a script holds of T0 with 10,000 is hedged by T1 with 5,000 beside: beta over half of equity
 * back to 0.3, a band of 5 %. Nothing is known yet of how they move, so that beta is 1.
 */
class HedgeTest {
  private static final HedgeLimits LIMITS =
      new HedgeLimits(0.5, 0.3, Double.POSITIVE_INFINITY, 1, 0.05);
  private static final String FLAT = "100 101 99 100, ".repeat(7) + "100 101 99 100";

  /** Without the third and fourth candle. */
  private static final String GAP =
      "100 101 99 100, 100 101 99 100, -, -, " + "100 101 99 100, ".repeat(3) + "100 101 99 100";

  private static Scene scene(HedgeLimits limits, long capital) {
    return new Scene(TestInstruments.perp("T0/USDT"), TestInstruments.perp("T1/USDT"))
        .hedge(new HedgeSpec(1, true, limits, 3), capital)
        .candles(FLAT, FLAT);
  }

  /** The script, and what the hedge does. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "at the limit nothing | 0 long qty 75 | ''",
        "over it, to the target | 0 long qty 90 | 2o sell 45 hedge; 8o buy 45 end",
        "a short by a long | 0 short qty 90 | 2o buy 45 hedge; 8o sell 45 end",
        "more of it | 0 long qty 80, 2 add qty 19"
            + " | 2o sell 35 hedge; 4o sell 19 hedge; 8o buy 54 end",
        "within the band it stays | 0 long qty 80, 2 add qty 7 | 2o sell 35 hedge; 8o buy 35 end",
        "less of it | 0 long qty 90, 2 reduce 0.3"
            + " | 2o sell 45 hedge; 4o buy 27 release; 8o buy 18 end",
        "at the target it ends | 0 long qty 90, 2 reduce 0.5 | 2o sell 45 hedge; 4o buy 45 release",
        "with what it covers | 0 long qty 90, 2 exit | 2o sell 45 hedge; 4o buy 45 release",
        "turned around | 0 long qty 90, 2 short qty 90"
            + " | 2o sell 45 hedge; 4o buy 45 release; 5o buy 45 hedge; 8o sell 45 end"
      })
  void follows(String what, String script, String wanted) {
    Scene scene = scene(LIMITS, 5_000);
    scene.play(script);
    assertThat(hedges(scene)).as(what).isEqualTo(wanted);
    assertThat(scene.refusals()).isEmpty();
  }

  /** Stops that lose 1,250 of 15,000 are over 5 %, and brought back to 2 %. */
  @Test
  void heatIsHedged() {
    Scene scene = scene(new HedgeLimits(5, 4, 0.05, 0.02, 0.05), 5_000);
    scene.play("0 long qty 50 stop 75");
    assertThat(hedges(scene)).isEqualTo("2o sell 38 hedge; 8o buy 38 end");
  }

  /** At three times 90 % of its capital, on the lot, and nothing under the venue's minimum. */
  @ParameterizedTest
  @CsvSource({
    "500, 0, 2o sell 13.5 hedge; 8o buy 13.5 end",
    "511, 1, 2o sell 13 hedge; 8o buy 13 end",
    "30, 1, ''"
  })
  void noMoreThanItsAccountCarries(long capital, long lot, String wanted) {
    TradingRules rules = new TradingRules(0, 1, Math.max(1, lot * 100_000_000), 0, 0, 0, 0);
    Scene scene =
        new Scene(
                TestInstruments.perp("T0/USDT"), TestInstruments.of("T1/USDT", Market.PERP, rules))
            .hedge(new HedgeSpec(1, true, LIMITS, 3), capital)
            .candles(FLAT, FLAT);
    scene.play("0 long qty 90");
    assertThat(hedges(scene)).isEqualTo(wanted);
  }

  /** Nothing more is ordered while an order waits for the next candle. */
  @Test
  void oneOrderAtATime() {
    Scene scene = scene(LIMITS, 5_000).candles(FLAT, GAP);
    scene.play("0 long qty 90");
    assertThat(hedges(scene)).isEqualTo("4o sell 45 hedge; 8o buy 45 end");
  }

  /** A loss that bars entries takes no order of a hedge back. */
  @Test
  void whatBarsEntriesDoesNotBarIt() {
    Scene scene =
        scene(LIMITS, 5_000)
            .limits(RiskWords.of("day 1%").settings())
            .candles(
                "100 101 99 100, 100 101 99 100, 100 101 95 97, 97 97 97 97, 97 97 97 97", GAP);
    scene.play("0 long qty 90, 3 add qty 5");
    assertThat(scene.refusals()).contains("loss-limit");
    assertThat(hedges(scene)).startsWith("4o sell 45 hedge");
    assertThat(
            scene.audit.stream()
                .map(Object::toString)
                .filter(entry -> entry.contains("event=Cancelled")))
        .isEmpty();
  }

  /** Strategies see the reference only where it is not there for the hedge alone. */
  @ParameterizedTest
  @CsvSource({"true, 1", "false, 2"})
  void itsOwnInstrumentIsNotTraded(boolean own, int symbols) {
    Scene scene =
        new Scene(TestInstruments.perp("T0/USDT"), TestInstruments.perp("T1/USDT"))
            .hedge(new HedgeSpec(1, own, HedgeLimits.NONE, 3), 5_000)
            .candles(FLAT, FLAT);
    scene.play("0 long");
    assertThat(scene.trades()).hasSize(symbols);
    assertThat(scene.fills()).contains(own ? "1o buy 100@100" : "1o buy 50@100");
  }

  /** A venue that lends less than is asked for still lets it hedge. */
  @Test
  void leverageIsNoMoreThanTheVenueLends() {
    Scene scene =
        new Scene(TestInstruments.perp("T0/USDT"), TestInstruments.perp("T1/USDT"))
            .hedge(new HedgeSpec(1, true, LIMITS, 1000), 500)
            .candles(FLAT, FLAT);
    scene.play("0 long qty 90");
    assertThat(hedges(scene)).isEqualTo("2o sell 58.5 hedge; 8o buy 58.5 end");
  }

  /**
   * A tenth of a volume of 100 is all that a candle sells. What it has not sold is decided anew,
   * and no longer wanted once there is nothing to cover.
   */
  @Test
  void whatACandleCannotFillIsNotWaitedFor() {
    Scene scene =
        scene(LIMITS, 5_000)
            .costs(new CostModel(0, 0, 0, OptionalDouble.of(0.1), false))
            .candles(FLAT, "100 101 99 100 100, ".repeat(7) + "100 101 99 100 100");
    scene.play("0 long qty 90, 3 exit");
    assertThat(hedges(scene))
        .isEqualTo(
            "2o sell 10 hedge; 3o sell 10 hedge; 4o sell 10 hedge; "
                + "5o buy 10 release; 6o buy 10 release; 7o buy 10 release");
  }

  @Test
  void withoutAPriceOfItNothingIsHedged() {
    Scene scene =
        scene(LIMITS, 5_000)
            .candles(FLAT, "-, -, -, -, 100 101 99 100, 100 101 99 100, 100 101 99 100");
    scene.play("0 long qty 90");
    assertThat(hedges(scene)).isEqualTo("5o sell 45 hedge; 8o buy 45 end");
  }

  /** What a hedge loses is no losing streak of a strategy, and what it holds takes no room. */
  @Test
  void itIsNoTradeOfAStrategy() {
    String rising =
        "100 101 99 100, 100 101 99 100, 100 101 99 100, 110 111 109 110, 110 111 109 110";
    Scene scene =
        scene(LIMITS, 5_000)
            .limits(RiskWords.of("streak 1 cool 12h all 65%").settings())
            .candles("100 101 99 100, ".repeat(4) + "100 101 99 100", rising);
    scene.play("0 long qty 90, 2 exit, 3 long qty 90");
    assertThat(hedges(scene)).isEqualTo("2o sell 45 hedge; 4o buy 45@110 release");
    assertThat(scene.fills()).contains("4o buy 90@100 entry");
  }

  /** What the gate refuses is said once, however long it does. */
  @Test
  void aRefusalIsSaidOnce() {
    Scene scene = scene(LIMITS, 5_000);
    CandleSession session = scene.session("0 long qty 90");
    session.step();
    session.engine().onControl(new ControlEvent.Halt(session.timeNs(), "me"));
    while (session.step()) {
      session.engine().checkInvariants();
    }
    assertThat(scene.audit.stream().filter(AuditRecord.HedgeRefused.class::isInstance))
        .extracting(entry -> ((AuditRecord.HedgeRefused) entry).refusal())
        .containsExactly(Refusal.HALTED);
    assertThat(hedges(scene)).isEmpty();
  }

  /** Who halts may not be hedged into a position, but out of one. */
  @Test
  void aHaltLetsItOnlyShrink() {
    Scene scene = scene(LIMITS, 5_000);
    CandleSession session = scene.session("0 long qty 90, 4 reduce 0.3");
    for (int hour = 1; session.step(); hour++) {
      if (hour == 1) {
        session.engine().onControl(new ControlEvent.Halt(session.timeNs(), "me"));
      } else if (hour == 3) {
        session.engine().onControl(new ControlEvent.Resume(session.timeNs(), "me"));
      } else if (hour == 4) {
        session.engine().onControl(new ControlEvent.Halt(session.timeNs(), "me"));
      }
    }
    assertThat(hedges(scene)).isEqualTo("4o sell 45 hedge; 6o buy 27 release");
  }

  private static String hedges(Scene scene) {
    return scene
        .fills()
        .lines()
        .flatMap(line -> Arrays.stream(line.split("; ")))
        .filter(fill -> fill.startsWith("T1 "))
        .map(fill -> fill.substring(3).replace("@100", ""))
        .collect(Collectors.joining("; "));
  }

  @Test
  void theAuditSaysWhy() {
    Scene scene = scene(LIMITS, 5_000);
    scene.play("0 long qty 90, 2 exit");
    assertThat(
            scene.audit.stream()
                .filter(AuditRecord.HedgeMoved.class::isInstance)
                .map(entry -> ((AuditRecord.HedgeMoved) entry).decision().toString()))
        .containsExactly("Hedge[notional=-4500.0, asked=-4500.0, because=BETA]", "Release[]");
  }
}

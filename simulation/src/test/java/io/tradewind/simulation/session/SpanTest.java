package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.feature.FeatureSpec;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a run begins and ends, and what days and longer candles make of missing hours. */
class SpanTest {
  private static final long HOUR_NS = Scene.HOUR.durationNs();

  @Test
  void signalsFromTheFirstInstantOnAreFollowedAndThoseAtTheLastAreNot() {
    String flat = "100 101 99 100, 100 101 99 100, 100 101 99 100, 100 101 99 100, 100 101 99 100";
    Scene before = new Scene(TestInstruments.spot("T0/USDT")).span(2, 4).candles(flat);
    assertThat(before.fills("0 long")).isEmpty();
    assertThat(before.refusals()).isEqualTo("outside-span");
    Scene first = new Scene(TestInstruments.spot("T0/USDT")).span(2, 4).candles(flat);
    assertThat(first.fills("1 long")).isEqualTo("2o buy 100@100 entry; 5o sell 100@100 end");
    Scene last = new Scene(TestInstruments.spot("T0/USDT")).span(2, 4).candles(flat);
    assertThat(last.fills("2 long")).isEqualTo("3o buy 100@100 entry; 5o sell 100@100 end");
    Scene after = new Scene(TestInstruments.spot("T0/USDT")).span(2, 4).candles(flat);
    assertThat(after.fills("3 long")).isEmpty();
    assertThat(after.refusals()).isEqualTo("outside-span");
  }

  @Test
  void aDayIsClosedBeforeWhatTheNextDayBrings() {
    String day = "100 101 99 100, ".repeat(22);
    Scene scene = new Scene(TestInstruments.spot("T0/USDT"));
    scene.candles(day + "100 101 99 100, -, -, 50 51 49 50, 50 51 49 50");
    scene.play("22 long");
    List<AuditRecord> records =
        scene.audit.stream().filter(entry -> !(entry instanceof AuditRecord.SignalRaised)).toList();
    AuditRecord closed =
        records.stream().filter(AuditRecord.DayClosed.class::isInstance).findFirst().orElseThrow();
    assertThat(((AuditRecord.DayClosed) closed).equityScaled()).isEqualTo(10_000_00000000L);
    assertThat(records).extracting(AuditRecord::timeNs).isSorted();
  }

  @Test
  void theEndIsTheLastCloseAlsoWithALongerCandleUnderWay() {
    Listener listener = new Listener();
    CandleSession session =
        new CandleSession(
            Scene.spec(TestInstruments.spot("T0/USDT")),
            listener,
            CostModel.NONE,
            List.of(CandleTable.parse("100 101 99 100, ".repeat(5) + "100 101 99 100", Scene.HOUR)),
            entry -> {});
    while (session.step()) {
      session.engine().checkInvariants();
    }
    session.end();
    assertThat(session.timeNs()).isEqualTo(CandleTable.START_NS + 6 * HOUR_NS);
    assertThat(listener.closes).containsExactly("4h 4", "1h 4", "1h 5", "1h 6");
  }

  @Test
  void aReturnByAgeIsJudgedAtTheClosesOfItsOwnCandles() {
    Interval quarter = Interval.parse("15m");
    Scene scene =
        new Scene(TestInstruments.spot("T0/USDT"), TestInstruments.spot("T1/USDT"))
            .exits("roi 0:5% 30:-5%");
    scene.feeds(
        CandleTable.parse("100 100 100 100, 100 100 98 98, 98 98 98 98, 97 97 97 97", Scene.HOUR),
        CandleTable.parse("1 1 1 1, ".repeat(12) + "1 1 1 1", quarter));
    assertThat(scene.fills("0@0 long")).isEqualTo("1o buy 50@100 entry; 2o sell 50@98 roi");
  }

  @Test
  void aLongerCandleOverMissingHoursClosesInTime() {
    Listener listener = new Listener();
    CandleSession session =
        new CandleSession(
            Scene.spec(TestInstruments.spot("T0/USDT")),
            listener,
            CostModel.NONE,
            List.of(
                CandleTable.parse(
                    "100 101 99 100, 100 101 99 100, -, -, -, -, 100 101 99 100", Scene.HOUR)),
            entry -> {});
    while (session.step()) {
      session.engine().checkInvariants();
    }
    assertThat(listener.closes).containsExactly("4h 4", "1h 7");
  }

  /** Notes the bars it is shown. */
  private static final class Listener implements Strategy {
    private final List<String> closes = new ArrayList<>();

    @Override
    public void prepare(Preparation preparation) {
      Interval long4 = Interval.parse("4h");
      preparation.bars(long4);
      preparation.feature(long4, FeatureSpec.of("ema(1)", () -> new Ema(1)));
    }

    @Override
    public void onBar(BarContext bar, Signals signals) {
      closes.add(bar.interval() + " " + (bar.timeNs() - CandleTable.START_NS) / HOUR_NS);
    }
  }

  /** A horizon beyond the end of all times is none. */
  @Test
  void aHorizonMayBeLongerThanTimeItself() {
    for (String hours : new String[] {"2000000", "999999999999"}) {
      Scene scene =
          new Scene(TestInstruments.spot("T0/USDT"))
              .candles("100 100 100 100, 100 100 90 100, 100 100 80 100, 100 100 100 100");
      assertThat(scene.fills("0 long limit 85 share 0.85 hours " + hours))
          .isEqualTo("2 buy 100@85 entry; 4o sell 100@100 end");
    }
  }
}

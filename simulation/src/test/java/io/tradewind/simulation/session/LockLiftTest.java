package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.testkit.TestInstruments;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Locks after bad trades are seen, and taken back by hand one by one or all at once. */
class LockLiftTest {
  /** What somebody does after the trade, the locks that are left, what is lifted and refused. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          nothing   | LOW_PROFIT COOL_DOWN | ""                             | true
          first     | COOL_DOWN            | LOW_PROFIT by me                | true
          each      | ""                   | LOW_PROFIT by me COOL_DOWN by me | false
          twice     | COOL_DOWN            | LOW_PROFIT by me                | true
          other     | LOW_PROFIT COOL_DOWN | ""                             | true
          resume    | ""                   | LOW_PROFIT by me COOL_DOWN by me | false
          """)
  void isTakenBack(String what, String left, String lifted, boolean refused) {
    Scene scene =
        new Scene(TestInstruments.perp("T0/USDT"))
            .limits(RiskWords.of("rest 9h low 1/24h/0%/9h").settings())
            .candles(
                "100 101 99 100, 100 101 99 100, 99 100 98 99, "
                    + "99 99 99 99, ".repeat(4)
                    + "99 99 99 99");
    CandleSession session = scene.session("0 long qty 1, 1 exit, 5 long qty 1");
    for (int i = 0; i < 5; i++) {
      session.step();
    }
    long now = session.timeNs();
    List<Lock> locks = session.engine().locks(now);
    assertThat(names(locks)).isEqualTo("LOW_PROFIT COOL_DOWN");
    Lock first = locks.getFirst();
    switch (what) {
      case "first" -> lift(session, first);
      case "each" -> locks.forEach(lock -> lift(session, lock));
      case "twice" -> {
        lift(session, first);
        lift(session, first);
      }
      case "other" ->
          lift(session, new Lock(first.reason(), OptionalInt.of(7), first.side(), 0, now));
      case "resume" -> session.engine().onControl(new ControlEvent.Resume(now, "me"));
      default -> assertThat(what).isEqualTo("nothing");
    }
    assertThat(names(session.engine().locks(now))).isEqualTo(left);
    while (session.step()) {
      session.engine().checkInvariants();
    }
    assertThat(
            scene.audit.stream()
                .filter(AuditRecord.LockLifted.class::isInstance)
                .map(AuditRecord.LockLifted.class::cast)
                .map(entry -> entry.lock().reason() + " by " + entry.by())
                .collect(Collectors.joining(" ")))
        .isEqualTo(lifted);
    assertThat(scene.audit.stream().anyMatch(AuditRecord.SignalRefused.class::isInstance))
        .isEqualTo(refused);
  }

  private static void lift(CandleSession session, Lock lock) {
    session.engine().onControl(new ControlEvent.LiftLock(session.timeNs(), lock, "me"));
  }

  private static String names(List<Lock> locks) {
    return locks.stream().map(lock -> lock.reason().name()).collect(Collectors.joining(" "));
  }
}

package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.limit.StopProgress;
import io.tradewind.core.trade.ExitReason;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.ScriptedStrategy;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody presses the button in the midst of a session, and lets it trade again later. */
class EmergencyTest {
  private static final String CANDLES =
      "100 101 99 100, 100 101 99 100, 100 101 99 100, 98 99 97 98, 98 99 97 98, 98 99 97 98,"
          + " 98 99 97 98, 98 99 97 98";

  private final List<AuditRecord> audit = new ArrayList<>();
  private final CandleSession session =
      new CandleSession(
          Scene.spec(TestInstruments.perp("T0/USDT")),
          new ScriptedStrategy(
              "0 long qty 10 stop 90, 1 add qty 5 limit 80, 3 long qty 1, 5 long qty 1"),
          CostModel.NONE,
          List.of(CandleTable.parse(CANDLES, Scene.HOUR)),
          audit::add);

  @Test
  void everythingIsClosedAndNothingOpensUntilResumed() {
    step(3);
    assertThat(session.engine().portfolio().position(0).isFlat()).isFalse();
    session.engine().onControl(new ControlEvent.EmergencyStop(session.timeNs(), "me"));
    session.venue().process(session.timeNs());
    step(1);
    assertThat(session.engine().portfolio().position(0).isFlat()).isTrue();
    assertThat(of(AuditRecord.TradeClosed.class))
        .extracting(closed -> closed.trade().reason())
        .containsExactly(ExitReason.EMERGENCY);
    assertThat(of(AuditRecord.EmergencyMoved.class).getLast().progress())
        .extracting(StopProgress::phase, StopProgress::ordersLeft, StopProgress::positionsLeft)
        .containsExactly(StopProgress.Phase.DONE, 0, 0);
    step(1);
    assertThat(of(AuditRecord.SignalRefused.class))
        .extracting(AuditRecord.SignalRefused::refusal)
        .containsExactly(Refusal.EMERGENCY_STOP);
    session.engine().onControl(new ControlEvent.Resume(session.timeNs(), "me"));
    step(2);
    assertThat(session.engine().portfolio().position(0).isFlat()).isFalse();
    assertThat(of(AuditRecord.Resumed.class)).hasSize(1);
  }

  private void step(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(session.step()).isTrue();
      session.engine().checkInvariants();
    }
  }

  private <T extends AuditRecord> List<T> of(Class<T> kind) {
    return audit.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

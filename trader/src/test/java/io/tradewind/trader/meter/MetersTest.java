package io.tradewind.trader.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.status.Timing;
import io.tradewind.core.time.Utc;
import io.tradewind.trader.meter.SourceMeter.Source;
import io.tradewind.venues.stream.SocketTransport.Backlog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured, as it is told. */
class MetersTest {
  private final Meters meters = new Meters();

  @Test
  void callsAreCountedByKindAndTheRestTogether() {
    meters.calls().ended("GET /a", 3_000, true);
    meters.calls().ended("GET /a", 5_000, false);
    meters.calls().ended("GET /a", -1, true);
    for (int kind = 0; kind < 100; kind++) {
      meters.calls().ended("GET /b" + kind, 7, true);
    }
    List<Timing> calls = meters.vitals(0).calls();
    assertThat(calls).hasSize(65);
    assertThat(calls.getFirst().name()).isEqualTo("GET /a");
    assertThat(calls.getFirst().faults()).isEqualTo(1);
    assertThat(calls.getFirst().summary().count()).isEqualTo(3);
    assertThat(calls.getFirst().summary().maxNs()).isEqualTo(5_000);
    Timing rest = calls.getLast();
    assertThat(rest.name()).isEqualTo(CallMeter.REST);
    assertThat(rest.summary().count()).isEqualTo(37);
  }

  @Test
  void buffersOfOneNameCountTogetherAndGo() {
    meters.buffers().add("a", "market stream", () -> new Backlog(3, 10));
    meters.buffers().add("b", "market stream", () -> new Backlog(4, 20));
    meters.buffers().add("c", "account stream", () -> new Backlog(0, 5));
    assertThat(meters.vitals(0).buffers().toString())
        .isEqualTo(
            "[BufferStatus[name=account stream, waiting=0, capacity=5],"
                + " BufferStatus[name=market stream, waiting=7, capacity=30]]");
    meters.buffers().remove("b");
    meters.buffers().remove("c");
    assertThat(meters.vitals(2 * Utc.SECOND_NS).buffers().toString())
        .isEqualTo("[BufferStatus[name=market stream, waiting=3, capacity=10]]");
  }

  @Test
  void figuresAreTakenEveryOtherSecond() {
    assertThat(meters.vitals(0).sources())
        .hasSize(Source.values().length)
        .allSatisfy(each -> assertThat(each.lastNs()).isEmpty());
    meters.sources().heard(Source.CALLS, 1);
    assertThat(meters.vitals(2 * Utc.SECOND_NS - 1).sources().getLast().lastNs()).isEmpty();
    assertThat(meters.vitals(2 * Utc.SECOND_NS).sources().getLast().lastNs()).hasValue(1);
    assertThat(meters.vitals(2 * Utc.SECOND_NS).memory().usedBytes()).isPositive();
    assertThat(meters.vitals(2 * Utc.SECOND_NS).memory().maxBytes()).isPositive();
  }
}

package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderState;
import io.tradewind.testkit.CandleTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sessions of ticks, run twice, cut at any event, run without knowing the future; and venue and
 * engine agree at the end. A failure names its seed; {@code new TickWorld(seed)} plays it again.
 */
class TickReplayTest {
  private static final int SEEDS = 80;
  private static final int CUTS = 4;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  private record Outcome(List<AuditRecord> audit, String hash) {}

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aRunTwiceIsTheSame(long seed) {
    Outcome first = run(seed);
    Outcome second = run(seed);
    assertThat(first.audit()).as("seed %s", seed).isEqualTo(second.audit());
    assertThat(first.hash()).as("seed %s", seed).isEqualTo(second.hash());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aSnapshotHasTheSameFuture(long seed) {
    Outcome whole = run(seed);
    int events = events(seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < CUTS; i++) {
      int cut = random.nextInt(events);
      Outcome resumed = runCut(seed, cut);
      assertThat(resumed.audit()).as("seed %s cut at %s", seed, cut).isEqualTo(whole.audit());
      assertThat(resumed.hash()).as("seed %s cut at %s", seed, cut).isEqualTo(whole.hash());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theFutureChangesNothingThatWas(long seed) {
    List<AuditRecord> whole = run(seed).audit();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < CUTS; i++) {
      long endNs = CandleTable.START_NS + random.nextLong(120) * 1_000_000_000L;
      List<AuditRecord> known = new ArrayList<>();
      TickSession session = new TickWorld(seed).session(endNs, known::add);
      int before = 0;
      while (session.next() && session.timeNs() < endNs) {
        before = known.size();
      }
      assertThat(known.subList(0, before))
          .as("seed %s known at %s", seed, endNs)
          .isEqualTo(whole.subList(0, before));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void venueAndEngineAgree(long seed) {
    TickWorld world = new TickWorld(seed);
    TickSession session = world.session(entry -> {});
    while (session.next()) {
      session.engine().checkInvariants();
    }
    session.end();
    session.engine().checkInvariants();
    assertThat(session.engine().portfolio().cashScaled())
        .as("cash, seed %s", seed)
        .isEqualTo(session.venue().account(0).cashScaled());
    for (int i = 0; i < world.spec.instruments().size(); i++) {
      var position = session.engine().portfolio().position(i);
      assertThat(session.venue().account(0).heldScaled(i))
          .as("held, seed %s", seed)
          .isEqualTo(position.qtyScaled() + position.dustQtyScaled());
      assertThat(position.isFlat()).as("flat at the end, seed %s", seed).isTrue();
    }
  }

  /** The worlds are only worth something if everything happens in them. */
  @Test
  void everythingHappens() {
    EnumSet<OrderPurpose> filled = EnumSet.noneOf(OrderPurpose.class);
    EnumSet<OrderState> states = EnumSet.noneOf(OrderState.class);
    for (long seed = 0; seed < SEEDS; seed++) {
      for (AuditRecord entry : run(seed).audit()) {
        if (entry instanceof AuditRecord.OrderMoved moved) {
          states.add(moved.state());
          if (moved.event() instanceof OrderEvent.Filled) {
            filled.add(moved.intent().purpose());
          }
        }
      }
    }
    assertThat(filled)
        .contains(
            OrderPurpose.ENTRY,
            OrderPurpose.STOP,
            OrderPurpose.TARGET,
            OrderPurpose.SIGNAL_EXIT,
            OrderPurpose.TIME_EXIT,
            OrderPurpose.END);
    assertThat(states)
        .contains(
            OrderState.OPEN,
            OrderState.PARTLY_FILLED,
            OrderState.FILLED,
            OrderState.CANCELLED,
            OrderState.EXPIRED);
  }

  private static Outcome run(long seed) {
    List<AuditRecord> audit = new ArrayList<>();
    TickSession session = new TickWorld(seed).session(audit::add);
    toTheEnd(session);
    return new Outcome(audit, hash(session));
  }

  private static void toTheEnd(TickSession session) {
    boolean more = true;
    while (more) {
      more = session.step();
    }
    session.end();
  }

  /** Of the whole session, venue and all that is under way. */
  private static String hash(TickSession session) {
    StateWriter out = new StateWriter();
    session.save(out);
    return out.sha256();
  }

  private static Outcome runCut(long seed, int cut) {
    List<AuditRecord> audit = new ArrayList<>();
    TickSession before = new TickWorld(seed).session(audit::add);
    for (int i = 0; i < cut; i++) {
      before.next();
    }
    StateWriter out = new StateWriter();
    before.save(out);
    TickSession after = new TickWorld(seed).session(audit::add);
    StateReader in = new StateReader(out.toByteArray());
    after.load(in);
    assertThat(in.isAtEnd()).isTrue();
    assertThat(hash(after)).as("seed %s cut at %s", seed, cut).isEqualTo(hash(before));
    toTheEnd(after);
    return new Outcome(audit, hash(after));
  }

  private static int events(long seed) {
    TickSession session = new TickWorld(seed).session(entry -> {});
    int events = 0;
    while (session.next()) {
      events++;
    }
    return events;
  }
}

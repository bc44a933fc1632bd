package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.testkit.CandleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Determinism: run twice, run from a snapshot, and run without knowing the future. */
class ReplayTest {
  private static final int SEEDS = 60;
  private static final int CUTS = 6;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  /** A run's audit and the hash of its state at the end. */
  private record Outcome(List<AuditRecord> audit, String hash) {}

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aRunTwiceIsTheSame(long seed) {
    Outcome first = run(new World(seed));
    Outcome second = run(new World(seed));
    assertThat(first.audit()).as("seed %s", seed).isNotEmpty().isEqualTo(second.audit());
    assertThat(first.hash()).as("seed %s", seed).isEqualTo(second.hash());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aSnapshotHasTheSameFuture(long seed) {
    Outcome whole = run(new World(seed));
    int steps = steps(new World(seed));
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < CUTS; i++) {
      int cut = random.nextInt(steps);
      Outcome resumed = runCut(seed, cut);
      assertThat(resumed.audit()).as("seed %s cut at step %s", seed, cut).isEqualTo(whole.audit());
      assertThat(resumed.hash()).as("seed %s cut at step %s", seed, cut).isEqualTo(whole.hash());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theFutureChangesNothingThatWas(long seed) {
    List<AuditRecord> whole = run(new World(seed)).audit();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < CUTS; i++) {
      long hours = random.nextInt(1, 240);
      World world = new World(seed);
      List<AuditRecord> known = new ArrayList<>();
      CandleSession session =
          world.session(world.feeds.stream().map(rows -> until(rows, hours)).toList(), known::add);
      stepToTheEnd(session);
      assertThat(whole.size()).as("seed %s", seed).isGreaterThanOrEqualTo(known.size());
      assertThat(known)
          .as("seed %s known at hour %s", seed, hours)
          .isEqualTo(whole.subList(0, known.size()));
    }
  }

  private static CandleColumns until(CandleColumns rows, long hours) {
    return rows.slice(0, rows.firstRowFrom(CandleTable.START_NS + hours * World.HOUR.durationNs()));
  }

  private static Outcome run(World world) {
    List<AuditRecord> audit = new ArrayList<>();
    CandleSession session = world.session(audit::add);
    stepToTheEnd(session);
    session.end();
    return new Outcome(audit, session.engine().stateHash());
  }

  private static Outcome runCut(long seed, int cut) {
    List<AuditRecord> audit = new ArrayList<>();
    CandleSession before = new World(seed).session(audit::add);
    for (int i = 0; i < cut; i++) {
      before.step();
    }
    StateWriter out = new StateWriter();
    before.save(out);
    CandleSession after = new World(seed).session(audit::add);
    StateReader in = new StateReader(out.toByteArray());
    after.load(in);
    assertThat(in.isAtEnd()).isTrue();
    assertThat(after.engine().stateHash()).isEqualTo(before.engine().stateHash());
    stepToTheEnd(after);
    after.end();
    return new Outcome(audit, after.engine().stateHash());
  }

  private static void stepToTheEnd(CandleSession session) {
    boolean more = true;
    while (more) {
      more = session.step();
    }
  }

  private static int steps(World world) {
    CandleSession session = world.session(entry -> {});
    int steps = 0;
    while (session.step()) {
      steps++;
    }
    return steps;
  }
}

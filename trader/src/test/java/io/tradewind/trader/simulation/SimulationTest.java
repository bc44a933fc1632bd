package io.tradewind.trader.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole trader in virtual time, against the simulated exchange, in a storm of faults, on a disk
 * that forgets what was not forced, dying at random points: one seed is one run. {@code
 * -Dsimulation.seeds=N} says how many, {@code -Dsimulation.seed=N} repeats one.
 */
class SimulationTest {
  private static final long SEEDS = 1_000;

  /** Of so many seeds, and more, each fault and each death is met. */
  private static final long ENOUGH = 200;

  private static final int SHOWN = 3;

  private sealed interface Outcome {
    record Held(Figures figures) implements Outcome {}

    record Broke(long seed, String why) implements Outcome {}
  }

  /** Worlds have nothing in common, so that as many sail at once as there are processors. */
  @Test
  void whatItBelievesIsSo() {
    List<Outcome> all = seeds().parallel().mapToObj(SimulationTest::sail).toList();
    List<Outcome.Broke> broken =
        all.stream()
            .filter(Outcome.Broke.class::isInstance)
            .map(Outcome.Broke.class::cast)
            .toList();
    if (!broken.isEmpty()) {
      fail(
          "seeds %s broke; -Dsimulation.seed=N repeats one%n%s",
          broken.stream().map(Outcome.Broke::seed).toList(),
          broken.stream().limit(SHOWN).map(Outcome.Broke::why).collect(Collectors.joining("\n\n")));
    }
    Figures met = new Figures();
    for (Outcome each : all) {
      if (each instanceof Outcome.Held(Figures figures)) {
        met.add(figures);
      }
    }
    System.out.println(met);
    if (all.size() >= ENOUGH) {
      check(met, all.size());
    }
  }

  private static Outcome sail(long seed) {
    try {
      return new Outcome.Held(new SeedRun(seed).run());
    } catch (AssertionError e) {
      return new Outcome.Broke(seed, String.valueOf(e.getMessage()));
    }
  }

  private static LongStream seeds() {
    Long one = Long.getLong("simulation.seed");
    return one != null
        ? LongStream.of(one)
        : LongStream.range(0, Long.getLong("simulation.seeds", SEEDS));
  }

  private static void check(Figures met, long seeds) {
    Floors.of(seeds)
        .forEach((name, least) -> assertThat(met.of(name)).as(name).isGreaterThanOrEqualTo(least));
  }

  /** Spot and contracts, orders over both ways, with and without loss, and paper are among them. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3})
  void oneSeedIsOneRun(long seed) {
    SeedRun first = new SeedRun(seed);
    SeedRun second = new SeedRun(seed);
    first.run();
    second.run();
    assertThat(second.marks()).isEqualTo(first.marks());
  }
}

package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.HedgeSpec;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.risk.limit.HedgeDecision;
import io.tradewind.core.risk.limit.HedgeLimits;
import io.tradewind.testkit.RandomCandles;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of a hedge, whatever two perpetuals and their strategy do. */
class HedgePropertyTest {
  private static final int ROWS = 24 * 40;
  private static final HedgeLimits LIMITS = new HedgeLimits(0.4, 0.2, 0.20, 0.10, 0.05);

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static Scene scene(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Scene(
            TestInstruments.perp("T0/USDT"),
            TestInstruments.perp("T1/USDT"),
            TestInstruments.perp("T2/USDT"))
        .hedge(
            new HedgeSpec(2, random.nextBoolean(), LIMITS, random.nextInt(1, 5)),
            random.nextInt(1_000, 8_000))
        .feeds(
            RandomCandles.walk(3 * seed, ROWS, Scene.HOUR),
            RandomCandles.walk(3 * seed + 1, ROWS, Scene.HOUR),
            RandomCandles.walk(3 * seed + 2, ROWS, Scene.HOUR));
  }

  private static String script(long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < ROWS; row += random.nextInt(1, 30)) {
      String at = row + "@" + random.nextInt(2);
      lines.add(
          at
              + switch (random.nextInt(5)) {
                case 0 -> " long share " + random.nextDouble(0.1, 1);
                case 1 -> " short share " + random.nextDouble(0.1, 1);
                case 2 -> " add share " + random.nextDouble(0.1, 1);
                case 3 -> " reduce " + random.nextDouble(0.1, 0.9);
                default -> " exit";
              });
    }
    return String.join(", ", lines);
  }

  /**
   * A hedge that begins or grows is on the other side of what it covers and no larger, and it is
   * changed only when it is wrong by the band, or ends.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void coversWhatIsHeldAndNoMore(long seed) {
    Scene scene = scene(seed);
    scene.play(script(seed));
    for (AuditRecord entry : scene.audit) {
      if (entry instanceof AuditRecord.HedgeMoved moved
          && moved.decision() instanceof HedgeDecision.Hedge hedge) {
        double covered = moved.now().betaNotional();
        assertThat(hedge.notional() * covered).as("seed %s: %s", seed, moved).isLessThan(0);
        assertThat(Math.abs(hedge.notional()))
            .as("seed %s: %s", seed, moved)
            .isLessThanOrEqualTo(Math.min(Math.abs(covered), moved.now().most()) * (1 + 1e-9));
        assertThat(Math.abs(hedge.notional() - moved.now().hedge()))
            .as("seed %s: %s", seed, moved)
            .isGreaterThan(LIMITS.band() * moved.now().equity());
      }
    }
    assertThat(scene.audit.stream().filter(AuditRecord.OrderRefused.class::isInstance)).isEmpty();
  }

  /** Only the book of the hedge has its orders, and of its instrument alone. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void tradesInItsOwnBook(long seed) {
    Scene scene = scene(seed);
    CandleSession session = scene.play(script(seed));
    for (AuditRecord entry : scene.audit) {
      if (entry instanceof AuditRecord.OrderSent sent) {
        OrderPurpose purpose = sent.intent().purpose();
        boolean isHedge = purpose == OrderPurpose.HEDGE || purpose == OrderPurpose.RELEASE;
        if (sent.intent().book() == 1) {
          assertThat(sent.intent().instrument()).isEqualTo(2);
          assertThat(isHedge || purpose == OrderPurpose.END).as("%s", sent).isTrue();
        } else {
          assertThat(isHedge).as("%s", sent).isFalse();
        }
      }
    }
    assertThat(session.venue().account(1).cashScaled())
        .isEqualTo(session.engine().books().of(1).cashScaled());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aCutChangesNothing(long seed) {
    Scene whole = scene(seed);
    CandleSession first = whole.session(script(seed));
    int cut = new SplittableRandom(seed).nextInt(1, ROWS);
    for (int i = 0; i < cut; i++) {
      first.step();
    }
    StateWriter out = new StateWriter();
    first.save(out);
    Scene tail = scene(seed);
    CandleSession second = tail.session(script(seed));
    second.load(new StateReader(out.toByteArray()));
    int before = whole.audit.size();
    while (first.step()) {
      second.step();
    }
    assertThat(tail.audit)
        .as("cut at %s, seed %s", cut, seed)
        .isEqualTo(whole.audit.subList(before, whole.audit.size()));
  }

  /** The worlds are only worth something if hedges begin, grow, shrink, end and are cut short. */
  @Test
  void everythingHappens() {
    int begun = 0;
    int grown = 0;
    int shrunk = 0;
    int ended = 0;
    int cutShort = 0;
    for (long seed = 0; seed < 20; seed++) {
      Scene scene = scene(seed);
      scene.play(script(seed));
      for (AuditRecord entry : scene.audit) {
        if (entry instanceof AuditRecord.HedgeMoved moved) {
          switch (moved.decision()) {
            case HedgeDecision.Keep _ -> {}
            case HedgeDecision.Release _ -> ended++;
            case HedgeDecision.Hedge hedge -> {
              double now = Math.abs(moved.now().hedge());
              double then = Math.abs(hedge.notional());
              begun += now == 0 ? 1 : 0;
              grown += now > 0 && then > now ? 1 : 0;
              shrunk += then < now ? 1 : 0;
              cutShort += hedge.asked() != hedge.notional() ? 1 : 0;
            }
          }
        }
      }
    }
    assertThat(List.of(begun, grown, shrunk, ended, cutShort)).allMatch(count -> count > 5);
  }
}

package io.tradewind.analytics.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything with a memory in this package can be cut at any bar, restored, and begun anew. */
class StateTest {
  private static final int BARS = 300;

  /** How to make one and how to feed it a bar. */
  record Kind<T extends Resettable>(String name, Supplier<T> make, BiConsumer<T, double[]> feed) {
    @Override
    public String toString() {
      return name;
    }

    T fed(long seed, int bars) {
      T made = make.get();
      feed(made, seed, bars);
      return made;
    }

    void feed(T into, long seed, int bars) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] bar = new double[5];
      double price = 100;
      for (int i = 0; i < bars; i++) {
        bar[0] = price;
        price *= 1 + (i / 60 % 2 == 0 ? 0.002 : 0.02) * (random.nextDouble() - 0.48);
        bar[1] = Math.max(bar[0], price) * 1.001;
        bar[2] = Math.min(bar[0], price) * 0.999;
        bar[3] = price;
        bar[4] = 1;
        feed.accept(into, bar);
      }
    }
  }

  static Stream<Kind<?>> kinds() {
    HiddenMarkov model = RegimeDetectorTest.model();
    return Stream.of(
        new Kind<>("trend", () -> new DailyTrend(9), (x, bar) -> x.update(bar[3])),
        new Kind<>(
            "features",
            () -> new RegimeFeatures(5, 8),
            (x, bar) -> x.update(bar[0], bar[1], bar[2], bar[3], bar[4])),
        new Kind<>("hysteresis", () -> new Hysteresis(0.6, 0.4, 3), StateTest::feed),
        new Kind<>("filter", () -> new HiddenMarkovFilter(model), StateTest::feed),
        new Kind<RegimeDetector>("rules", RegimeDetectorTest::rules, StateTest::feed),
        new Kind<RegimeDetector>("markov", RegimeDetectorTest::markov, StateTest::feed));
  }

  /** Tests run side by side, and some measure what is allocated. */
  private static final ThreadLocal<double[]> SCORES = ThreadLocal.withInitial(() -> new double[2]);

  private static void feed(Hysteresis hysteresis, double[] bar) {
    double[] scores = SCORES.get();
    scores[0] = Math.clamp(0.5 + 80 * (bar[3] / bar[0] - 1), 0.0, 1.0);
    scores[1] = 1 - scores[0];
    hysteresis.update(scores);
  }

  private static void feed(HiddenMarkovFilter filter, double[] bar) {
    double[] scores = SCORES.get();
    scores[0] = StrictMath.log(Math.abs(bar[3] / bar[0] - 1));
    scores[1] = bar[1] / bar[2];
    filter.update(scores);
  }

  private static void feed(RegimeDetector detector, double[] bar) {
    detector.update(bar[0], bar[1], bar[2], bar[3], bar[4]);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Resettable> void goesOnFromASnapshotAsIfNothingHadHappened(Kind<T> kind) {
    for (int cut : new SplittableRandom(7).ints(40, 0, BARS).toArray()) {
      T original = kind.fed(1, cut);
      T restored = kind.fed(2, 157);
      StateReader reader = new StateReader(state(original));
      restored.load(reader);
      assertThat(reader.isAtEnd()).as("all of the state is read").isTrue();
      assertThat(state(restored)).as("cut at %d", cut).isEqualTo(state(original));
      kind.feed(original, 3, 150);
      kind.feed(restored, 3, 150);
      assertThat(state(restored)).as("cut at %d", cut).isEqualTo(state(original));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Resettable> void resetMakesItNew(Kind<T> kind) {
    T used = kind.fed(1, 211);
    assertThat(state(used)).isNotEqualTo(state(kind.make().get()));
    used.reset();
    assertThat(state(used)).isEqualTo(state(kind.make().get()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Resettable> void refusesForeignAndTruncatedState(Kind<T> kind) {
    byte[] state = state(kind.make().get());
    byte[] foreign = state.clone();
    foreign[Integer.BYTES] ^= 1;
    for (byte[] wrong : new byte[][] {foreign, Arrays.copyOf(state, state.length - 1)}) {
      assertThatThrownBy(() -> kind.make().get().load(new StateReader(wrong)))
          .isInstanceOf(StateException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Resettable> void allocatesNothing(Kind<T> kind) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    T fed = kind.fed(1, 20_000);
    long before = threads.getCurrentThreadAllocatedBytes();
    kind.feed(fed, 2, 10_000);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }

  private static byte[] state(Stateful stateful) {
    StateWriter out = new StateWriter();
    stateful.save(out);
    return out.toByteArray();
  }
}

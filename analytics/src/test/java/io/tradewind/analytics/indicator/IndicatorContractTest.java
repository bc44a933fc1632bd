package io.tradewind.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.tradewind.analytics.catalog.Indicators;
import io.tradewind.analytics.catalog.Specification;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.indicator.volatility.Atr;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every indicator promises, tried on every one that is found in the package. */
class IndicatorContractTest {
  private static final String SPECIMENS = "io.tradewind.analytics.indicator.Specimen#all";
  private static final long SEED = 7L;
  private static final int BARS = 400;

  /** Below 1, where every function has a value. */
  private final Candles candles = Candles.random(SEED, BARS).scaled(1.0 / 256, 1);

  @Test
  void everyIndicatorIsInTheCatalogue() throws Exception {
    List<String> found = new ArrayList<>();
    for (Class<?> type : packageClasses()) {
      if (Indicator.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
        found.add(type.getName());
      }
    }
    List<String> known =
        Indicators.all().stream()
            .map(definition -> definition.make().getClass().getName())
            .distinct()
            .toList();
    assertThat(found).contains(Ema.class.getName()).containsExactlyInAnyOrderElementsOf(known);
  }

  private static List<Class<?>> packageClasses()
      throws IOException, URISyntaxException, ClassNotFoundException {
    Path root = Path.of(Ema.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted().toList()) {
        String name = root.relativize(file).toString();
        if (name.endsWith(".class") && !name.endsWith("-info.class")) {
          String type =
              name.substring(0, name.length() - 6)
                  .replace(file.getFileSystem().getSeparator(), ".");
          classes.add(Class.forName(type, false, Ema.class.getClassLoader()));
        }
      }
    }
    return classes;
  }

  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void warmsUpExactly(Specification specimen) {
    Indicator indicator = specimen.make();
    assertNotReady(indicator);
    for (int bar = 0; bar < BARS; bar++) {
      candles.feed(indicator, bar);
      if (bar + 1 < indicator.warmup()) {
        assertNotReady(indicator);
      } else {
        assertThat(indicator.isReady()).as("ready after %d bars", bar + 1).isTrue();
        assertThat(promised(indicator)).as("after %d bars", bar + 1).allMatch(Double::isFinite);
      }
    }
  }

  private static void assertNotReady(Indicator indicator) {
    assertThat(indicator.isReady()).isFalse();
    assertThat(outputs(indicator)).allMatch(value -> value.isNaN());
  }

  /** Outputs that must be numbers once it is ready. */
  private static List<Double> promised(Indicator indicator) {
    List<Double> values = new ArrayList<>();
    for (int output = 0; output < indicator.outputs(); output++) {
      if (!indicator.definition().outputs().get(output).mayBeUndefined()) {
        values.add(indicator.value(output));
      }
    }
    return values;
  }

  private static List<Double> outputs(Indicator indicator) {
    List<Double> values = new ArrayList<>();
    for (int output = 0; output < indicator.outputs(); output++) {
      values.add(indicator.value(output));
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void streamsWhatItBatches(Specification specimen) {
    Indicator streaming = specimen.make();
    for (int bar = 0; bar < BARS; bar++) {
      double returned = candles.feed(streaming, bar);
      assertThat(Double.doubleToLongBits(returned))
          .as("main output after %d bars", bar + 1)
          .isEqualTo(Double.doubleToLongBits(streaming.value()));
    }
    streaming.reset();
    Indicator batching = specimen.make();
    assertThat(bits(candles.batch(batching))).isEqualTo(bits(candles.run(streaming)));
    assertThat(state(batching)).isEqualTo(state(streaming));
  }

  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void batchesFromWhereverItStands(Specification specimen) {
    Candles future = Candles.random(SEED + 4, BARS);
    for (int cut : cuts()) {
      Indicator streaming = specimen.make();
      Indicator batching = specimen.make();
      candles.first(cut).run(streaming);
      candles.first(cut).batch(batching);
      assertThat(bits(future.batch(batching)))
          .as("after a cut at %d, seed %d", cut, SEED)
          .isEqualTo(bits(future.run(streaming)));
      assertThat(state(batching)).isEqualTo(state(streaming));
    }
  }

  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void doesNotLookAhead(Specification specimen) {
    double[][] whole = candles.batch(specimen.make());
    for (int cut : cuts()) {
      double[][] truncated = candles.first(cut).batch(specimen.make());
      for (int output = 0; output < whole.length; output++) {
        assertThat(bits(truncated[output]))
            .as("output %d, cut at %d", output, cut)
            .isEqualTo(bits(Arrays.copyOf(whole[output], cut)));
      }
    }
  }

  @Test
  void refusesArraysOfUnequalLength() {
    double[] two = new double[2];
    assertThatThrownBy(() -> new Atr(2).batch(two, two, new double[1], two, two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("arrays must be of one length, were [2, 2, 1, 2, 2]");
  }

  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void resetMakesItNew(Specification specimen) {
    for (int cut : cuts()) {
      Indicator used = specimen.make();
      Candles.random(SEED + 1, cut).batch(used);
      used.reset();
      assertNotReady(used);
      assertThat(state(used)).as("reset after %d", cut).isEqualTo(state(specimen.make()));
      assertThat(bits(candles.run(used))).isEqualTo(bits(candles.run(specimen.make())));
    }
  }

  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void goesOnFromASnapshotAsIfNothingHadHappened(Specification specimen) {
    for (int cut : cuts()) {
      Indicator original = specimen.make();
      candles.first(cut).batch(original);
      Indicator restored = specimen.make();
      Candles.random(SEED + 2, 57).batch(restored);
      StateReader reader = new StateReader(state(original));
      restored.load(reader);
      assertThat(reader.isAtEnd()).as("all of the state is read").isTrue();
      assertThat(state(restored)).isEqualTo(state(original));
      Candles future = Candles.random(SEED + 3, 100);
      assertThat(outputs(restored)).isEqualTo(outputs(original));
      assertThat(bits(future.run(restored)))
          .as("future after a cut at %d, seed %d", cut, SEED)
          .isEqualTo(bits(future.run(original)));
      assertThat(state(restored)).isEqualTo(state(original));
    }
  }

  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void refusesForeignAndTruncatedState(Specification specimen) {
    byte[] state = state(specimen.make());
    byte[] otherKind = state.clone();
    otherKind[Integer.BYTES] ^= 1;
    byte[] otherVersion = state.clone();
    otherVersion[Integer.BYTES + state[0]] ^= 2;
    byte[] truncated = Arrays.copyOf(state, state.length - 1);
    for (byte[] wrong : List.of(otherKind, otherVersion, truncated)) {
      assertThatThrownBy(() -> specimen.make().load(new StateReader(wrong)))
          .isInstanceOf(StateException.class);
    }
  }

  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void refusesTheStateOfAnotherLength(Specification specimen) {
    int warmup = specimen.make().warmup();
    for (Specification other : Specimen.all()) {
      if (other.definition().equals(specimen.definition()) && other.make().warmup() != warmup) {
        byte[] state = state(other.make());
        assertThatThrownBy(() -> specimen.make().load(new StateReader(state)))
            .isInstanceOf(StateException.class);
      }
    }
  }

  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void allocatesNothing(Specification specimen) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Indicator indicator = specimen.make();
    feedRepeatedly(indicator, 5);
    long before = threads.getCurrentThreadAllocatedBytes();
    long updates = feedRepeatedly(indicator, 50);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated).as("bytes in %d updates of %s", updates, specimen).isLessThan(updates);
  }

  private long feedRepeatedly(Indicator indicator, int times) {
    for (int round = 0; round < times; round++) {
      for (int bar = 0; bar < BARS; bar++) {
        candles.feed(indicator, bar);
      }
    }
    return (long) times * BARS;
  }

  private static int[] cuts() {
    return new SplittableRandom(SEED).ints(12, 0, BARS).toArray();
  }

  private static byte[] state(Indicator indicator) {
    StateWriter out = new StateWriter();
    indicator.save(out);
    return out.toByteArray();
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
  }

  private static long[][] bits(double[][] outputs) {
    return Arrays.stream(outputs).map(IndicatorContractTest::bits).toArray(long[][]::new);
  }
}

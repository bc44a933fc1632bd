package io.tradewind.analytics.cointegration;

import static io.tradewind.analytics.data.GoldenFile.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.data.GoldenFile;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Window by window as numpy has it, and without a trace of what has left. */
class RollingHedgeTest {
  private static final GoldenFile PAIRS = GoldenFile.read("cointegration-pairs.csv");

  @Test
  void equalsTheOracle() {
    GoldenFile expected = GoldenFile.read("cointegration-rolling.csv");
    double[] y = PAIRS.column("close-y");
    double[] x = PAIRS.column("close-x");
    RollingHedge hedge = new RollingHedge(60);
    for (int i = 0; i < y.length; i++) {
      hedge.add(y[i], x[i]);
      assertThat(hedge.isFull()).isEqualTo(i >= 59);
      if (i < 59) {
        assertThat(hedge.ratio()).isNaN();
        assertThat(hedge.zScore()).isNaN();
        continue;
      }
      String[] row = expected.rows().get(i - 59);
      assertClose("ratio", hedge.ratio(), GoldenFile.number(row[0]), 1e-9, 1);
      assertClose("intercept", hedge.intercept(), GoldenFile.number(row[1]), 1e-9, 1);
      assertClose("deviation", hedge.deviation(), GoldenFile.number(row[2]), 1e-9, 0);
      assertClose("z-score", hedge.zScore(), GoldenFile.number(row[3]), 1e-9, 1);
    }
  }

  /** The line of the streaming form is that of the test over the same values. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithTheTest(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] y = EngleGrangerTest.walk(random, 500);
    double[] x = EngleGrangerTest.walk(random, 500);
    RollingHedge hedge = new RollingHedge(100);
    for (int i = 0; i < y.length; i++) {
      hedge.add(y[i], x[i]);
      if (hedge.isFull()) {
        EngleGranger test = hedge.test();
        EngleGranger expected =
            EngleGranger.of(
                Arrays.copyOfRange(y, i - 99, i + 1), Arrays.copyOfRange(x, i - 99, i + 1));
        assertThat(test).isEqualTo(expected);
        assertClose("ratio", hedge.ratio(), test.ratio(), 1e-9, 1);
        assertClose("z-score", hedge.zScore(), test.zScore(), 1e-9, 1);
      }
    }
  }

  @Test
  void whatHasLeftLeavesNoTrace() {
    SplittableRandom random = new SplittableRandom(9);
    RollingHedge old = new RollingHedge(50);
    for (int i = 0; i < 10_000; i++) {
      old.add(1e9 * random.nextDouble(), 1e9 * random.nextDouble());
    }
    old.add(Double.NaN, Double.POSITIVE_INFINITY);
    RollingHedge fresh = new RollingHedge(50);
    for (int i = 0; i < 120; i++) {
      double x = 1 + 0.01 * random.nextDouble();
      double y = 2 * x + 0.001 * random.nextDouble();
      old.add(y, x);
      fresh.add(y, x);
    }
    assertClose("ratio", old.ratio(), fresh.ratio(), 1e-11, 0);
    assertClose("z-score", old.zScore(), fresh.zScore(), 1e-9, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 30, 31, 77})
  void goesOnAfterACut(int cut) {
    SplittableRandom random = new SplittableRandom(cut);
    double[] y = EngleGrangerTest.walk(random, 100);
    double[] x = EngleGrangerTest.walk(random, 100);
    RollingHedge whole = new RollingHedge(30);
    for (int i = 0; i < cut; i++) {
      whole.add(y[i], x[i]);
    }
    StateWriter out = new StateWriter();
    whole.save(out);
    RollingHedge tail = new RollingHedge(30);
    tail.load(new StateReader(out.toByteArray()));
    for (int i = cut; i < 100; i++) {
      whole.add(y[i], x[i]);
      tail.add(y[i], x[i]);
      assertThat((Object) tail.zScore()).isEqualTo(whole.zScore());
      assertThat((Object) tail.intercept()).isEqualTo(whole.intercept());
    }
    assertThat(tail.test()).isEqualTo(whole.test());
    whole.reset();
    assertThat(whole.isFull()).isFalse();
  }

  @Test
  void refusesTooShortAWindow() {
    assertThatThrownBy(() -> new RollingHedge(19)).hasMessage("length must be >= 20, was 19");
    assertThatThrownBy(() -> new RollingHedge(20).test()).hasMessage("the window is not full yet");
  }

  @Test
  void whatDoesNotMoveHasNoRatio() {
    RollingHedge hedge = new RollingHedge(20);
    for (int i = 0; i < 20; i++) {
      hedge.add(i, 5);
    }
    assertThat(hedge.ratio()).isNaN();
    for (int i = 0; i < 20; i++) {
      hedge.add(3 * i, i);
    }
    assertThat(hedge.ratio()).isEqualTo(3);
    assertThat(hedge.zScore()).isNaN();
  }
}

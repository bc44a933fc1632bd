package io.tradewind.analytics.risk;

import static io.tradewind.analytics.data.GoldenFile.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.tradewind.analytics.data.GoldenFile;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Equal to numpy on the series with holes of src/test/golden/risk.py. */
class CorrelationTrackerTest {
  private static final int SERIES = 4;
  private static final int WARMUP = 10;
  private static final double LAMBDA = 0.94;

  @Test
  void equalsTheOracleAfterEachRow() {
    CorrelationTracker tracker = tracker();
    GoldenFile golden = GoldenFile.read("risk-correlations.csv");
    for (String[] row : golden.rows()) {
      double[] cells = Arrays.stream(row).mapToDouble(GoldenFile::number).toArray();
      tracker.update(Arrays.copyOf(cells, SERIES));
      for (int i = SERIES; i < cells.length; i++) {
        String pair = golden.header().get(i);
        double actual = tracker.correlation(pair.charAt(0) - '0', pair.charAt(1) - '0');
        assertClose(pair, actual, cells[i], 1e-12, 1e-3);
      }
    }
  }

  @Test
  void theMatrixIsSymmetric() {
    CorrelationTracker tracker = tracker();
    feed(tracker, 1, 50);
    double[][] matrix = new double[SERIES][SERIES];
    tracker.copyTo(matrix);
    for (int a = 0; a < SERIES; a++) {
      assertThat(matrix[a][a]).isEqualTo(1);
      for (int b = 0; b < SERIES; b++) {
        assertThat(matrix[a][b]).isEqualTo(matrix[b][a]).isEqualTo(tracker.correlation(a, b));
        assertThat(matrix[a][b]).isBetween(-1.0, 1.0);
      }
    }
  }

  @Test
  void twinsAndOppositesAreExact() {
    CorrelationTracker tracker = new CorrelationTracker(3, LAMBDA, 2);
    for (double r : new double[] {0.01, -0.03, 1e-9, 0.2}) {
      tracker.update(new double[] {r, 3 * r, -r});
    }
    assertClose("twins", tracker.correlation(0, 1), 1, 1e-15, 0);
    assertThat(tracker.correlation(0, 2)).isEqualTo(-1);
  }

  @Test
  void whatStandsStillIsUnknown() {
    CorrelationTracker tracker = new CorrelationTracker(2, LAMBDA, 2);
    for (int i = 0; i < 5; i++) {
      tracker.update(new double[] {0.01, 0});
    }
    assertThat(tracker.correlation(1, 0)).isNaN();
  }

  @Test
  void aMissingReturnChangesOnlyItsPairsAndThoseNotAtAll() {
    CorrelationTracker tracker = tracker();
    feed(tracker, 1, 50);
    double before = tracker.correlation(0, 2);
    double other = tracker.correlation(0, 1);
    tracker.update(new double[] {0.3, 0.3, Double.NaN, Double.POSITIVE_INFINITY});
    assertThat(tracker.correlation(0, 2)).isEqualTo(before);
    assertThat(tracker.correlation(0, 1)).isNotEqualTo(other);
  }

  @Test
  void goesOnFromASnapshotAsIfNothingHadHappened() {
    CorrelationTracker original = tracker();
    feed(original, 1, 33);
    CorrelationTracker restored = tracker();
    feed(restored, 2, 57);
    StateReader reader = new StateReader(state(original));
    restored.load(reader);
    assertThat(reader.isAtEnd()).isTrue();
    feed(original, 3, 40);
    feed(restored, 3, 40);
    assertThat(state(restored)).isEqualTo(state(original));
    restored.reset();
    assertThat(state(restored)).isEqualTo(state(tracker()));
    assertThatThrownBy(
            () -> new CorrelationTracker(2, LAMBDA, 2).load(new StateReader(state(original))))
        .isInstanceOf(StateException.class)
        .hasMessage("expected 1 pairs, found 6");
  }

  @Test
  void allocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    CorrelationTracker tracker = tracker();
    double[] returns = {0.01, -0.02, 0.03, Double.NaN};
    double[][] matrix = new double[SERIES][SERIES];
    int updates = 20_000;
    readRepeatedly(tracker, returns, matrix, updates);
    long before = threads.getCurrentThreadAllocatedBytes();
    readRepeatedly(tracker, returns, matrix, updates);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(updates);
  }

  private static void readRepeatedly(
      CorrelationTracker tracker, double[] returns, double[][] matrix, int times) {
    for (int i = 0; i < times; i++) {
      tracker.update(returns);
      tracker.copyTo(matrix);
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> new CorrelationTracker(1, LAMBDA, 2))
        .hasMessage("series must be >= 2, was 1");
    assertThatThrownBy(() -> tracker().update(new double[3]))
        .hasMessage("returns must be of all series, were 3");
    for (int[] pair : List.of(new int[] {4, 0}, new int[] {0, 4})) {
      assertThatThrownBy(() -> tracker().correlation(pair[0], pair[1]))
          .hasMessage("series must exist, was 4");
    }
  }

  private static CorrelationTracker tracker() {
    return new CorrelationTracker(SERIES, LAMBDA, WARMUP);
  }

  private static void feed(CorrelationTracker tracker, long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      tracker.update(random.doubles(SERIES, -0.02, 0.02).toArray());
    }
  }

  private static byte[] state(CorrelationTracker tracker) {
    StateWriter out = new StateWriter();
    tracker.save(out);
    return out.toByteArray();
  }
}

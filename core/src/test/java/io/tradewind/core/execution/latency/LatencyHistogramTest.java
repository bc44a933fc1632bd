package io.tradewind.core.execution.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyHistogramTest {
  private static final double[] PARTS = {0, 0.1, 0.5, 0.9, 0.99, 0.999, 1};

  @Test
  void shortDurationsAreExact() {
    LatencyHistogram histogram = new LatencyHistogram();
    for (int ns = 1; ns <= 100; ns++) {
      histogram.record(ns);
    }
    assertThat(histogram.summary()).isEqualTo(new LatencySummary(100, 50, 90, 99, 100, 100));
    assertThat(histogram.meanNs()).isEqualTo(50.5);
  }

  /** The upper end of a bucket, seen behind a longer duration. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "127, 127",
    "128, 129",
    "129, 129",
    "130, 131",
    "255, 255",
    "256, 259",
    "1000, 1007",
    "1000000, 1007615",
    "4611686018427387904, 4683743612465315839"
  })
  void aDurationIsThatOfItsBucket(long ns, long seen) {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.record(ns);
    assertThat(histogram.quantileNs(0.5)).as("never over the longest").isEqualTo(ns);
    histogram.record(Long.MAX_VALUE);
    assertThat(histogram.quantileNs(0.5)).isEqualTo(seen);
    assertThat(histogram.quantileNs(1)).isEqualTo(Long.MAX_VALUE);
  }

  /** The bound under which it is counted, and the one before it, under which it is not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0           | 0  | well under the first
          999         | 0  | its own bucket ends there
          1000        | 1  | its own bucket ends at 1007, over the bound
          2400        | 1  | under 2.5 microseconds
          2499        | 2  | within 1.6 % under the bound
          40000       | 5  | under 50 microseconds
          980000      | 9  | under a millisecond
          9000000000  | 21 | under 10 seconds
          11000000000 | 22 | over all
          """)
  void aDurationIsInOneOfTheCommonBuckets(long ns, int bucket, String why) {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.record(ns);
    histogram.record(Long.MAX_VALUE / 2);
    LatencyBuckets buckets = histogram.buckets();
    List<Long> expected =
        new ArrayList<>(Collections.nCopies(LatencyBuckets.BOUNDS_NS.size() + 1, 0L));
    expected.set(expected.size() - 1, 1L);
    expected.set(bucket, expected.get(bucket) + 1);
    assertThat(buckets.counts()).as(why).isEqualTo(expected);
    assertThat(buckets.sumNs()).isEqualTo(ns + Long.MAX_VALUE / 2);
  }

  @Test
  void whatIsEmptyOrNegative() {
    LatencyHistogram histogram = new LatencyHistogram();
    assertThat(histogram.summary()).isEqualTo(new LatencySummary(0, 0, 0, 0, 0, 0));
    assertThat(histogram.meanNs()).isNaN();
    assertThatThrownBy(() -> histogram.record(-1)).hasMessage("durationNs must be >= 0, was -1");
  }

  /** Never under the exact quantile, never more than one part in 64 above it. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void quantilesAreNearTheExactOnes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LatencyHistogram histogram = new LatencyHistogram();
    long[] all = new long[20_000];
    for (int i = 0; i < all.length; i++) {
      all[i] = draw(random);
      histogram.record(all[i]);
    }
    Arrays.sort(all);
    for (double part : PARTS) {
      long exact = all[Math.max(0, (int) Math.ceil(part * all.length) - 1)];
      assertThat(histogram.quantileNs(part))
          .as("seed %s part %s", seed, part)
          .isBetween(exact, exact + exact / 64);
    }
    assertThat(histogram.maxNs()).isEqualTo(all[all.length - 1]);
    assertThat(histogram.count()).isEqualTo(all.length);
  }

  /** Of every size from a nanosecond to hours. */
  private static long draw(SplittableRandom random) {
    return random.nextLong() >>> random.nextInt(20, 64);
  }

  @Test
  void twoTogetherAreOneOfAll() {
    SplittableRandom random = new SplittableRandom(9);
    LatencyHistogram first = new LatencyHistogram();
    LatencyHistogram second = new LatencyHistogram();
    LatencyHistogram both = new LatencyHistogram();
    for (int i = 0; i < 1000; i++) {
      long ns = draw(random);
      (i % 3 == 0 ? first : second).record(ns);
      both.record(ns);
    }
    first.add(second);
    assertThat(first.summary()).isEqualTo(both.summary());
    assertThat(bytes(first)).isEqualTo(bytes(both));
  }

  @Test
  void restoredItGoesOnAsBefore() {
    SplittableRandom random = new SplittableRandom(10);
    StepLatencies whole = new StepLatencies();
    StepLatencies copy = new StepLatencies();
    copy.record(LatencyStep.ACK, 0, 5);
    copy.record(LatencyStep.ACK, 5, 0);
    for (int i = 0; i < 1000; i++) {
      if (i == 500) {
        StateReader in = new StateReader(bytes(whole));
        copy.load(in);
        assertThat(in.isAtEnd()).isTrue();
      }
      LatencyStep step = LatencyStep.values()[random.nextInt(LatencyStep.values().length)];
      long from = random.nextLong(1000);
      long to = from + draw(random) - 10;
      whole.record(step, from, to);
      if (i >= 500) {
        copy.record(step, from, to);
      }
    }
    assertThat(bytes(copy)).isEqualTo(bytes(whole));
    assertThat(copy.summary(LatencyStep.JOURNAL)).isEqualTo(whole.summary(LatencyStep.JOURNAL));
    assertThat(whole.summary(LatencyStep.JOURNAL).count()).isPositive();
  }

  @Test
  void stepsAreKeptApartAndClocksThatDifferAreSeen() {
    StepLatencies steps = new StepLatencies();
    steps.record(LatencyStep.JOURNAL, 100, 130);
    steps.record(LatencyStep.ACK, 100, 90);
    StepLatencies other = new StepLatencies();
    other.record(LatencyStep.JOURNAL, -50, 0);
    other.record(LatencyStep.ACK, 1, 0);
    steps.add(other);
    assertThat(steps.summary(LatencyStep.JOURNAL))
        .isEqualTo(new LatencySummary(2, 30, 50, 50, 50, 50));
    assertThat(steps.summary(LatencyStep.ACK).count()).isZero();
    assertThat(steps.backward(LatencyStep.ACK)).isEqualTo(2);
    steps.reset();
    assertThat(bytes(steps)).isEqualTo(bytes(new StepLatencies()));
  }

  private static byte[] bytes(Stateful state) {
    StateWriter out = new StateWriter();
    state.save(out);
    return out.toByteArray();
  }
}

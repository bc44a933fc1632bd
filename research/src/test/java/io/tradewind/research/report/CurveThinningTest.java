package io.tradewind.research.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.research.backtest.EquityCurve;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveThinningTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void keepsEndsPeakAndTrough(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    EquityCurve curve = SampleRuns.daily(random.doubles(1 + random.nextInt(5_000)).toArray());
    List<Integer> points = CurveThinning.points(curve, 100);
    assertThat(points).isSorted().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(102);
    assertThat(points).startsWith(0).endsWith(curve.size() - 1);
    assertThat(points.stream().mapToLong(curve::equityScaled).max())
        .isEqualTo(IntStream.range(0, curve.size()).mapToLong(curve::equityScaled).max());
    assertThat(points.stream().mapToLong(curve::equityScaled).min())
        .isEqualTo(IntStream.range(0, curve.size()).mapToLong(curve::equityScaled).min());
  }

  @Test
  void keepsAShortCurveWhole() {
    assertThat(CurveThinning.points(SampleRuns.daily(5, 4, 4, 6), 4)).containsExactly(0, 1, 2, 3);
    assertThat(CurveThinning.points(SampleRuns.daily(), 4)).isEmpty();
  }
}

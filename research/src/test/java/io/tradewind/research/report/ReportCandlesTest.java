package io.tradewind.research.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCandlesTest {
  private static final long MINUTE_NS = 60_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    "1000, 1000, 1m, 1m",
    "1001, 1000, 1m, 3m",
    "525600, 20000, 1m, 30m",
    "1000, 10, 1m, 2h",
    "50, 10, 7m, 56m"
  })
  void takesTheShortestUsualIntervalThatFits(
      int size, int limit, String interval, String expected) {
    Interval from = Interval.parse(interval);
    CandleColumns candles =
        SampleRuns.candles(new SplittableRandom(1), size, from.durationNs(), 100);
    ReportCandles report = ReportCandles.of(candles, from, limit);
    assertThat(report.interval()).hasToString(expected);
    assertThat(report.candles().size()).isLessThanOrEqualTo(limit);
  }

  @Test
  void losesNoPriceAtTheEdges() {
    CandleColumns in = SampleRuns.candles(new SplittableRandom(2), 5_000, MINUTE_NS, 100);
    CandleColumns out = ReportCandles.of(in, Interval.parse("1m"), 100).candles();
    assertThat(out.open(0)).isEqualTo(in.open(0));
    assertThat(out.close(out.size() - 1)).isEqualTo(in.close(in.size() - 1));
    assertThat(IntStream.range(0, out.size()).mapToLong(out::high).max())
        .isEqualTo(IntStream.range(0, in.size()).mapToLong(in::high).max());
    assertThat(IntStream.range(0, out.size()).mapToLong(out::low).min())
        .isEqualTo(IntStream.range(0, in.size()).mapToLong(in::low).min());
    assertThat(IntStream.range(0, out.size()).mapToLong(out::volume).sum())
        .isEqualTo(IntStream.range(0, in.size()).mapToLong(in::volume).sum());
  }

  /** Of 30, 42, 70 and 105 any three share a factor, and all four share none. */
  @Test
  void unitDividesEveryPrice() {
    CandleColumns candles =
        new CandleColumns(
            5,
            0,
            new long[] {0},
            new long[] {MINUTE_NS},
            new long[] {42_000},
            new long[] {105_000},
            new long[] {30_000},
            new long[] {70_000},
            new long[1]);
    assertThat(new ReportCandles(Interval.parse("1m"), candles).unit()).isEqualTo(1_000);
    assertThat(new ReportCandles(Interval.parse("1m"), CandleColumns.empty(5, 0)).unit())
        .isEqualTo(1);
  }
}

package io.tradewind.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.time.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CandleAggregatorTest {
  private static final long MINUTE = 60_000_000_000L;

  /** 2024-01-01, a Monday. */
  private static final long START = 1_704_067_200_000_000_000L;

  private record Row(long open, long close, long o, long h, long l, long c, long v) {}

  @Test
  void mergesRows() {
    CandleAggregator hour = new CandleAggregator(Interval.parse("1h"));
    assertThat(hour.isFilled()).isFalse();
    hour.add(START + 10 * MINUTE, START + 15 * MINUTE, 100, 110, 95, 105, 7);
    hour.add(START + 20 * MINUTE, START + 25 * MINUTE, 106, 108, 90, 91, 5);
    assertThat(hour.isComplete()).isFalse();
    assertThat(hour.isDue(START + 60 * MINUTE - 1)).isFalse();
    assertThat(hour.isDue(START + 60 * MINUTE)).isTrue();
    assertThat(of(hour)).isEqualTo(new Row(START, START + 60 * MINUTE, 100, 110, 90, 91, 12));
  }

  @Test
  void isCompleteWithTheRowThatReachesItsEnd() {
    CandleAggregator hour = new CandleAggregator(Interval.parse("1h"));
    hour.add(START, START + 30 * MINUTE, 1, 1, 1, 1, 1);
    assertThat(hour.isComplete()).isFalse();
    hour.add(START + 55 * MINUTE, START + 60 * MINUTE, 1, 1, 1, 1, 1);
    assertThat(hour.isComplete()).isTrue();
    hour.clear();
    assertThat(hour.isComplete()).isFalse();
    assertThat(hour.isDue(Long.MAX_VALUE)).isFalse();
  }

  @Test
  void aggregatesTrades() {
    CandleAggregator minute = new CandleAggregator(Interval.parse("1m"));
    minute.addTrade(START + 5, 100, 2);
    minute.addTrade(START + 5, 99, 1);
    minute.addTrade(START + MINUTE - 1, 103, 4);
    assertThat(minute.isComplete()).isFalse();
    assertThat(minute.isDue(START + MINUTE)).isTrue();
    assertThat(of(minute)).isEqualTo(new Row(START, START + MINUTE, 100, 103, 99, 103, 7));
  }

  @Test
  void refusesARowOrTradeFromBefore() {
    CandleAggregator hour = new CandleAggregator(Interval.parse("1h"));
    hour.add(START + 10 * MINUTE, START + 15 * MINUTE, 1, 1, 1, 1, 1);
    assertThatThrownBy(() -> hour.add(START + 5 * MINUTE, START + 10 * MINUTE, 2, 2, 2, 2, 1))
        .hasMessageContaining("rise in time");
    assertThatThrownBy(() -> hour.addTrade(START + 15 * MINUTE - 1, 2, 1))
        .hasMessageContaining("rise in time");
    assertThat(of(hour)).isEqualTo(new Row(START, START + 60 * MINUTE, 1, 1, 1, 1, 1));
  }

  @Test
  void refusesWhatDoesNotFollow() {
    CandleAggregator hour = new CandleAggregator(Interval.parse("1h"));
    assertThatThrownBy(() -> hour.add(START, START + 61 * MINUTE, 1, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    hour.add(START, START + 5 * MINUTE, 1, 1, 1, 1, 1);
    assertThatThrownBy(() -> hour.add(START + 60 * MINUTE, START + 65 * MINUTE, 1, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> hour.addTrade(START - 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> hour.add(START + 5 * MINUTE, START + 6 * MINUTE, 1, 1, 1, 1, Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
  }

  /** 5m straight into every longer interval, and step by step over those between: the same. */
  @Test
  void stepByStepIsTheSameAsAtOnceAndGapsStayGaps() {
    String[] ladder = {"1h", "4h", "1d", "1w"};
    for (long seed = 0; seed < 40; seed++) {
      List<Row> fine = walk(seed);
      List<Row> step = fine;
      for (String interval : ladder) {
        step = aggregate(step, Interval.parse(interval));
        assertThat(step)
            .as("seed %s, %s", seed, interval)
            .isEqualTo(aggregate(fine, Interval.parse(interval)))
            .isEqualTo(reference(fine, Interval.parse(interval)));
      }
    }
  }

  @Test
  void aCandleUnderWayIsRestored() {
    for (long seed = 0; seed < 20; seed++) {
      List<Row> rows = walk(seed).subList(0, 200);
      int cut = new SplittableRandom(seed).nextInt(1, rows.size());
      CandleAggregator whole = new CandleAggregator(Interval.parse("4h"));
      CandleAggregator after = new CandleAggregator(Interval.parse("4h"));
      List<Row> expected = new ArrayList<>();
      List<Row> actual = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        feed(whole, rows.get(i), expected);
        feed(after, rows.get(i), actual);
        if (i == cut) {
          after = copy(after);
        }
      }
      assertThat(actual).as("seed %s cut %s", seed, cut).isEqualTo(expected);
      assertThat(of(after)).isEqualTo(of(whole));
    }
  }

  @Test
  void aStateOfAnotherIntervalIsRefused() {
    StateWriter out = new StateWriter();
    new CandleAggregator(Interval.parse("1h")).save(out);
    CandleAggregator other = new CandleAggregator(Interval.parse("4h"));
    assertThatThrownBy(() -> other.load(new StateReader(out.toByteArray())))
        .isInstanceOf(IllegalStateException.class);
  }

  private static CandleAggregator copy(CandleAggregator from) {
    StateWriter out = new StateWriter();
    from.save(out);
    CandleAggregator copy = new CandleAggregator(from.interval());
    copy.load(new StateReader(out.toByteArray()));
    return copy;
  }

  private static List<Row> aggregate(List<Row> rows, Interval interval) {
    CandleAggregator aggregator = new CandleAggregator(interval);
    List<Row> out = new ArrayList<>();
    for (Row row : rows) {
      feed(aggregator, row, out);
    }
    if (aggregator.isFilled()) {
      out.add(of(aggregator));
    }
    return out;
  }

  private static void feed(CandleAggregator aggregator, Row row, List<Row> out) {
    if (aggregator.isDue(row.open())) {
      out.add(of(aggregator));
      aggregator.clear();
    }
    aggregator.add(row.open(), row.close(), row.o(), row.h(), row.l(), row.c(), row.v());
    if (aggregator.isComplete()) {
      out.add(of(aggregator));
      aggregator.clear();
    }
  }

  private static List<Row> reference(List<Row> rows, Interval interval) {
    List<Row> out = new ArrayList<>();
    for (Row row : rows) {
      long start = interval.floor(row.open());
      Row last = out.isEmpty() ? null : out.getLast();
      if (last == null || last.open() != start) {
        out.add(
            new Row(
                start, start + interval.durationNs(), row.o(), row.h(), row.l(), row.c(), row.v()));
      } else {
        out.set(
            out.size() - 1,
            new Row(
                start,
                last.close(),
                last.o(),
                Math.max(last.h(), row.h()),
                Math.min(last.l(), row.l()),
                row.c(),
                last.v() + row.v()));
      }
    }
    return out;
  }

  private static List<Row> walk(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Row> rows = new ArrayList<>();
    long time = START + random.nextInt(2_000) * 5L * MINUTE;
    for (int i = 0; i < 6_000; i++) {
      if (random.nextInt(100) == 0) {
        time += random.nextInt(1_000) * 5L * MINUTE;
      }
      long o = random.nextLong(100, 200);
      long c = random.nextLong(100, 200);
      long high = Math.max(o, c) + random.nextLong(10);
      long low = Math.min(o, c) - random.nextLong(10);
      rows.add(new Row(time, time + 5 * MINUTE, o, high, low, c, random.nextLong(100)));
      time += 5 * MINUTE;
    }
    return rows;
  }

  private static Row of(CandleAggregator a) {
    return new Row(
        a.openTimeNs(), a.closeTimeNs(), a.open(), a.high(), a.low(), a.close(), a.volume());
  }
}

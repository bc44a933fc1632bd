package io.tradewind.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.time.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandleAggregatorTest {
  private static final long MINUTE = 60_000_000_000L;

  @Test
  void shorterCandlesMakeALongerOne() {
    CandleAggregator hour = new CandleAggregator(Interval.parse("15m"));
    hour.add(0, 5 * MINUTE, 10, 12, 9, 11, 100);
    hour.add(5 * MINUTE, 10 * MINUTE, 11, 15, 11, 14, 50);
    assertThat(hour.isComplete()).isFalse();
    hour.add(10 * MINUTE, 15 * MINUTE, 14, 14, 7, 8, 25);
    assertThat(hour.isComplete()).isTrue();
    assertThat(tell(hour)).isEqualTo("0-15 10 15 7 8 175");
  }

  @Test
  void intervalsGoInStep() {
    List<String> closed = new ArrayList<>();
    List<CandleAggregator> all =
        List.of(
            new CandleAggregator(Interval.parse("15m")),
            new CandleAggregator(Interval.parse("1h")),
            new CandleAggregator(Interval.parse("1d")));
    for (long i = 0; i < 288; i++) {
      for (CandleAggregator aggregator : all) {
        aggregator.add(i * 5 * MINUTE, (i + 1) * 5 * MINUTE, i + 1, i + 2, i + 1, i + 2, 1);
        if (aggregator.isComplete()) {
          closed.add(aggregator.interval().toString());
          assertThat(aggregator.volume())
              .isEqualTo(aggregator.interval().durationNs() / MINUTE / 5);
          aggregator.clear();
        }
      }
    }
    assertThat(closed).filteredOn("15m"::equals).hasSize(96);
    assertThat(closed).filteredOn("1h"::equals).hasSize(24);
    assertThat(closed).filteredOn("1d"::equals).hasSize(1);
    assertThat(closed.getLast()).isEqualTo("1d");
  }

  @Test
  void aMissingEndIsClosedByTheClockAndAGapGivesNothing() {
    CandleAggregator aggregator = new CandleAggregator(Interval.parse("15m"));
    aggregator.add(0, 5 * MINUTE, 10, 12, 9, 11, 100);
    assertThat(aggregator.isDue(14 * MINUTE)).isFalse();
    assertThat(aggregator.isDue(15 * MINUTE)).isTrue();
    assertThatThrownBy(() -> aggregator.add(60 * MINUTE, 65 * MINUTE, 1, 1, 1, 1, 1))
        .hasMessageContaining("must be closed before the next begins");
    aggregator.clear();
    aggregator.add(60 * MINUTE, 65 * MINUTE, 20, 20, 20, 20, 1);
    assertThat(aggregator.openTimeNs()).isEqualTo(60 * MINUTE);
  }

  @Test
  void tradesMakeACandle() {
    CandleAggregator aggregator = new CandleAggregator(Interval.parse("5m"));
    aggregator.addTrade(1, 10, 5);
    aggregator.addTrade(1, 13, 1);
    aggregator.addTrade(4 * MINUTE, 9, 2);
    assertThat(aggregator.isDue(5 * MINUTE)).isTrue();
    assertThat(tell(aggregator)).isEqualTo("0-5 10 13 9 9 8");
  }

  @Test
  void refusesRowsOutOfPlace() {
    CandleAggregator aggregator = new CandleAggregator(Interval.parse("15m"));
    assertThatThrownBy(() -> aggregator.add(10 * MINUTE, 20 * MINUTE, 1, 1, 1, 1, 1))
        .hasMessageContaining("must not cross");
  }

  @Test
  void goesOnAfterACut() {
    CandleAggregator one = new CandleAggregator(Interval.parse("15m"));
    one.add(0, 5 * MINUTE, 10, 12, 9, 11, 100);
    StateWriter out = new StateWriter();
    one.save(out);
    CandleAggregator two = new CandleAggregator(Interval.parse("15m"));
    two.load(new StateReader(out.toByteArray()));
    two.add(5 * MINUTE, 15 * MINUTE, 11, 20, 11, 12, 1);
    assertThat(two.isComplete()).isTrue();
    assertThat(tell(two)).isEqualTo("0-15 10 20 9 12 101");
  }

  private static String tell(CandleAggregator c) {
    return c.openTimeNs() / MINUTE
        + "-"
        + c.closeTimeNs() / MINUTE
        + " "
        + c.open()
        + " "
        + c.high()
        + " "
        + c.low()
        + " "
        + c.close()
        + " "
        + c.volume();
  }
}

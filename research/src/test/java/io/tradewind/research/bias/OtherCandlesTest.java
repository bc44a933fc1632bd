package io.tradewind.research.bias;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Utc;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.RandomCandles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worlds that never were are candles, and differ from the one that was where they should. */
class OtherCandlesTest {
  private static final CandleColumns FEED = RandomCandles.walk(11, 500, BiasRuns.HOUR);

  private static List<Long> row(CandleColumns feed, int row) {
    return List.of(
        feed.openTimeNs(row),
        feed.closeTimeNs(row),
        feed.open(row),
        feed.high(row),
        feed.low(row),
        feed.close(row),
        feed.volume(row));
  }

  @Test
  void anotherFutureLeavesThePastAndTurnsWhatFollows() {
    CandleColumns other = OtherCandles.mirroredFrom(FEED, FEED.openTimeNs(200));
    for (int i = 0; i < 200; i++) {
      assertThat(row(other, i)).isEqualTo(row(FEED, i));
    }
    int turned = 0;
    for (int i = 200; i < 500; i++) {
      assertThat(other.openTimeNs(i)).isEqualTo(FEED.openTimeNs(i));
      assertThat(other.volume(i)).isGreaterThan(FEED.volume(i));
      turned +=
          Long.signum(FEED.close(i) - FEED.open(i)) == -Long.signum(other.close(i) - other.open(i))
              ? 1
              : 0;
    }
    assertThat(turned).isGreaterThan(250);
  }

  @Test
  void backwardsGoesTheWayBack() {
    CandleColumns other = OtherCandles.backwards(FEED);
    for (int i = 0; i < 500; i++) {
      assertThat(other.openTimeNs(i)).isEqualTo(FEED.openTimeNs(i));
      assertThat(other.open(i)).isEqualTo(FEED.close(499 - i));
      assertThat(other.high(i)).isEqualTo(FEED.high(499 - i));
    }
  }

  /** Candles of one price have no room for another, unless it is made. */
  @Test
  void otherLastDigitsAreNextToTheSame() {
    CandleColumns flat = CandleTable.parse("5 5 5 5,".repeat(99) + "1 1 1 1", BiasRuns.HOUR);
    for (CandleColumns feed : List.of(FEED, flat)) {
      CandleColumns other = OtherCandles.withLastDigitsMoved(feed);
      int moved = 0;
      for (int i = 0; i < feed.size(); i++) {
        List<Long> near = row(other, i);
        List<Long> whole = row(feed, i);
        for (int column = 0; column < near.size(); column++) {
          assertThat(Math.abs(near.get(column) - whole.get(column))).isLessThanOrEqualTo(1);
        }
        assertThat(other.high(i)).isGreaterThanOrEqualTo(Math.max(other.open(i), other.close(i)));
        assertThat(other.low(i)).isLessThanOrEqualTo(Math.min(other.open(i), other.close(i)));
        assertThat(other.openTimeNs(i)).isEqualTo(feed.openTimeNs(i));
        moved += other.close(i) == feed.close(i) ? 0 : 1;
      }
      assertThat(moved).isBetween(feed.size() / 2, feed.size() * 4 / 5);
    }
  }

  @Test
  void doubledCandlesAreTheSameInOtherMeasures() {
    CandleColumns dear = OtherCandles.withPricesDoubled(FEED);
    CandleColumns busy = OtherCandles.withVolumesDoubled(FEED);
    for (int i = 0; i < 500; i++) {
      assertThat(row(dear, i))
          .containsExactly(
              FEED.openTimeNs(i),
              FEED.closeTimeNs(i),
              2 * FEED.open(i),
              2 * FEED.high(i),
              2 * FEED.low(i),
              2 * FEED.close(i),
              FEED.volume(i));
      List<Long> expected = new ArrayList<>(row(FEED, i));
      expected.set(6, 2 * FEED.volume(i));
      assertThat(row(busy, i)).isEqualTo(expected);
    }
  }

  @Test
  void theCalendarIsTheSame28YearsBefore() {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2008, 1, 1); day.getYear() < 2100; day = day.plusDays(1)) {
      days.add(day);
    }
    assertThat(days)
        .allSatisfy(day -> {
          LocalDate before = day.minusDays(Market.SHIFT_NS / Utc.DAY_NS);
          assertThat(before.getYear()).isEqualTo(day.getYear() - 28);
          assertThat(before.getDayOfYear()).isEqualTo(day.getDayOfYear());
          assertThat(before.getDayOfWeek()).isEqualTo(day.getDayOfWeek());
        });
  }
}

package io.tradewind.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandleColumnsTest {
  /** Open time, close time, open, high, low, close, volume: a gap before the third row. */
  private static final long[][] ROWS = {
    {0, 10, 5, 9, 4, 6, 100},
    {10, 20, 6, 6, 6, 6, 0},
    {25, 26, 7, 8, 1, 2, 300},
    {26, 40, 2, 3, 1, 3, 400}
  };

  @Test
  void everyColumnStandsInItsPlace() {
    CandleColumns candles = of(ROWS);
    assertThat(candles.size()).isEqualTo(4);
    assertThat(candles.priceScale()).isEqualTo(2);
    assertThat(candles.volumeScale()).isEqualTo(3);
    for (int row = 0; row < ROWS.length; row++) {
      assertThat(row(candles, row)).as("row %s", row).containsExactly(ROWS[row]);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20 | 30 | 5 | 6 | 0 | 5 |  1 | a price must be > 0, was 0",
        "20 | 30 | 5 | 6 | 4 | 5 | -1 | a volume must be >= 0, was -1",
        "20 | 30 | 3 | 6 | 4 | 5 |  1 | a candle must hold low <= open, close <= high, row 1",
        "20 | 30 | 7 | 6 | 4 | 5 |  1 | a candle must hold low <= open, close <= high, row 1",
        "20 | 30 | 5 | 6 | 4 | 3 |  1 | a candle must hold low <= open, close <= high, row 1",
        "20 | 30 | 5 | 6 | 4 | 7 |  1 | a candle must hold low <= open, close <= high, row 1",
        "20 | 20 | 5 | 6 | 4 | 5 |  1 | candles must rise in time and not overlap, row 1",
        "19 | 30 | 5 | 6 | 4 | 5 |  1 | candles must rise in time and not overlap, row 1",
        " 0 | 10 | 5 | 6 | 4 | 5 |  1 | candles must rise in time and not overlap, row 1"
      })
  void refuses(long from, long to, long o, long h, long l, long c, long v, String why) {
    assertThatThrownBy(() -> of(new long[][] {{10, 20, 5, 6, 4, 5, 1}, {from, to, o, h, l, c, v}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void columnsAreOfOneLength(int shorter) {
    for (int other : new int[] {1, 3}) {
      long[][] columns = columns(new long[][] {ROWS[0], ROWS[1]});
      columns[shorter] = java.util.Arrays.copyOf(columns[shorter], other);
      assertThatThrownBy(() -> of(columns, 2))
          .as("column %s with %s rows", shorter, other)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("columns must be of one length")
          .hasMessageContaining(NAMES.get(shorter) + " has " + other);
    }
  }

  private static final List<String> NAMES =
      List.of("openTimeNs", "closeTimeNs", "open", "high", "low", "close", "volume");

  /** Beyond, no longer candle could be made of them: its end might not fit. */
  @ParameterizedTest
  @CsvSource({
    "1700-01-01T00:00:00Z, 2200-01-01T00:00:00Z, true",
    "1699-12-31T23:59:59.999999999Z, 2000-01-01T00:00:00Z, false",
    "2000-01-01T00:00:00Z, 2200-01-01T00:00:00.000000001Z, false",
    "1677-09-21T00:12:43.145224192Z, 2262-04-11T23:47:16.854775807Z, false"
  })
  void candlesLieWhereTimesCanBeReckoned(Instant from, Instant to, boolean fits) {
    long[][] rows = {{Utc.fromInstant(from), Utc.fromInstant(to), 5, 6, 4, 5, 1}};
    if (fits) {
      assertThat(of(rows).closeTimeNs(0)).isEqualTo(rows[0][1]);
      long longest = Interval.parse("1000w").floor(rows[0][1]) + 1000 * 7 * Utc.DAY_NS;
      assertThat(longest).isGreaterThan(rows[0][1]);
      assertThat(Interval.parse("1000w").floor(rows[0][0])).isLessThan(rows[0][0]);
    } else {
      assertThatThrownBy(() -> of(rows))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("candles must lie within the years 1700 to 2199, row 0");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-9223372036854775808, 0",
    "0, 0",
    "1, 1",
    "10, 1",
    "11, 2",
    "20, 2",
    "25, 2",
    "26, 3",
    "27, 4",
    "9223372036854775807, 4"
  })
  void findsTheFirstRowFrom(long timeNs, int row) {
    assertThat(of(ROWS).firstRowFrom(timeNs)).isEqualTo(row);
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "0, 0", "4, 4", "1, 3", "3, 4"})
  void slicesHoldTheRowsBetween(int from, int to) {
    CandleColumns slice = of(ROWS).slice(from, to);
    assertThat(slice.size()).isEqualTo(to - from);
    assertThat(slice.priceScale()).isEqualTo(2);
    assertThat(slice.volumeScale()).isEqualTo(3);
    for (int row = from; row < to; row++) {
      assertThat(row(slice, row - from)).as("row %s", row).containsExactly(ROWS[row]);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "3, 2", "0, 5"})
  void noSliceBeyondTheRows(int from, int to) {
    assertThatThrownBy(() -> of(ROWS).slice(from, to))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no rows %s to %s", from, to);
  }

  @Test
  void noCandles() {
    CandleColumns none = CandleColumns.empty(2, 3);
    assertThat(none.size()).isZero();
    assertThat(none.firstRowFrom(0)).isZero();
    assertThat(none.slice(0, 0).size()).isZero();
  }

  @Test
  void columnsAreCopied() {
    long[][] columns = columns(ROWS);
    CandleColumns candles = of(columns, 2);
    columns[5][0] = 99;
    assertThat(candles.close(0)).isEqualTo(6);
  }

  private static long[] row(CandleColumns c, int row) {
    return new long[] {
      c.openTimeNs(row),
      c.closeTimeNs(row),
      c.open(row),
      c.high(row),
      c.low(row),
      c.close(row),
      c.volume(row)
    };
  }

  private static CandleColumns of(long[][] rows) {
    return of(columns(rows), 2);
  }

  private static CandleColumns of(long[][] c, int priceScale) {
    return new CandleColumns(priceScale, 3, c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
  }

  private static long[][] columns(long[][] rows) {
    long[][] columns = new long[7][rows.length];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < 7; column++) {
        columns[column][row] = rows[row][column];
      }
    }
    return columns;
  }
}

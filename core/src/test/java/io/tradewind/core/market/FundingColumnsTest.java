package io.tradewind.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Utc;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FundingColumnsTest {
  private static final long[] TIMES = {-5, 10, 20, 35};

  private static long rate(String text) {
    return FixedPoint.parse(text, FundingColumns.RATE_SCALE, RoundingMode.UNNECESSARY);
  }

  @Test
  void everyColumnStandsInItsPlace() {
    FundingColumns fundings =
        new FundingColumns(
            TIMES.clone(), new long[] {rate("0.0001"), rate("-1"), 0, rate("0.0000182221218054")});
    assertThat(fundings.size()).isEqualTo(4);
    assertThat(fundings.timeNs(0)).isEqualTo(-5);
    assertThat(fundings.timeNs(3)).isEqualTo(35);
    assertThat(fundings.rate(0)).isEqualTo(100_000_000_000_000L);
    assertThat(fundings.rate(1)).isEqualTo(-FundingColumns.MAX_RATE);
    assertThat(FixedPoint.format(fundings.rate(3), FundingColumns.RATE_SCALE))
        .isEqualTo("0.0000182221218054");
    assertThat(FundingColumns.empty().size()).isZero();
    assertThat(FundingColumns.empty().firstRowFrom(0)).isZero();
  }

  /** What a long of 1,000.00 pays, in hundredths. */
  @ParameterizedTest
  @CsvSource({"0.0001, 10", "-0.0001, -10", "1, 100000", "0.00000001, 1", "0, 0"})
  void aRateTimesANotionalIsAnAmount(String rate, long amount) {
    long paid =
        FixedPoint.mulDiv(100_000, rate(rate), FundingColumns.MAX_RATE, RoundingMode.CEILING);
    assertThat(paid).isEqualTo(amount);
  }

  @ParameterizedTest
  @CsvSource({"-6, 0", "-5, 0", "-4, 1", "10, 1", "11, 2", "20, 2", "35, 3", "36, 4"})
  void theFirstRowFromATime(long fromNs, int row) {
    assertThat(new FundingColumns(TIMES.clone(), new long[4]).firstRowFrom(fromNs)).isEqualTo(row);
  }

  @Test
  void refuses() {
    long most = FundingColumns.MAX_RATE;
    refuses(new long[] {1, 2}, new long[1], "columns must be of one length: timeNs has 2 rows");
    refuses(new long[] {1}, new long[2], "columns must be of one length: timeNs has 1 rows");
    refuses(new long[] {2, 2}, new long[2], "fundings must rise in time, row 1");
    refuses(new long[] {2, 1}, new long[2], "fundings must rise in time, row 1");
    refuses(
        new long[] {Utc.FIRST_NS - 1},
        new long[1],
        "must lie within the years 1700 to 2199, row 0");
    refuses(
        new long[] {1, Utc.LAST_NS + 1},
        new long[2],
        "must lie within the years 1700 to 2199, row 1");
    refuses(new long[] {1}, new long[] {most + 1}, "within -1 and 1, was 1.000000000000000001");
    refuses(new long[] {1}, new long[] {-most - 1}, "within -1 and 1, was -1.000000000000000001");
    refuses(new long[] {1}, new long[] {Long.MIN_VALUE}, "within -1 and 1, was -9.22");
  }

  private static void refuses(long[] times, long[] rates, String why) {
    assertThatThrownBy(() -> new FundingColumns(times, rates))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}

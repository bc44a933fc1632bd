package io.tradewind.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeColumnsTest {

  @Test
  void everyColumnStandsInItsPlace() {
    TradeColumns trades =
        new TradeColumns(
            2,
            3,
            new long[] {-5, 7, 7},
            new long[] {-4, 8, 9},
            new long[] {10, 11, 12},
            new long[] {1, 2, 3},
            new boolean[] {true, false, true});
    assertThat(trades.size()).isEqualTo(3);
    assertThat(trades.priceScale()).isEqualTo(2);
    assertThat(trades.qtyScale()).isEqualTo(3);
    assertThat(trades.timeNs(0)).isEqualTo(-5);
    assertThat(trades.timeNs(2)).isEqualTo(7);
    assertThat(trades.receiveTimeNs(2)).isEqualTo(9);
    assertThat(trades.price(1)).isEqualTo(11);
    assertThat(trades.qty(2)).isEqualTo(3);
    assertThat(trades.buyerIsAggressor(0)).isTrue();
    assertThat(trades.buyerIsAggressor(1)).isFalse();
  }

  /** Time, price and quantity of the second trade; the first is of 10. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " 9 |  1 |  1 | rows must rise in time, row 1",
        "10 |  0 |  1 | price and qty must be > 0, row 1",
        "10 | -1 |  1 | price and qty must be > 0, row 1",
        "10 |  1 |  0 | price and qty must be > 0, row 1",
        "10 |  1 | -1 | price and qty must be > 0, row 1"
      })
  void refuses(long time, long price, long qty, String why) {
    assertThatThrownBy(() ->
            new TradeColumns(
                0,
                0,
                new long[] {10, time},
                new long[] {1, price},
                new long[] {1, qty},
                new boolean[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }

  @Test
  void receiveTimesRiseToo() {
    long[] ones = ones(2);
    assertThatThrownBy(
            () -> new TradeColumns(0, 0, ones, new long[] {2, 1}, ones, ones, new boolean[2]))
        .hasMessage("rows must rise in time, row 1");
  }

  @Test
  void whereReceivingWasNotRecordedItIsTheVenuesTime() {
    TradeColumns trades = new TradeColumns(0, 0, ones(1), ones(1), ones(1), new boolean[1]);
    assertThat(trades.receiveTimeNs(0)).isEqualTo(1);
  }

  /** Rows of each column. */
  @ParameterizedTest
  @CsvSource({"2, 1, 2, 2", "2, 2, 1, 2", "2, 2, 2, 1", "1, 2, 1, 1", "1, 1, 2, 1", "1, 1, 1, 2"})
  void columnsAreOfOneLength(int times, int prices, int qtys, int sides) {
    assertThatThrownBy(
            () -> new TradeColumns(0, 0, ones(times), ones(prices), ones(qtys), new boolean[sides]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of one length");
  }

  @Test
  void noTrades() {
    assertThat(new TradeColumns(0, 0, new long[0], new long[0], new long[0], new boolean[0]).size())
        .isZero();
  }

  private static TradeColumns at(long... times) {
    int n = times.length;
    return new TradeColumns(1, 2, times, times, ones(n), times.clone(), new boolean[n]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 9 | 3 5 5 8
          5 | 8 | 5 5
          4 | 5 | -
          9 | 2 | -
          """)
  void thoseWithinASpan(long from, long to, String expected) {
    TradeColumns within = at(3, 5, 5, 8).within(from, to);
    String times =
        IntStream.range(0, within.size())
            .mapToObj(row -> String.valueOf(within.timeNs(row)))
            .collect(Collectors.joining(" "));
    assertThat(times.isEmpty() ? "-" : times).isEqualTo(expected);
  }

  /** Quantities are 5 and 25 hundredths. */
  @ParameterizedTest
  @CsvSource({"1, 2, 1, 5, 25", "3, 4, 100, 500, 2500", "1, 1, 1, 1, 2"})
  void otherScales(int priceScale, int qtyScale, long price, long first, long second) {
    TradeColumns other = at(5, 25).rescaled(priceScale, qtyScale);
    assertThat(other.priceScale()).isEqualTo(priceScale);
    assertThat(other.qtyScale()).isEqualTo(qtyScale);
    assertThat(other.price(1)).isEqualTo(price);
    assertThat(other.qty(0)).isEqualTo(first);
    assertThat(other.qty(1)).isEqualTo(second);
  }

  @Test
  void aPriceKeepsItsDigits() {
    assertThatThrownBy(() -> at(5).rescaled(0, 2)).isInstanceOf(ArithmeticException.class);
  }

  private static long[] ones(int size) {
    long[] ones = new long[size];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }
}

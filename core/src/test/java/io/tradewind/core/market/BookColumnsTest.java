package io.tradewind.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookColumnsTest {

  @Test
  void everyColumnStandsInItsPlace() {
    BookColumns book =
        new BookColumns(
            2,
            3,
            new long[] {-5, -5, 7},
            new long[] {-4, -4, 9},
            new long[] {10, 11, 0},
            new long[] {1, 2, 0},
            new byte[] {
              BookColumns.flags(true, true, false),
              BookColumns.flags(false, false, true),
              BookColumns.flags(false, true, true)
            });
    assertThat(book.size()).isEqualTo(3);
    assertThat(book.priceScale()).isEqualTo(2);
    assertThat(book.qtyScale()).isEqualTo(3);
    assertThat(row(book, 0)).isEqualTo("-5 -4 10 1 bid begins");
    assertThat(row(book, 1)).isEqualTo("-5 -4 11 2 ask ends");
    assertThat(row(book, 2)).isEqualTo("7 9 0 0 ask begins ends");
  }

  private static String row(BookColumns book, int row) {
    return book.timeNs(row)
        + " "
        + book.receiveTimeNs(row)
        + " "
        + book.price(row)
        + " "
        + book.qty(row)
        + (book.isBid(row) ? " bid" : " ask")
        + (book.begins(row) ? " begins" : "")
        + (book.ends(row) ? " ends" : "");
  }

  /** The second row: venue's time and ours, price, quantity, marks; the first is of 10. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " 9 | 10 |  1 |  1 | true  | true  | rows must rise in time, row 1",
        "10 |  9 |  1 |  1 | true  | true  | rows must rise in time, row 1",
        "10 | 10 | -1 |  1 | true  | true  | price must be > 0 and qty >= 0, row 1",
        "10 | 10 |  1 | -1 | true  | true  | price must be > 0 and qty >= 0, row 1",
        "10 | 10 |  0 |  1 | true  | true  | price must be > 0 and qty >= 0, row 1",
        "10 | 10 |  0 |  0 | false | true  | price must be > 0 and qty >= 0, row 1",
        "10 | 10 |  0 |  0 | true  | false | price must be > 0 and qty >= 0, row 1",
        "10 | 10 |  1 |  1 | true  | false | 'the last message must end, rows: 2'"
      })
  void refuses(
      long time, long received, long price, long qty, boolean begins, boolean ends, String why) {
    byte last = BookColumns.flags(false, begins, ends);
    assertThatThrownBy(() ->
            new BookColumns(
                0,
                0,
                new long[] {10, time},
                new long[] {10, received},
                new long[] {1, price},
                new long[] {0, qty},
                new byte[] {BookColumns.flags(true, false, true), last}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }

  /** A whole book at 10, of which a level goes at 20. */
  private static BookColumns twoMessages() {
    return new BookColumns(
        1,
        2,
        new long[] {10, 10, 20},
        new long[] {10, 10, 20},
        new long[] {7, 8, 8},
        new long[] {5, 25, 0},
        new byte[] {
          BookColumns.flags(true, true, false),
          BookColumns.flags(false, false, true),
          BookColumns.flags(false, false, true)
        });
  }

  @ParameterizedTest
  @CsvSource({"10, 0", "11, 2", "20, 2", "21, 3"})
  void untilAnInstant(long toNs, int rows) {
    assertThat(twoMessages().until(toNs).size()).isEqualTo(rows);
  }

  @Test
  void otherScales() {
    BookColumns fewer = twoMessages().rescaled(3, 1);
    assertThat(row(fewer, 0)).isEqualTo("10 10 700 1 bid begins");
    assertThat(row(fewer, 1)).isEqualTo("10 10 800 2 ask ends");
    assertThat(row(fewer, 2)).isEqualTo("20 20 800 0 ask ends");
    assertThatThrownBy(() -> twoMessages().rescaled(0, 2)).isInstanceOf(ArithmeticException.class);
  }

  /** The column that is longer than the others. */
  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "4"})
  void columnsAreOfOneLength(int longer) {
    long[][] columns = new long[5][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new long[i == longer ? 2 : 1];
      Arrays.fill(columns[i], 1);
    }
    assertThatThrownBy(() ->
            new BookColumns(
                0, 0, columns[0], columns[1], columns[2], columns[3], new byte[columns[4].length]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of one length");
  }
}

package io.tradewind.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.order.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LevelBookTest {

  /** Rows such as {@code b100:5} (bid), {@code a101:3} (ask), {@code *} begins, {@code .} ends. */
  private static BookColumns rows(String text) {
    String[] words = text.strip().split("\\s+");
    long[] times = new long[words.length];
    long[] prices = new long[words.length];
    long[] qtys = new long[words.length];
    byte[] flags = new byte[words.length];
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      boolean begins = word.startsWith("*");
      boolean ends = word.endsWith(".");
      String level = word.replace("*", "").replace(".", "");
      String[] parts = level.substring(1).split(":");
      times[i] = i;
      prices[i] = Long.parseLong(parts[0]);
      qtys[i] = Long.parseLong(parts[1]);
      flags[i] = BookColumns.flags(level.startsWith("b"), begins, ends);
    }
    return new BookColumns(0, 0, times, times, prices, qtys, flags);
  }

  private static LevelBook after(String text) {
    BookColumns rows = rows(text);
    LevelBook book = new LevelBook();
    for (int i = 0; i < rows.size(); i++) {
      book.apply(rows, i);
    }
    return book;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          b100:5 a101:3.                                | false |   -  |  no beginning
          *b100:5 a101:3.                               | true  | 100.5 | bid 100, ask 101
          *b100:5.                                      | true  |   -  |  one side only
          *b100:5 a101:3. *b90:1 a92:1.                 | true  | 91   |  another whole book
          *b100:5 a101:3. *b0:0.                        | false |   -  |  not known any more
          *b100:5 a101:3. *b0:0. b100:1 a101:1.         | false |   -  |  changes alone do not help
          *b100:5 a101:3. b100:0 b99:6.                 | true  | 100 | a level goes
          *b100:5 a101:3. a101:3 a100:1 b100:0 b99:1.   | true  | 99.5 | a better ask
          """)
  void isKnownFromABeginningOn(String text, boolean known, String mid, String what) {
    LevelBook book = after(text);
    assertThat(book.isKnown()).as(what).isEqualTo(known);
    Double expected = mid.equals("-") ? Double.NaN : Double.parseDouble(mid);
    assertThat(book.midScaled()).as(what).isEqualTo(expected);
  }

  @Test
  void isNotKnownWithinAMessage() {
    BookColumns rows = rows("*b100:5 a101:3. b99:1 a102:1.");
    LevelBook book = new LevelBook();
    List<Boolean> known = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      book.apply(rows, i);
      known.add(book.isKnown());
    }
    assertThat(known).containsExactly(false, true, false, true);
  }

  @Test
  void tellsDepthAndImbalance() {
    LevelBook book = after("*b100:5 b99:7 b98:1 a101:3 a103:9.");
    assertThat(book.depthScaled(Side.BUY, 2)).isEqualTo(12);
    assertThat(book.depthScaled(Side.SELL, 5)).isEqualTo(12);
    assertThat(book.imbalance(1)).isCloseTo(0.25, within(1e-15));
    assertThat(book.imbalance(2)).isZero();
    assertThat(book.qtyAtScaled(Side.SELL, 103)).isEqualTo(9);
    assertThat(book.qtyAtScaled(Side.SELL, 102)).isZero();
    assertThat(book.midScaled()).isEqualTo(100.5);
    assertThat(book.bestScaled(Side.SELL)).isEqualTo(101);
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  /** After every row the same as two sorted maps; cut and restored now and then. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void equalsSortedMaps(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LevelBook book = new LevelBook();
    NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    NavigableMap<Long, Long> asks = new TreeMap<>();
    int width = 4 << random.nextInt(8);
    for (int i = 0; i < 3000; i++) {
      boolean bid = random.nextBoolean();
      long price = random.nextLong(1, width + 1);
      long qty = random.nextInt(3) == 0 ? 0 : random.nextInt(1, 100);
      boolean begins = i == 0 || random.nextInt(500) == 0;
      BookColumns row = one(price, qty, BookColumns.flags(bid, begins, true));
      if (begins) {
        bids.clear();
        asks.clear();
      }
      NavigableMap<Long, Long> side = bid ? bids : asks;
      long before = side.getOrDefault(price, 0L);
      if (qty > 0) {
        side.put(price, qty);
      } else {
        side.remove(price);
      }
      assertThat(book.apply(row, 0)).as("seed %s row %s", seed, i).isEqualTo(before);
      if (random.nextInt(200) == 0) {
        book = copy(book);
      }
      assertThat(levels(book, Side.BUY)).as("seed %s row %s", seed, i).isEqualTo(text(bids));
      assertThat(levels(book, Side.SELL)).as("seed %s row %s", seed, i).isEqualTo(text(asks));
      assertThat(book.qtyAtScaled(Side.BUY, price)).isEqualTo(bids.getOrDefault(price, 0L));
    }
  }

  private static BookColumns one(long price, long qty, byte flags) {
    return new BookColumns(
        0, 0, new long[1], new long[1], new long[] {price}, new long[] {qty}, new byte[] {flags});
  }

  private static LevelBook copy(LevelBook book) {
    StateWriter out = new StateWriter();
    book.save(out);
    LevelBook copy = new LevelBook();
    copy.load(new StateReader(out.toByteArray()));
    return copy;
  }

  private static String levels(LevelBook book, Side side) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < book.levels(side); i++) {
      text.append(book.priceScaled(side, i))
          .append(':')
          .append(book.qtyScaled(side, i))
          .append(' ');
    }
    return text.toString();
  }

  private static String text(Map<Long, Long> side) {
    StringBuilder text = new StringBuilder();
    side.forEach((price, qty) -> text.append(price).append(':').append(qty).append(' '));
    return text.toString();
  }
}

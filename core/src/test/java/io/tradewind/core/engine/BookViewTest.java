package io.tradewind.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.book.LevelBook;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.order.Side;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A book in prices and quantities that strategies reckon with. */
class BookViewTest {
  private static final Instrument TENTHS =
      new Instrument(
          InstrumentId.parse("T/U", "v", Market.SPOT),
          1,
          2,
          8,
          List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)));

  /**
   * The best bid and ask, in tenths, and their quantities, in hundredths; 0 where there is none.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1000 | 500 | 1010 | 300 | 100 | 101 | 100.5 | 100.625 | 0.25
          1000 | 100 | 1001 | 100 | 100 | 100.1 | 100.05 | 100.05 | 0
          1000 | 100 | 1010 | 300 | 100 | 101 | 100.5 | 100.25 | -0.5
          1000 | 100 |    0 |   0 | 100 | NaN | NaN | NaN | NaN
          """)
  void tellsOfTheBest(
      long bidScaled,
      long bidQty,
      long askScaled,
      long askQty,
      Double bid,
      Double ask,
      Double mid,
      Double microprice,
      Double imbalance) {
    LevelBook book = new LevelBook();
    boolean both = askScaled > 0;
    int rows = both ? 2 : 1;
    long[] prices = both ? new long[] {bidScaled, askScaled} : new long[] {bidScaled};
    long[] quantities = both ? new long[] {bidQty, askQty} : new long[] {bidQty};
    byte first = BookColumns.flags(true, true, !both);
    byte[] flags =
        both ? new byte[] {first, BookColumns.flags(false, false, true)} : new byte[] {first};
    BookColumns columns =
        new BookColumns(1, 2, new long[rows], new long[rows], prices, quantities, flags);
    for (int row = 0; row < rows; row++) {
      book.apply(columns, row);
    }
    BookView view = new BookView(book, TENTHS);
    assertThat(view.bid()).isEqualTo(bid);
    assertThat(view.ask()).isEqualTo(ask);
    assertThat(view.mid()).isEqualTo(mid);
    assertThat(view.microprice()).isEqualTo(microprice);
    assertThat(view.imbalance(1)).isEqualTo(imbalance);
    assertThat(view.qty(Side.BUY, 0)).isEqualTo(bidQty / 100.0);
  }
}

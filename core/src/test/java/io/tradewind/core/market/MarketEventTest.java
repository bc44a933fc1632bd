package io.tradewind.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketEventTest {
  private static final InstrumentId ID = InstrumentId.parse("A/B", "x", Market.SPOT);

  /** open time, close time, open, high, low, close, volume. */
  @ParameterizedTest
  @CsvSource({
    "10, 10, 5, 6, 4, 5, 1", "10, 9, 5, 6, 4, 5, 1", "10, 20, 7, 6, 4, 5, 1",
    "10, 20, 5, 6, 4, 7, 1", "10, 20, 3, 6, 4, 5, 1", "10, 20, 5, 6, 4, 3, 1",
    "10, 20, 5, 6, 0, 5, 1", "10, 20, 5, 6, -1, 5, 1", "10, 20, 5, 6, 4, 5, -1"
  })
  void aCandleHoldsItsPrices(long from, long to, long o, long h, long l, long c, long v) {
    assertThatThrownBy(() -> new MarketEvent.Candle(ID, from, to, to, o, h, l, c, v))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> columns(from, to, o, h, l, c, v))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsWholeIsTaken() {
    assertThat(new MarketEvent.Candle(ID, 10, 20, 20, 5, 6, 4, 5, 0).closeScaled()).isEqualTo(5);
    assertThat(columns(10, 20, 5, 5, 5, 5, 0).size()).isEqualTo(1);
  }

  @Test
  void nothingIsTradedForNothing() {
    refused(() -> new MarketEvent.Trade(ID, 1, 1, 1, 0, 1, true));
    refused(() -> new MarketEvent.Trade(ID, 1, 1, 1, 1, 0, true));
    refused(() -> new MarketEvent.Quote(ID, 1, 1, 0, 1, 2, 1));
    refused(() -> new MarketEvent.Quote(ID, 1, 1, 1, 1, 0, 1));
    refused(() -> new MarketEvent.Level(0, 1));
    refused(() -> new MarketEvent.Level(1, -1));
    refused(() -> new MarketEvent.BookDelta(ID, 1, 1, 5, 4, List.of(), List.of()));
    refused(() -> new MarketEvent.MarkPrice(ID, 1, 1, 0));
    refused(() -> new MarketEvent.OpenInterest(ID, 1, 1, -1));
    assertThat(new MarketEvent.FundingRate(ID, 1, 1, -10_000).rateE8()).isEqualTo(-10_000);
  }

  @Test
  void aBookKeepsItsOwnLevels() {
    List<MarketEvent.Level> bids = new ArrayList<>(List.of(new MarketEvent.Level(5, 1)));
    MarketEvent.BookSnapshot book = new MarketEvent.BookSnapshot(ID, 1, 1, 7, bids, List.of());
    bids.clear();
    assertThat(book.bids()).containsExactly(new MarketEvent.Level(5, 1));
  }

  @Test
  void rowsRiseAndDoNotOverlap() {
    long[] five = {5, 5};
    long[] one = {1, 1};
    refused(() ->
        new CandleColumns(
            0, 0, new long[] {0, 9}, new long[] {10, 19}, five, five, five, five, one));
    CandleColumns rows =
        new CandleColumns(
            0, 0, new long[] {0, 20}, new long[] {10, 30}, five, five, five, five, one);
    assertThat(rows.firstRowFrom(0)).isZero();
    assertThat(rows.firstRowFrom(1)).isEqualTo(1);
    assertThat(rows.firstRowFrom(20)).isEqualTo(1);
    assertThat(rows.firstRowFrom(21)).isEqualTo(2);
    assertThat(rows.slice(1, 2).openTimeNs(0)).isEqualTo(20);
  }

  @Test
  void tradesRiseInTime() {
    boolean[] sides = {true, false};
    long[] one = {1, 1};
    refused(() -> new TradeColumns(0, 0, new long[] {2, 1}, one, one, sides));
    refused(() -> new TradeColumns(0, 0, new long[] {1, 2}, new long[] {1, 0}, one, sides));
    assertThat(new TradeColumns(0, 0, new long[] {1, 1}, one, one, sides).size()).isEqualTo(2);
  }

  private static CandleColumns columns(long from, long to, long o, long h, long l, long c, long v) {
    return new CandleColumns(
        0,
        0,
        new long[] {from},
        new long[] {to},
        new long[] {o},
        new long[] {h},
        new long[] {l},
        new long[] {c},
        new long[] {v});
  }

  private static void refused(Supplier<Object> made) {
    assertThatThrownBy(made::get).isInstanceOf(IllegalArgumentException.class);
  }
}

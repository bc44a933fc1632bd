package io.tradewind.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarketEventTest {
  private static final InstrumentId ID = InstrumentId.parse("A/B", "x", Market.SPOT);

  static Stream<ThrowingCallable> wrong() {
    return Stream.of(
        () -> new MarketEvent.Candle(ID, 5, 5, 5, 1, 1, 1, 1, 1),
        () -> new MarketEvent.Candle(ID, 0, 5, 5, 3, 2, 1, 1, 1),
        () -> new MarketEvent.Candle(ID, 0, 5, 5, 3, 4, 0, 3, 1),
        () -> new MarketEvent.Candle(ID, 0, 5, 5, 3, 4, 1, 3, -1),
        () -> new MarketEvent.Trade(ID, 0, 0, 1, 0, 1, true),
        () -> new MarketEvent.Trade(ID, 0, 0, 1, 1, 0, true),
        () -> new MarketEvent.Quote(ID, 0, 0, 0, 1, 1, 1),
        () -> new MarketEvent.Level(0, 1),
        () -> new MarketEvent.Level(1, -1),
        () -> new MarketEvent.BookDelta(ID, 0, 0, 5, 4, List.of(), List.of()),
        () -> new MarketEvent.MarkPrice(ID, 0, 0, 0),
        () -> new MarketEvent.OpenInterest(ID, 0, 0, -1));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refuses(ThrowingCallable making) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void booksKeepTheirOwnLists() {
    List<MarketEvent.Level> bids = new ArrayList<>(List.of(new MarketEvent.Level(1, 1)));
    MarketEvent.BookSnapshot book = new MarketEvent.BookSnapshot(ID, 0, 0, 1, bids, List.of());
    bids.clear();
    assertThat(book.bids()).hasSize(1);
    assertThat(new MarketEvent.FundingRate(ID, 0, 0, -612).rateE8()).isEqualTo(-612);
  }

  @Test
  void columnsRefuseBrokenRows() {
    assertThatThrownBy(() -> columns(new long[] {0, 5}, new long[] {6, 10}))
        .hasMessageContaining("not overlap");
    CandleColumns two = columns(new long[] {0, 7}, new long[] {6, 10});
    assertThat(two.firstRowFrom(0)).isZero();
    assertThat(two.firstRowFrom(1)).isOne();
    assertThat(two.firstRowFrom(8)).isEqualTo(2);
    assertThat(two.slice(1, 2).openTimeNs(0)).isEqualTo(7);
    assertThatThrownBy(() -> two.slice(1, 3)).hasMessageContaining("no rows");
  }

  private static CandleColumns columns(long[] open, long[] close) {
    long[] price = {10, 10};
    return new CandleColumns(0, 0, open, close, price, price, price, price, new long[2]);
  }
}

package io.tradewind.venues.binance.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fills a process before has told of. */
class ToldFillsTest {
  private static final InstrumentId BTC = new InstrumentId("binance", "BTC", "USDT", Market.SPOT);
  private static final InstrumentId ETH = new InstrumentId("binance", "ETH", "USDT", Market.SPOT);

  /** Of so many from number 5 on: where no more are kept, what was before them was told, too. */
  @ParameterizedTest
  @CsvSource({
    "0, 5, false",
    "3, 4, false",
    "3, 5, true",
    "3, 7, true",
    "3, 8, false",
    "999, 4, false",
    "1000, 4, true",
    "1000, 1004, true",
    "1000, 1005, false"
  })
  void knowsWhatWasTold(int count, long tradeId, boolean told) {
    ToldFills fills = new ToldFills();
    List<Long> ids = LongStream.range(5, 5 + count).boxed().toList();
    fills.add(Map.of(BTC, ids));
    assertThat(fills.has(BTC, tradeId)).isEqualTo(told);
    assertThat(fills.has(ETH, tradeId)).isFalse();
  }
}

package io.tradewind.exchange.symbol;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.exchange.tape.Kline;
import io.tradewind.exchange.wire.Digits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a market trades in a month may be more than a long of hundred-millionths holds. */
class LargeSumsTest {
  private static final long ONE = 100_000_000;
  private static final long QTY = 10_000_000_000L;
  private static final long PRICE = 4;
  private static final long LAST = 7;

  @ParameterizedTest
  @CsvSource({
    "0,              0.00,             0.00, 7",
    "1,    10000000000.00,   40000000000.00, 4",
    "30,  300000000000.00, 1200000000000.00, 4"
  })
  void areToldWhole(int trades, String base, String quote, long average) {
    Kline.Flow flow = Kline.Flow.NONE;
    for (int i = 0; i < trades; i++) {
      flow = flow.plus(QTY * ONE, PRICE * QTY * ONE, true);
    }
    long last = LAST * ONE;
    Kline candle = new Kline(0, 59_999, last, last, last, last, flow, -1, -1);
    Digits digits = new Digits(0, 2);
    assertThat(digits.qty(flow.baseE8())).isEqualTo(base);
    assertThat(digits.quote(flow.quoteE8())).isEqualTo(quote);
    assertThat(digits.quote(flow.takerQuoteE8())).isEqualTo(quote);
    assertThat(Tickers.average(candle)).isEqualTo(average * ONE);
  }
}

package io.tradewind.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentIdTest {

  @ParameterizedTest
  @CsvSource({
    "BTC/USDT, SPOT, x:BTC/USDT",
    "btc/usdt, SPOT, x:BTC/USDT",
    "BTC/USDT, PERP, x:BTC/USDT:USDT",
    "BTC/USDT:USDT, SPOT, x:BTC/USDT:USDT",
    "binance:ETH/BTC, SPOT, binance:ETH/BTC",
    "Binance:1000SHIB/USDT:USDT, SPOT, binance:1000SHIB/USDT:USDT",
  })
  void reads(String text, Market market, String full) {
    assertThat(InstrumentId.parse(text, "x", market)).hasToString(full);
    assertThat(InstrumentId.parse(full, "y", Market.SPOT)).hasToString(full);
  }

  @Test
  void refuses() {
    assertThatThrownBy(() -> InstrumentId.parse("BTCUSDT", "x", Market.SPOT))
        .hasMessageContaining("write BASE/QUOTE");
    assertThatThrownBy(() -> InstrumentId.parse("BTC/USD:BTC", "x", Market.SPOT))
        .hasMessageContaining("only linear");
  }
}

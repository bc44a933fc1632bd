package io.tradewind.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

  @Test
  void rulesAreDated() {
    TradingRules early = new TradingRules(100, 1, 1, 0, 0, 0, 0);
    TradingRules late = new TradingRules(200, 5, 1, 0, 0, 0, 0);
    Instrument instrument =
        new Instrument(InstrumentId.parse("A/B", "x", Market.SPOT), 2, 2, 2, List.of(early, late));
    assertThat(instrument.rulesAt(0)).isSameAs(early);
    assertThat(instrument.rulesAt(199)).isSameAs(early);
    assertThat(instrument.rulesAt(200)).isSameAs(late);
    assertThatThrownBy(() -> new Instrument(instrument.id(), 2, 2, 2, List.of(late, early)))
        .hasMessageContaining("rise in time");
    assertThatThrownBy(() -> new Instrument(instrument.id(), 2, 19, 2, List.of(early)))
        .hasMessageContaining("0..18");
    assertThatThrownBy(() -> new TradingRules(0, 0, 1, 0, 0, 0, 0))
        .hasMessage("tickScaled must be > 0, was 0");
  }
}

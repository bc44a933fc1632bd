package io.tradewind.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTest {
  @ParameterizedTest
  @CsvSource({
    "BTC/USDT, SPOT, test:BTC/USDT",
    "BTC/USDT, PERP, test:BTC/USDT:USDT",
    "btc/usdt, SPOT, test:BTC/USDT",
    "Binance:BTC/USDT, SPOT, binance:BTC/USDT",
    "binance:BTC/USDT:USDT, SPOT, binance:BTC/USDT:USDT",
    "1000SHIB/USDT:usdt, SPOT, test:1000SHIB/USDT:USDT"
  })
  void reads(String text, Market market, String expected) {
    InstrumentId id = InstrumentId.parse(text, "test", market);
    assertThat(id).hasToString(expected);
    assertThat(InstrumentId.parse(expected, "other", Market.SPOT)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "BTC",
        "BTCUSDT",
        "BTC/",
        "/USDT",
        "BTC/USDT:BTC",
        "BTC-USDT",
        "a:b:BTC/USDT",
        "BTC/USDT ",
        "B TC/USDT",
        "../BTC/USDT"
      })
  void refuses(String text) {
    assertThatThrownBy(() -> InstrumentId.parse(text, "test", Market.SPOT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @Test
  void isOrderedByItsText() {
    InstrumentId one = InstrumentId.parse("a:ETH/USDT", "x", Market.SPOT);
    assertThat(one).isLessThan(InstrumentId.parse("b:BTC/USDT", "x", Market.SPOT));
    assertThat(one).isLessThan(InstrumentId.parse("a:ETH/USDT:USDT", "x", Market.SPOT));
  }

  @Test
  void rulesHoldFromTheirTimeOnAndTheFirstAlsoBefore() {
    Instrument instrument = of(rules(100, 1), rules(200, 2), rules(300, 3));
    assertThat(instrument.rulesAt(Long.MIN_VALUE).tickScaled()).isEqualTo(1);
    assertThat(instrument.rulesAt(199).tickScaled()).isEqualTo(1);
    assertThat(instrument.rulesAt(200).tickScaled()).isEqualTo(2);
    assertThat(instrument.rulesAt(299).tickScaled()).isEqualTo(2);
    assertThat(instrument.rulesAt(Long.MAX_VALUE).tickScaled()).isEqualTo(3);
  }

  @Test
  void rulesMustRiseAndScalesFit() {
    assertThatThrownBy(() -> of(rules(200, 1), rules(200, 2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(InstrumentTest::of).isInstanceOf(IllegalArgumentException.class);
    InstrumentId id = InstrumentId.parse("A/B", "x", Market.SPOT);
    assertThatThrownBy(() -> new Instrument(id, 19, 0, 0, List.of(rules(0, 1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Instrument(id, 0, -1, 0, List.of(rules(0, 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Instrument of(TradingRules... rules) {
    return new Instrument(InstrumentId.parse("A/B", "x", Market.SPOT), 2, 3, 4, List.of(rules));
  }

  private static TradingRules rules(long fromNs, long tick) {
    return new TradingRules(fromNs, tick, 1, 0, 0, 0, 0);
  }
}

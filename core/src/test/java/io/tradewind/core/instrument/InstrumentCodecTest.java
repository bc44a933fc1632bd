package io.tradewind.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentCodecTest {
  @ParameterizedTest
  @CsvSource({"SPOT, 2, 8, 8", "PERP, 0, 0, 2", "PERP, 18, 3, 4"})
  void comesBackAsItWas(Market market, int priceScale, int qtyScale, int cashScale) {
    Instrument instrument =
        new Instrument(
            new InstrumentId("binance", "1000PEPE", "USDT", market),
            priceScale,
            qtyScale,
            cashScale,
            List.of(
                new TradingRules(0, 1, 2, 3, 4, -5, 6),
                new TradingRules(7, 8, 9, 10, Long.MAX_VALUE, 12, 13)));
    StateWriter out = new StateWriter();
    InstrumentCodec.write(out, instrument);
    assertThat(InstrumentCodec.read(new StateReader(out.toByteArray()))).isEqualTo(instrument);
  }
}

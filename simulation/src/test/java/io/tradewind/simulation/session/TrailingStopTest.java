package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.testkit.TestInstruments;
import org.junit.jupiter.api.Test;

/** A trailing stop that is nearer than a tick. */
class TrailingStopTest {
  @Test
  void aCoarseTickNeverPutsItBeyondTheBestPrice() {
    TradingRules half = new TradingRules(0, 5_000, 1, 0, 0, 0, 0);
    Scene up = new Scene(TestInstruments.of("T0/USDT", Market.SPOT, half)).exits("trail 0.6%");
    up.candles("70 70 70 70, 70 71.9 70 71.9, 71.9 71.99 71.6 71.8, 71.5 71.5 71.5 71.5");
    assertThat(up.fills("0 long share 0.7")).isEqualTo("1o buy 100@70 entry; 1o sell 100@70 stop");
    Scene down = new Scene(TestInstruments.of("T0/USDT", Market.PERP, half)).exits("trail 0.6%");
    down.candles("70 70 70 70, 70 70 68.1 68.1, 68.1 68.4 68.01 68.2, 68.5 68.5 68.5 68.5");
    assertThat(down.fills("0 short share 0.7"))
        .isEqualTo("1o sell 100@70 entry; 1o buy 100@70 stop");
  }
}

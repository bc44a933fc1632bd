package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.trade.ExitReason;
import io.tradewind.testkit.TestInstruments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stops that are nearer than a tick, and further than any price. */
class TrailingStopTest {
  @Test
  void aCoarseTickNeverPutsItBeyondTheBestPrice() {
    TradingRules half = new TradingRules(0, 5_000, 1, 0, 0, 0, 0);
    String exits = "trail 0.6% offset 1%";
    Scene up = new Scene(TestInstruments.of("T0/USDT", Market.SPOT, half)).exits(exits);
    up.candles("70 70 70 70, 70 70.4 70 70.4, 71.7 71.99 71.6 71.8, 71.5 71.5 71.5 71.5");
    assertThat(up.fills("0 long share 0.7"))
        .isEqualTo("1o buy 100@70 entry; 3o sell 100@71.5 stop");
    Scene down = new Scene(TestInstruments.of("T0/USDT", Market.PERP, half)).exits(exits);
    down.candles("70 70 70 70, 70 70 69.6 69.6, 68.3 68.4 68.01 68.2, 68.5 68.5 68.5 68.5");
    assertThat(down.fills("0 short share 0.7"))
        .isEqualTo("1o sell 100@70 entry; 3o buy 100@68.5 stop");
  }

  /** The nearest lies on the entry's own price, and so ends the position at once. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop 0.0001%",
        "trail 0.0001%",
        "trail 0.0001% offset 0.000001%",
        "roi 0:0.000001%",
        "stop 99.9999%",
        "trail 99.9999%",
        "stop 0.0001% trail 99.9999% offset 900%",
        "roi 0:-99.999999%"
      })
  void theNearestAndTheFurthestDistanceCanBeOrdered(String exits) {
    for (long tick : new long[] {1, 5_000, 700_000}) {
      for (String way : new String[] {"long", "short"}) {
        TradingRules rules = new TradingRules(0, tick, 1, 0, 0, 0, 0);
        Scene scene = new Scene(TestInstruments.of("T0/USDT", Market.PERP, rules)).exits(exits);
        scene.candles("70 70 70 70, 70 70.4 69.6 70, 70 71 69 70, 70 70 70 70");
        String fills = scene.fills("0 " + way + " share 0.7");
        if (scene.trades().getFirst().trade().reason() == ExitReason.LIQUIDATION) {
          // The short's liquidation lies below the next tick, and so, against us, on this one.
          assertThat(way + " at " + tick).isEqualTo("short at 700000");
          continue;
        }
        String entry = way.equals("long") ? "1o buy" : "1o sell";
        assertThat(fills).as("%s at a tick of %s", way, tick).startsWith(entry + " 100@70 entry; ");
        assertThat(fills.split("; ")).hasSize(2);
        if (exits.equals("stop 0.0001%") && tick == 5_000) {
          assertThat(fills)
              .endsWith("1o " + (way.equals("long") ? "sell" : "buy") + " 100@70 stop");
        }
      }
    }
  }
}

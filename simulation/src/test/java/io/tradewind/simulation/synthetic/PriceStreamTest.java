package io.tradewind.simulation.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.testkit.TestInstruments;
import org.junit.jupiter.api.Test;

/** A stream is the walk that the candles of its model are made of. */
class PriceStreamTest {
  private static final Interval MINUTE = Interval.parse("1m");
  private static final double PRICES = Math.pow(10, TestInstruments.PRICE_SCALE);
  private static final double QTYS = Math.pow(10, TestInstruments.QTY_SCALE);

  @Test
  void theStreamHasTheCandlesOfItsModel() {
    Jumps jumps = new Jumps(200, 0.01, 0.1, 0.5, 0.5, 0.5);
    MarketModel model = MarketModel.of(Markets.symbols(3)).withJumps(jumps);
    PricePath path = PricePaths.generate(model, 7, MINUTE, 3_000);
    PriceStream stream = new PriceStream(model, 7, MINUTE);
    for (int candle = 0; candle < 3_000; candle++) {
      assertThat(stream.timeNs()).isEqualTo(path.candles().getFirst().openTimeNs(candle));
      double[] high = new double[stream.symbols()];
      double[] volume = new double[stream.symbols()];
      for (int step = 0; step < model.stepsPerCandle(); step++) {
        for (int i = 0; i < stream.symbols(); i++) {
          volume[i] += stream.volume(i);
        }
        stream.next();
        for (int i = 0; i < stream.symbols(); i++) {
          high[i] = Math.max(high[i], stream.price(i));
        }
      }
      for (int i = 0; i < stream.symbols(); i++) {
        CandleColumns candles = path.candles().get(i);
        double close = stream.price(i) * PRICES;
        assertThat(close).isCloseTo((double) candles.close(candle), within(0.51));
        double highest = Math.max((double) candles.open(candle), high[i] * PRICES);
        assertThat(highest).isCloseTo((double) candles.high(candle), within(0.51));
        assertThat(volume[i] * QTYS).isCloseTo((double) candles.volume(candle), within(1e3));
      }
    }
  }

  @Test
  void stepsAreWholeNanoseconds() {
    MarketModel model = Markets.plain(1, Garch.NONE, 5, 7);
    assertThatThrownBy(() -> new PriceStream(model, 1, MINUTE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a step must be whole nanoseconds of 1m");
  }
}

package io.tradewind.simulation.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.random.Deviates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes of takers and the side that they choose. */
class TakersTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # tail, most, uniform, size: least (1 - u)^(-1/tail), the least (tail - 1) / tail
          2, 100, 0,        0.5
          2, 100, 0.75,     1
          2, 100, 0.99,     5
          2, 100, 0.999999, 100
          2, 100, 0.99999,  100
          4, 100, 0.9375,   1.5
          """)
  void sizesArePareto(double tail, double most, double uniform, double size) {
    TakerModel model = new TakerModel(1_000, tail, most, 1, 30);
    assertThat(model.size(uniform)).isCloseTo(size, within(1e-6));
  }

  @Test
  void theMeanSizeIsOne() {
    TakerModel model = new TakerModel(1_000, 3, 1_000, 1, 30);
    Deviates deviates = new Deviates(1);
    double sum = 0;
    for (int i = 0; i < 200_000; i++) {
      sum += model.size(deviates.uniform());
    }
    assertThat(sum / 200_000).isCloseTo(1, within(0.01));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # follow, daily move, share of buyers from, to
          1, 1,  0.65, 1
          1, -1, 0,    0.35
          1, 0,  0.43, 0.57
          0, 1,  0.43, 0.57
          """)
  void takersGoWithTheNews(double follow, double drift, double from, double to) {
    Exchange exchange = new Exchange();
    CrowdModel crowd =
        new CrowdModel(
            MakerModel.DEFAULT, new TakerModel(10_000, 1.8, 200, follow, 30), Exchange.CROWD);
    Market market = Crowds.generated(exchange, Crowds.drifting(drift), 3, crowd);
    market.advance(Crowds.START_NS + 3_600 * Exchange.SECOND);
    long buyers = exchange.trades.stream().filter(trade -> !trade.parties().buyerIsMaker()).count();
    assertThat((double) buyers / exchange.trades.size()).isBetween(from, to);
  }
}

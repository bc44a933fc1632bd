package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.TestInstruments;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What becomes of orders of which a candle's volume fills only a part. Lots are whole coins. */
class PartialFillTest {
  private static final CostModel TENTH = new CostModel(0, 0, 0, OptionalDouble.of(0.1), false);

  private static Instrument lots(Market market, long minNotional) {
    return TestInstruments.of(
        "T0/USDT", market, new TradingRules(0, 1, 100_000_000, 0, minNotional * 100_000_000, 0, 0));
  }

  private static Scene scene(Market market) {
    return new Scene(lots(market, 0)).costs(TENTH);
  }

  @Test
  void aTurnWaitsUntilTheOldPositionIsGone() {
    Scene scene = scene(Market.PERP);
    scene.candles(
        "100 101 99 100, 100 101 99 100 200, 100 101 99 100 80, 100 101 99 100 200, 100 101 99 100");
    assertThat(scene.fills("0 long qty 20, 1 short qty 10"))
        .isEqualTo(
            "1o buy 20@100 entry; 2o sell 8@100 signal-exit; 3o sell 12@100 signal-exit;"
                + " 3o sell 8@100 entry; 4o sell 2@100 entry; 5o buy 10@100 end");
  }

  @Test
  void aTurnByALimitWaitsUntilTheOldPositionIsGone() {
    Scene scene = scene(Market.PERP);
    scene.candles(
        "100 101 99 100, 100 101 99 100 200, 100 106 99 100 80, 100 106 99 100 200, 100 101 99 100");
    assertThat(scene.fills("0 long qty 20, 1 short qty 5 limit 105"))
        .isEqualTo(
            "1o buy 20@100 entry; 2o sell 8@100 signal-exit; 3o sell 12@100 signal-exit;"
                + " 3 sell 5@105 entry; 5o buy 5@100 end");
  }

  @Test
  void whatIsLeftOfAnEntryEndsWithItsPosition() {
    Scene scene = scene(Market.SPOT);
    scene.candles("100 101 99 100, 100 101 99 100 80, 100 101 94 96 300, 96 97 95 96, 96 97 95 96");
    assertThat(scene.fills("0 long qty 30 stop 95"))
        .isEqualTo("1o buy 8@100 entry; 2o buy 22@100 entry; 2 sell 8@95 stop; 3o sell 22@96 stop");
    Scene stopped = scene(Market.SPOT);
    stopped.candles("100 101 99 100, 100 101 94 96 200, 97 98 96 97 500, 96 97 95 96, 96 97 95 96");
    assertThat(stopped.fills("0 long qty 60 stop 95"))
        .isEqualTo("1o buy 20@100 entry; 2o sell 20@97 stop");
  }

  @Test
  void aStopThatIsTriggeredGoesOnAtTheMarket() {
    Scene scene = scene(Market.SPOT);
    scene.candles(
        "100 101 99 100, 100 101 99 100 300, 94 94 94 94 0, 97 98 96 97 50, 97 98 96 97 300");
    assertThat(scene.fills("0 long qty 30 stop 95"))
        .isEqualTo("1o buy 30@100 entry; 3o sell 5@97 stop; 4o sell 25@97 stop");
  }

  @Test
  void theMinimumIsAskedOfTheOrderNotOfItsPart() {
    Scene scene = new Scene(lots(Market.SPOT, 1000)).costs(TENTH);
    scene.candles("100 101 99 100, 100 101 99 100 50, 100 101 99 100 800, 100 101 99 100");
    assertThat(scene.fills("0 long qty 20"))
        .isEqualTo("1o buy 5@100 entry; 2o buy 15@100 entry; 4o sell 20@100 end");
  }

  @Test
  void aTrailingStopStandsAtTheAveragePriceOfAllFills() {
    Scene scene = scene(Market.SPOT).exits("stop 10% trail 50%");
    scene.candles(
        "100 100 100 100, 100 100 100 100 100, 110 110 110 110 100, 110 110 94 100 1000, 100 100 100 100");
    assertThat(scene.fills("0 long share 0.21"))
        .isEqualTo("1o buy 10@100 entry; 2o buy 10@110 entry; 3 sell 20@94.5 stop");
  }

  @Test
  void leftoversUnderTheLeastQuantityAreStillSold() {
    Instrument least =
        TestInstruments.of(
            "T0/USDT", Market.SPOT, new TradingRules(0, 1, 100_000_000, 10_00000000L, 0, 0, 0));
    Scene scene = new Scene(least).costs(TENTH);
    scene.candles("100 101 99 100, 100 101 99 100 200, 100 101 99 100 150, 100 101 99 100 200");
    assertThat(scene.fills("0 long qty 20, 1 exit"))
        .isEqualTo("1o buy 20@100 entry; 2o sell 15@100 signal-exit; 3o sell 5@100 signal-exit");
  }
}

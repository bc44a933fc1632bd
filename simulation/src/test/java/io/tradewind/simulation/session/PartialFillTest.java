package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.trade.Direction;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

  /** Each target takes an equal part of all that was bought, however late it was bought. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // both parts are bought before the first target
        "100 101 99 100, 100 101 99 100 200, 100 101 99 100 200, 100 106 99 105, 105 111 104 110"
            + "| 1o buy 20@100 entry; 2o buy 20@100 entry; 3 sell 20@105 target; 4 sell 20@110 target",
        // the second is bought after the first target has taken its half of the first
        "100 101 99 100, 100 101 99 100 200, 103 106 103 104 200, 100 101 99 100 200,"
            + " 100 106 99 105, 105 111 104 110"
            + "| 1o buy 20@100 entry; 2 sell 10@105 target; 3o buy 20@100 entry; 4 sell 10@105 target;"
            + " 5 sell 20@110 target",
        // the first target itself is filled in part when the second is bought
        "100 101 99 100, 100 101 99 100 200, 103 106 103 104 60, 100 101 99 100 200,"
            + " 100 106 99 105, 105 111 104 110"
            + "| 1o buy 20@100 entry; 2 sell 6@105 target; 3o buy 20@100 entry; 4 sell 14@105 target;"
            + " 5 sell 20@110 target"
      })
  void aLadderIsLaidAgainForWhatIsBoughtLate(String candles, String fills) {
    for (Market market : Market.values()) {
      Scene scene = scene(market).candles(candles);
      assertThat(scene.fills("0 long limit 100 qty 40 target 105 target 110")).isEqualTo(fills);
    }
  }

  /** Under a lot and under the least quantity: a closing order takes contracts to the last. */
  @ParameterizedTest
  @EnumSource(Direction.class)
  void contractsUnderTheLeastQuantityAreClosedInParts(Direction direction) {
    long later = CandleTable.START_NS + 2 * Scene.HOUR.durationNs();
    Instrument contract =
        TestInstruments.of(
            "T0/USDT",
            Market.PERP,
            new TradingRules(0, 1, 100_000_000, 0, 0, 0, 0),
            new TradingRules(later, 1, 1_000_000_000, 100_00000000L, 10_000_00000000L, 0, 0));
    Scene scene = new Scene(contract).costs(TENTH);
    scene.candles(
        "100 101 99 100, 100 101 99 100 250, 100 101 99 100 100, 100 101 99 100 190, 100 101 99 100 100");
    CandleSession session = scene.play("0 " + direction.label() + " qty 25, 1 exit");
    String closes = direction == Direction.LONG ? "sell" : "buy";
    assertThat(scene.fills())
        .endsWith(
            "2o %1$s 10@100 signal-exit; 3o %1$s 10@100 signal-exit; 4o %1$s 5@100 signal-exit"
                .formatted(closes));
    assertThat(session.engine().portfolio().position(0).isFlat()).isTrue();
  }
}

package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.testkit.TestInstruments;
import org.junit.jupiter.api.Test;

/** What symbols of one run have to do with each other. */
class SeveralSymbolsTest {
  private static final String FLAT =
      "100 101 99 100, 100 101 99 100, 100 101 99 100, 100 101 99 100";

  private static Scene scene(int symbols) {
    Instrument[] all = new Instrument[symbols];
    String[] candles = new String[symbols];
    for (int i = 0; i < symbols; i++) {
      all[i] = TestInstruments.spot("T" + i + "/USDT");
      candles[i] = FLAT;
    }
    return new Scene(all).candles(candles);
  }

  @Test
  void eachGetsAnEqualShareInTheirOrder() {
    assertThat(scene(4).fills("0 long, 1 exit"))
        .isEqualTo(
            "1o buy 25@100 entry; T1 1o buy 25@100 entry; T2 1o buy 25@100 entry;"
                + " T3 1o buy 25@100 entry; 2o sell 25@100 signal-exit; T1 2o sell 25@100 signal-exit;"
                + " T2 2o sell 25@100 signal-exit; T3 2o sell 25@100 signal-exit");
  }

  @Test
  void theSecondTakesWhatTheFirstLeaves() {
    assertThat(scene(2).fills("0@0 long share 0.7, 0@1 long share 0.7"))
        .isEqualTo(
            "1o buy 70@100 entry; T1 1o buy 30@100 entry; 4o sell 70@100 end; T1 4o sell 30@100 end");
  }

  @Test
  void anEntryUnderWayCountsAmongThePositions() {
    RiskSettings two = RiskSettings.only(1, 1, 1, 2);
    Scene scene = scene(3).limits(two);
    assertThat(scene.fills("0@0 long limit 99.5, 0@1 long limit 90, 0@2 long"))
        .isEqualTo("1 buy 33.50083752@99.5 entry; 4o sell 33.50083752@100 end");
    assertThat(scene.refusals()).isEqualTo("open-positions");
  }

  @Test
  void aPositionThatTurnsCountsOnce() {
    RiskSettings one = RiskSettings.only(1, 1, 1, 1);
    Scene scene = new Scene(TestInstruments.perp("T0/USDT")).limits(one).candles(FLAT);
    assertThat(scene.fills("0 long, 1 short"))
        .isEqualTo(
            "1o buy 100@100 entry; 2o sell 100@100 signal-exit; 2o sell 100@100 entry;"
                + " 4o buy 100@100 end");
  }

  @Test
  void aSecondPositionOverTheCountIsRefusedAndAFreedPlaceTaken() {
    RiskSettings one = RiskSettings.only(1, 1, 1, 1);
    Scene scene = scene(2).limits(one);
    assertThat(scene.fills("0@0 long, 1@0 exit, 1@1 long, 2@1 long"))
        .isEqualTo(
            "1o buy 50@100 entry; 2o sell 50@100 signal-exit; T1 3o buy 50@100 entry;"
                + " T1 4o sell 50@100 end");
    assertThat(scene.refusals()).isEqualTo("open-positions");
  }

  /** Money comes with the fill of the exit: until then there is none to buy with. */
  @Test
  void aRotationWaitsForTheMoneyAndSaysSo() {
    Scene scene = scene(2);
    assertThat(scene.fills("0@0 long share 1, 1@0 exit, 1@1 long, 2@1 long"))
        .isEqualTo(
            "1o buy 100@100 entry; 2o sell 100@100 signal-exit; T1 3o buy 50@100 entry;"
                + " T1 4o sell 50@100 end");
    assertThat(scene.refusals()).isEqualTo("no-free-cash");
    assertThat(scene.details())
        .containsExactly("no free cash: 0 of 5000 USDT needed; an exit is still open");
  }

  @Test
  void whatOthersHaveTakenIsNotFree() {
    Scene scene = scene(3);
    scene.play("0@0 long share 1 limit 90, 0@1 long, 1@2 long");
    assertThat(scene.details())
        .containsExactly(
            "no free cash: 0 of 3333.33333333 USDT needed; an entry is still open",
            "no free cash: 0 of 3333.33333333 USDT needed; an entry is still open");
    Scene held = scene(2);
    held.play("0@0 long share 1, 1@1 long");
    assertThat(held.details()).containsExactly("no free cash: 0 of 5000 USDT needed");
  }

  @Test
  void theRiskOfATradeCutsItsSize() {
    Scene scene = scene(1).limits(RiskSettings.only(0.02, 1, 1, 10));
    assertThat(scene.fills("0 long stop 95")).isEqualTo("1o buy 40@100 entry; 4o sell 40@100 end");
    assertThat(scene.trades().getFirst().trade().riskScaled()).isEqualTo(200_00000000L);
  }

  @Test
  void aLadderOfTargetsIsClimbedFromTheNearestWhateverItsOrder() {
    for (String ladder : new String[] {"target 105 target 110", "target 110 target 105"}) {
      Scene scene =
          new Scene(TestInstruments.spot("T0/USDT"))
              .candles("100 101 99 100, 100 101 99 100, 100 106 99 105, 105 111 104 110");
      assertThat(scene.fills("0 long " + ladder))
          .isEqualTo("1o buy 100@100 entry; 2 sell 50@105 target; 3 sell 50@110 target");
    }
    Scene down =
        new Scene(TestInstruments.perp("T0/USDT"))
            .candles("100 101 99 100, 100 101 99 100, 100 101 94 95, 95 96 89 90");
    assertThat(down.fills("0 short target 90 target 95"))
        .isEqualTo("1o sell 100@100 entry; 2 buy 50@95 target; 3 buy 50@90 target");
  }

  @Test
  void pricesThatCannotBeOrderedAreRefused() {
    for (String bad :
        new String[] {
          "long target Infinity",
          "long target 1e300",
          "long target NaN",
          "long stop NaN",
          "long limit 0.00001",
          "long limit 1e300",
          "long limit Infinity stop 1",
          "short target 0.00001",
          "short target -5",
          "short stop Infinity",
          "short stop 1e300"
        }) {
      Scene scene = new Scene(TestInstruments.perp("T0/USDT")).candles(FLAT);
      assertThat(scene.fills("0 " + bad)).as(bad).isEmpty();
      assertThat(scene.refusals()).as(bad).isEqualTo("bad-prices");
    }
  }

  @Test
  void aShortCannotEarnMoreThanAll() {
    Scene roi = new Scene(TestInstruments.perp("T0/USDT")).exits("roi 0:150%").candles(FLAT);
    assertThat(roi.fills("0 short")).isEqualTo("1o sell 100@100 entry; 4o buy 100@100 end");
    Scene trail =
        new Scene(TestInstruments.perp("T0/USDT")).exits("trail 2% offset 120%").candles(FLAT);
    assertThat(trail.fills("0 short")).isEqualTo("1o sell 100@100 entry; 4o buy 100@100 end");
  }
}

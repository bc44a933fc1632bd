package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is too little to be sold: where it stays and what becomes of it. */
class DustTest {
  private static final CostModel FEE_IN_BASE = new CostModel(0, 0, 0, OptionalDouble.empty(), true);
  private static final long COIN = 100_000_000;

  @Test
  void aFeeInBaseLeavesDustThatTheLedgerShowsAndTheNextPositionTakesIn() {
    Instrument coin =
        TestInstruments.of("T0/USDT", Market.SPOT, new TradingRules(0, 1, COIN, 0, 0, 0, 60_000));
    Scene scene = new Scene(coin).costs(FEE_IN_BASE);
    scene.candles("100 101 99 100, 100 101 99 100, 100 101 99 100, 100 101 99 100, 100 101 99 100");
    CandleSession session = scene.play("0 long qty 10, 1 exit, 2 long qty 10, 3 exit");
    assertThat(scene.fills())
        .isEqualTo(
            "1o buy 10@100 fee 0.6 base entry; 2o sell 9@100 fee 54 signal-exit;"
                + " 3o buy 10@100 fee 0.6 base entry; 4o sell 9@100 fee 54 signal-exit");
    var position = session.engine().portfolio().position(0);
    assertThat(position.isFlat()).isTrue();
    assertThat(position.dustQtyScaled()).isEqualTo(80_000_000);
    assertThat(position.dustCostScaled()).isEqualTo(80 * COIN);
    assertThat(session.venue().account(0).heldScaled(0)).isEqualTo(80_000_000);
  }

  @Test
  void dustThatHasGrownToALotIsSoldWithTheNextPosition() {
    Instrument coin =
        TestInstruments.of("T0/USDT", Market.SPOT, new TradingRules(0, 1, COIN, 0, 0, 0, 40_000));
    Scene scene = new Scene(coin).costs(FEE_IN_BASE);
    scene.candles("100 101 99 100, 100 101 99 100, 100 101 99 100, 100 101 99 100, 100 101 99 100");
    assertThat(scene.fills("0 long qty 10, 1 exit, 2 long qty 10, 3 exit"))
        .isEqualTo(
            "1o buy 10@100 fee 0.4 base entry; 2o sell 9@100 fee 36 signal-exit;"
                + " 3o buy 10@100 fee 0.4 base entry; 4o sell 10@100 fee 40 signal-exit");
    assertThat(scene.trades().getLast().trade().profit()).isEqualByComparingTo("-80");
  }

  @Test
  void aLotThatTheFeeWouldEatIsNotBought() {
    Instrument coin =
        TestInstruments.of("T0/USDT", Market.SPOT, new TradingRules(0, 1, COIN, 0, 0, 0, 60_000));
    Scene scene = new Scene(coin).costs(FEE_IN_BASE);
    scene.candles("100 101 99 100, 100 101 99 100, 100 101 99 100");
    assertThat(scene.fills("0 long qty 1")).isEmpty();
    assertThat(scene.refusals()).isEqualTo("qty-too-small");
  }

  @Test
  void contractsAreClosedToTheLastAlsoWhereTheLotHasGrown() {
    long later = CandleTable.START_NS + 2 * Scene.HOUR.durationNs();
    Instrument contract =
        TestInstruments.of(
            "T0/USDT",
            Market.PERP,
            new TradingRules(0, 1, COIN, 0, 0, 0, 0),
            new TradingRules(later, 1, 10 * COIN, 0, 0, 0, 0));
    for (String way : new String[] {"long", "short"}) {
      Scene scene = new Scene(contract);
      scene.candles("100 101 99 100, 100 101 99 100, 100 101 99 100, 100 101 99 100");
      CandleSession session = scene.play("0 " + way + " qty 25, 1 exit");
      assertThat(scene.fills()).contains("25@100 signal-exit");
      assertThat(session.engine().portfolio().position(0).dustQtyScaled()).isZero();
      assertThat(session.venue().account(0).heldScaled(0)).isZero();
    }
  }
}

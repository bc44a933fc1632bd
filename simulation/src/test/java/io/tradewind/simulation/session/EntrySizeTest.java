package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much an entry buys: a named quantity, a budget, and what neither can be. */
class EntrySizeTest {
  private static final long WHOLE = 100_000_000;

  /** A fee of 0.1 %, and a gap up to 101 between the signal and its fill; 10,000 of capital. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 long qty 10             | 1o buy 10@101 fee 1.01 entry        |",
        "0 long qty 10.7           | 1o buy 10@101 fee 1.01 entry        |",
        "0 long qty 10 limit 101.5 | 1o buy 10@101 fee 1.01 entry        |",
        "0 long qty 98             | 1o buy 98@101 fee 9.898 entry       |",
        "0 long qty 100            |                                     | insufficient-balance",
        "0 long qty 300            | 1o buy 98@101 fee 9.898 entry       |",
        "0 long share 0.1          | 1o buy 9@101 fee 0.909 entry        |",
        "0 long qty 0.99           |                                     | size-too-small"
      })
  void aQuantityIsBoughtAsItIsNamed(String script, String fills, String refusals) {
    Scene scene =
        new Scene(
                TestInstruments.of(
                    "T0/USDT", Market.SPOT, new TradingRules(0, 1, WHOLE, 0, 0, 1000, 1000)))
            .candles("100 100 100 100, 101 101 101 101, 101 101 101 101");
    scene.play(script);
    String entries = scene.fills().replaceAll("; 3o sell .*", "");
    assertThat(entries).isEqualTo(fills == null ? "" : fills);
    assertThat(scene.refusals()).isEqualTo(refusals == null ? "" : refusals);
  }

  @Test
  void aLimitCutsAQuantityToWhatItLeaves() {
    Scene scene =
        new Scene(TestInstruments.spot("T0/USDT"))
            .limits(RiskSettings.only(0.02, 1, 1, 10))
            .candles("100 100 100 100, 100 100 100 100, 100 100 100 100");
    assertThat(scene.fills("0 long qty 50 stop 95"))
        .isEqualTo("1o buy 40@100 entry; 3o sell 40@100 end");
  }

  /** The venue takes no less than 100; what is left at the stop must be as much. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "             | 0 long share 0.001 | size-too-small | the size is under the venue's minimum",
        "risk 0.5%    | 0 long             | trade-risk | risk of the trade over risk.max-trade-risk: it leaves 50, and the least that the venue takes is 100 USDT",
        "risk 0.2%    | 0 long stop 80     | trade-risk | risk of the trade over risk.max-trade-risk: it leaves 100, and the least that the venue takes is 125 USDT",
        "heat 0.5%    | 0 long             | heat | risk of all trades over risk.max-heat: it leaves 50, and the least that the venue takes is 100 USDT",
        "symbol 0.5%  | 0 long             | symbol-exposure | exposure of the symbol over risk.max-symbol-exposure: it leaves 50, and the least that the venue takes is 100 USDT",
        "sector 0.5%  | 0 long             | sector-exposure | exposure of the sector over risk.max-sector-exposure: it leaves 50, and the least that the venue takes is 100 USDT",
        "all 0.5%     | 0 long             | leverage | exposure of all symbols over risk.max-leverage: it leaves 50, and the least that the venue takes is 100 USDT",
        "share 0.5%   | 0 long             | size-too-small | the size is under the venue's minimum, cut down by fixed size: it leaves 50, and the least that the venue takes is 100 USDT",
        "percent 0.1% | 0 long stop 80     | size-too-small | the size is under the venue's minimum, cut down by percent risk: it leaves 50, and the least that the venue takes is 125 USDT"
      })
  void whatMadeASizeTooSmallIsNamed(String limits, String script, String refusal, String detail) {
    Scene scene =
        new Scene(
                TestInstruments.of(
                    "T0/USDT", Market.SPOT, new TradingRules(0, 1, 1, 0, 100_00000000L, 0, 0)))
            .limits(RiskWords.of(limits == null ? "" : limits).settings())
            .candles("100 100 100 100, 100 100 100 100, 100 100 100 100");
    scene.play(script);
    assertThat(scene.refusals()).isEqualTo(refusal);
    assertThat(scene.details()).containsExactly(detail);
  }

  /** The old position ends whatever becomes of the new one, refused by the sizer or by the gate. */
  @ParameterizedTest
  @CsvSource({
    "1 short qty 0.5, 1000, size-too-small",
    "1 short share 0.5, 1, ",
    "1 short stop 90, 1000, bad-prices"
  })
  void aTurnEndsTheOldPosition(String script, int positions, String refusal) {
    Scene scene =
        new Scene(
                TestInstruments.of(
                    "T0/USDT", Market.PERP, new TradingRules(0, 1, WHOLE, 0, 0, 0, 0)))
            .limits(RiskSettings.only(1, 1, 1, positions))
            .candles("100 100 100 100, 100 100 100 100, 100 100 100 100, 100 100 100 100");
    String fills = scene.fills("0 long, " + script);
    assertThat(scene.refusals()).isEqualTo(refusal == null ? "" : refusal);
    String close =
        "bad-prices".equals(refusal) ? "4o sell 100@100 end" : "2o sell 100@100 signal-exit";
    assertThat(fills).startsWith("1o buy 100@100 entry; " + close);
  }

  /** A short from 100 to 50 has made 5,000 of 10,000: the turn buys 300 at 50. */
  @Test
  void aTurnSpendsWhatAShortHasGained() {
    Scene scene =
        new Scene(TestInstruments.perp("T0/USDT"))
            .candles("100 100 100 100, 100 100 50 50, 50 50 50 50, 50 50 50 50");
    assertThat(scene.fills("0 short, 1 long"))
        .isEqualTo(
            "1o sell 100@100 entry; 2o buy 100@50 signal-exit; 2o buy 300@50 entry;"
                + " 4o sell 300@50 end");
  }

  /** A return by age that lies before the target comes first, whichever order is older. */
  @Test
  void theNearestOfSeveralTargetsComesFirst() {
    Scene scene =
        new Scene(TestInstruments.spot("T0/USDT"))
            .exits("roi 0:5%")
            .candles("100 100 100 100, 100 101 99 100, 100 112 100 111, 111 111 111 111");
    assertThat(scene.fills("0 long target 110"))
        .isEqualTo("1o buy 100@100 entry; 2 sell 100@105 roi");
  }

  @Test
  void aNewEntryThatIsTooSmallStillTakesTheOldOneBack() {
    Scene scene =
        new Scene(
                TestInstruments.of(
                    "T0/USDT", Market.SPOT, new TradingRules(0, 1, WHOLE, 0, 0, 0, 0)))
            .candles("100 100 100 100, 100 100 100 100, 100 100 80 100, 100 100 100 100");
    assertThat(scene.fills("0 long limit 90, 1 long limit 80 qty 0.5")).isEmpty();
    assertThat(scene.refusals()).isEqualTo("size-too-small");
  }

  /** Half of the first entry is filled and half waits: together they are 50, not 75. */
  @Test
  void anEntryThatIsFilledInPartCountsOnce() {
    String table = "100 100 100 100, 100 100 100 100 250, 100 100 100 100 0, 100 100 100 100 0";
    Scene scene =
        new Scene(TestInstruments.spot("T0/USDT"), TestInstruments.spot("T1/USDT"))
            .costs(new CostModel(0, 0, 0, OptionalDouble.of(0.1), false))
            .candles(
                table, "100 100 100 100, 100 100 100 100, 100 100 100 100 900, 100 100 100 100");
    assertThat(scene.fills("0@0 long share 0.5, 1@1 long share 0.5"))
        .startsWith("1o buy 25@100 entry; T1 2o buy 50@100 entry");
  }

  /** Only contracts are lent; what stands is left as it is. */
  @Test
  void aSignalThatAsksForLeverageIsRefusedOnSpot() {
    Scene scene =
        new Scene(TestInstruments.spot("T0/USDT"))
            .limits(RiskSettings.only(1, 5, 5, 10))
            .candles("100 100 100 100, 100 100 100 100, 100 100 100 100, 100 100 100 100");
    assertThat(scene.fills("0 long leverage 1, 1 long leverage 3"))
        .isEqualTo("1o buy 100@100 entry; 4o sell 100@100 end");
    assertThat(scene.refusals()).isEqualTo("leverage-not-possible");
  }

  /** The venue would not have the new entry; the old position has ended by then. */
  @Test
  void aTurnEndsTheOldPositionAlsoWhereTheVenueRefusesTheNewOne() {
    Scene scene =
        new Scene(
                TestInstruments.of(
                    "T0/USDT", Market.PERP, new TradingRules(0, 1, WHOLE, 0, 0, 0, 0)))
            .candles("100 100 100 100, 100 100 100 100, 150 150 150 150, 150 150 150 150");
    assertThat(scene.fills("0 long qty 20, 1 short share 0.0125"))
        .isEqualTo("1o buy 20@100 entry; 2o sell 20@150 signal-exit");
    assertThat(scene.refusals()).isEqualTo("qty-too-small");
  }

  /** Quantities to 12 digits and prices to 10 of a millionth: a share is more than a long holds. */
  @ParameterizedTest
  @CsvSource({"0 long", "0 long qty 90000000", "0 long limit 0.00000009"})
  void aQuantityThatDoesNotFitIsRefused(String script) {
    Scene scene = tiny("1000 1000 1000 1000, 1000 1000 900 1000, 1000 1000 1000 1000");
    assertThat(scene.fills(script)).isEmpty();
    assertThat(scene.refusals()).isEqualTo("size-too-large");
  }

  /** The signal came when the price was a hundred thousand times as high. */
  @Test
  void aQuantityThatDoesNotFitAtTheFillIsRefusedByTheVenue() {
    Scene scene =
        tiny("100000000 100000000 100000000 100000000, 1000 1000 1000 1000, 1000 1000 1000 1000");
    assertThat(scene.fills("0 long")).isEmpty();
    assertThat(scene.refusals()).isEqualTo("qty-too-large");
  }

  private static Scene tiny(String ticks) {
    Instrument coin =
        new Instrument(
            InstrumentId.parse("T0/USDT", "test", Market.SPOT),
            10,
            12,
            8,
            List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)));
    String[] rows = ticks.split(", ");
    long[][] columns = new long[7][rows.length];
    for (int row = 0; row < rows.length; row++) {
      columns[0][row] = CandleTable.START_NS + row * Scene.HOUR.durationNs();
      columns[1][row] = columns[0][row] + Scene.HOUR.durationNs();
      String[] prices = rows[row].split(" ");
      for (int i = 0; i < prices.length; i++) {
        columns[2 + i][row] = Long.parseLong(prices[i]);
      }
    }
    return new Scene(coin).feeds(CandleColumns.of(10, 12, columns));
  }
}

package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.sizing.LeveragePolicy;
import io.tradewind.testkit.TestInstruments;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a signal's leverage makes of a position: fills, then after a bar what was refused. */
class LeverageTest {
  private static final String FLAT = "100 101 99 100, ";

  private static Scene scene(Market market, RiskSettings risk) {
    return new Scene(
            TestInstruments.of("T0/USDT", market, new TradingRules(0, 1, 1_000_000, 0, 0, 0, 0)))
        .limits(risk);
  }

  /** 10,000 of capital, a price of 100, exposure up to ten times of it. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a share of equity is margin | 0 long share 0.5 leverage 4, 2 exit | 1o buy 200@100 entry; 3o sell 200@100 signal-exit |",
        "a sum is what is traded | 0 long qty 30 leverage 4, 2 exit | 1o buy 30@100 entry; 3o sell 30@100 signal-exit |",
        "the limit counts notional | 0 long share 0.9 leverage 20, 2 exit | 1o buy 1000@100 entry; 3o sell 1000@100 signal-exit |",
        "an add is held as the position is | 0 long share 0.2 leverage 3, 1 add share 0.2 leverage 3, 2 exit | 1o buy 60@100 entry; 2o buy 60@100 add; 3o sell 120@100 signal-exit |",
        "an add that may be at less is refused | 0 long share 0.2 leverage 3, 1 add share 0.2 leverage 2, 2 exit | 1o buy 60@100 entry; 3o sell 60@100 signal-exit | liquidation-too-near",
        "free cash is what the margin leaves | 0 long share 0.9 leverage 2, 1 add qty 30 leverage 2, 2 exit | 1o buy 180@100 entry; 2o buy 20@100 add; 3o sell 200@100 signal-exit |",
        "a short | 0 short share 0.5 leverage 4, 2 exit | 1o sell 200@100 entry; 3o buy 200@100 signal-exit |"
      })
  void aPosition(String what, String script, String fills, String refusals) {
    RiskSettings wide = RiskSettings.only(10, 10, 10, 10);
    Scene scene = scene(Market.PERP, wide).candles(FLAT + FLAT + FLAT + FLAT + "100 101 99 100");
    assertThat(scene.fills(script)).as(what).isEqualTo(fills);
    assertThat(scene.refusals()).isEqualTo(refusals == null ? "" : refusals);
  }

  /**
   * The shipped policy, up to 3 and 15 % beyond the stop, on a symbol of which nothing is known.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "no more than 9 % a day: 1.8 is 1 | 0 long share 0.1 leverage 9 stop 95, 2 exit | 1o buy 10@100 entry; 3o sell 10@100 signal-exit |",
        "without a stop none | 0 long share 0.1 leverage 9, 2 exit | 1o buy 10@100 entry; 3o sell 10@100 signal-exit |",
        "a short whose stop is too far | 0 short share 0.1 leverage 2 stop 190 | | liquidation-too-near"
      })
  void theShippedPolicy(String what, String script, String fills, String refusals) {
    RiskSettings wide = RiskSettings.only(10, 10, 10, 10);
    RiskSettings policy =
        new RiskSettings(
            wide.exposure(),
            wide.losses(),
            wide.breakers(),
            wide.protections(),
            wide.floors(),
            wide.sizing(),
            wide.dynamic(),
            wide.followsTrend(),
            Optional.of(LeveragePolicy.SHIPPED),
            wide.sectors(),
            Optional.empty());
    Scene scene = scene(Market.PERP, policy).candles(FLAT + FLAT + FLAT + FLAT + "100 101 99 100");
    assertThat(scene.fills(script)).as(what).isEqualTo(fills == null ? "" : fills);
    assertThat(scene.refusals()).isEqualTo(refusals == null ? "" : refusals);
  }

  @ParameterizedTest
  @CsvSource({"4, 1o sell 400@100 entry;2 124.3781 liquidation", "1, 1o sell 100@100 entry;"})
  void aShortIsLiquidated(int leverage, String told) {
    Scene scene =
        scene(Market.PERP, RiskSettings.only(10, 10, 10, 10))
            .candles(FLAT + FLAT + "100 130 99 128, 128 129 127 128");
    scene.play("0 short share 1 leverage " + leverage);
    String liquidation =
        scene.trades().stream()
            .filter(closed -> closed.trade().reason().label().equals("liquidation"))
            .flatMap(closed ->
                Stream.of(
                    Told.HOURS.when(closed.timeNs())
                        + " "
                        + closed.trade().exitPrice().toPlainString()
                        + " liquidation"))
            .findFirst()
            .orElse("");
    assertThat(scene.fills().split(";")[0] + ";" + liquidation).isEqualTo(told);
  }
}

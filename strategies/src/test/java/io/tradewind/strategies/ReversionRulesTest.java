package io.tradewind.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bets on a return to an average says, from figures given by hand. */
class ReversionRulesTest {
  private static final String SPOT = "BTC/USDT";
  private static final String PERP = "BTC/USDT:USDT";

  @Test
  void bollingerReversion() {
    Stage stage = new Stage(new BollingerReversion(), Map.of(), PERP).feature("atr(14)", 2);
    stage.feature("bollinger(20,2.0)", 100, 110, 90).feature("rsi(14)", 27);
    assertThat(stage.bar(89))
        .containsExactly(
            "long: close under the lower band 90, RSI 27.0; stop 85; target 100; confidence 0.6");
    assertThat(stage.bar(91)).isEmpty();
    assertThat(stage.feature("rsi(14)", 31).bar(89)).isEmpty();
    assertThat(stage.feature("rsi(14)", 73).bar(111))
        .containsExactly(
            "short: close over the upper band 110, RSI 73.0; stop 115; target 100; confidence 0.6");
    stage.holding(1);
    assertThat(stage.bar(99)).isEmpty();
    assertThat(stage.bar(100)).containsExactly("exit: close back at the middle band 100");
    stage.holding(-1);
    assertThat(stage.bar(101)).isEmpty();
    assertThat(stage.bar(100)).containsExactly("exit: close back at the middle band 100");
  }

  @Test
  void bollingerReversionBuysOnlyOnSpotOrWhereAsked() {
    for (Stage stage :
        List.of(
            new Stage(new BollingerReversion(), Map.of(), SPOT),
            new Stage(new BollingerReversion(), Map.of("direction", "long"), PERP))) {
      stage.feature("atr(14)", 2).feature("bollinger(20,2.0)", 100, 110, 90);
      assertThat(stage.feature("rsi(14)", 75).bar(111)).isEmpty();
      assertThat(stage.feature("rsi(14)", 25).bar(89)).hasSize(1);
    }
  }

  /** Hour of the day at the close, open, close, ADX; the average is 100, a deviation 2, ATR 2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "BTC/USDT      | 6  | 94  | 95  | 15 | long: close 2.5 deviations under the session's"
            + " average 100 and turned up, ADX 15.0; stop 90; target 100; confidence 0.6875",
        "BTC/USDT      | 5  | 94  | 95  | 15 | -",
        "BTC/USDT      | 24 | 94  | 95  | 15 | long: close 2.5 deviations under the session's"
            + " average 100 and turned up, ADX 15.0; stop 90; target 100; confidence 0.6875",
        "BTC/USDT      | 6  | 96  | 95  | 15 | -",
        "BTC/USDT      | 6  | 94  | 95  | 31 | -",
        "BTC/USDT      | 6  | 96  | 97  | 15 | -",
        "BTC/USDT      | 6  | 106 | 105 | 15 | -",
        "BTC/USDT:USDT | 6  | 106 | 105 | 15 | short: close 2.5 deviations over the session's"
            + " average 100 and turned down, ADX 15.0; stop 110; target 100; confidence 0.6875",
      })
  void vwapReversion(
      String symbol, int hour, double open, double close, double adx, String expected) {
    Stage stage = vwap(symbol).feature("adx(14)", adx).candle(open, close, close, 1);
    assertThat(String.join("", stage.bar(0, hour * Stage.HOUR.durationNs(), close)))
        .isEqualTo(expected == null ? "" : expected);
  }

  private static Stage vwap(String symbol) {
    return new Stage(new VwapReversion(), Map.of(), symbol)
        .feature("session-vwap(day)", 100, 102, 98, 104, 96, 106, 94)
        .feature("swing-points(fractal,5.0)", 0, Double.NaN, Double.NaN, 1, 1)
        .feature("adx(14)", 15, 0, 0)
        .feature("atr(14)", 2);
  }

  @Test
  void vwapReversionEnds() {
    long hour = Stage.HOUR.durationNs();
    Stage stage = vwap(PERP).at(7 * hour).holding(0, 1, 95);
    assertThat(stage.bar(0, 8 * hour, 99)).isEmpty();
    assertThat(stage.bar(0, 8 * hour, 100))
        .containsExactly("exit: close back at the session's average 100");
    assertThat(stage.bar(0, 24 * hour, 99)).isEmpty();
    assertThat(stage.bar(0, 25 * hour, 99))
        .containsExactly("exit: the session of its entry is over");
  }
}

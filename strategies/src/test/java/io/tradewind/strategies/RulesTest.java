package io.tradewind.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each built-in strategy says, and in which words, from figures given by hand. */
class RulesTest {
  private static final String SPOT = "BTC/USDT";
  private static final String PERP = "BTC/USDT:USDT";

  @Test
  void emaCross() {
    Stage stage = new Stage(new EmaCross(), Map.of(), SPOT);
    stage.feature("ema(12)", 99).feature("ema(26)", 100).bar(100);
    assertThat(stage.feature("ema(12)", 101).feature("ema(26)", 100).bar(200))
        .containsExactly("long: EMA 12 crossed above EMA 26; stop 194; target 218");
    assertThat(stage.feature("ema(12)", 102).feature("ema(26)", 100).bar(200)).isEmpty();
    stage.holding(1);
    assertThat(stage.feature("ema(12)", 99).feature("ema(26)", 100).bar(200))
        .containsExactly("exit: EMA 12 crossed below EMA 26");
  }

  /** Rate of change before and now, close, ADX, RSI; the average stands at 100. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "BTC/USDT      | both | 1  | 2.5  | 110 | 25 | 60 | long: momentum 2.5 %, close above its average 100, ADX 25.0, RSI 60.0; stop 107; target 119; confidence 0.75",
        "BTC/USDT      | both | 2  | 2.5  | 110 | 25 | 60 | -",
        "BTC/USDT      | both | 1  | 1.9  | 110 | 25 | 60 | -",
        "BTC/USDT      | both | 1  | 2.5  | 99  | 25 | 60 | -",
        "BTC/USDT      | both | 1  | 2.5  | 110 | 19 | 60 | -",
        "BTC/USDT      | both | 1  | 2.5  | 110 | 25 | 79 | -",
        "BTC/USDT:USDT | both | -1 | -2.5 | 90  | 25 | 40 | short: momentum -2.5 %, close below its average 100, ADX 25.0, RSI 40.0; stop 93; target 81; confidence 0.75",
        "BTC/USDT:USDT | long | -1 | -2.5 | 90  | 25 | 40 | -",
        "BTC/USDT      | both | -1 | -2.5 | 90  | 25 | 40 | -",
        "BTC/USDT:USDT | both | -1 | -2.5 | 90  | 25 | 21 | -",
      })
  void momentum(
      String symbol,
      String direction,
      double before,
      double now,
      double close,
      double adx,
      double rsi,
      String expected) {
    Stage stage = momentumStage(symbol, direction);
    stage.feature("rate-of-change(24)", before).feature("rate-of-change(24)", now);
    stage.feature("adx(14)", adx).feature("rsi(14)", rsi);
    assertThat(String.join("", stage.bar(close))).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource({
    " 1, -0.5,  99, true",
    " 1, -0.5, 101, false",
    " 1,  0.5,  99, false",
    "-1,  0.5, 101, true",
    "-1,  0.5,  99, false",
    "-1, -0.5, 101, false",
  })
  void momentumEnds(double held, double change, double close, boolean ends) {
    Stage stage = momentumStage(PERP, "both").holding(held);
    stage.feature("rate-of-change(24)", change).feature("adx(14)", 25).feature("rsi(14)", 50);
    assertThat(stage.bar(close)).hasSize(ends ? 1 : 0);
  }

  private static Stage momentumStage(String symbol, String direction) {
    return new Stage(new Momentum(), Map.of("direction", direction), symbol)
        .feature("ema(100)", 100)
        .feature("atr(14)", 1);
  }

  @Test
  void macdAdx() {
    Stage stage = new Stage(new MacdAdx(), Map.of(), SPOT).feature("atr(14)", 2);
    stage.feature("adx(14)", 30, 25, 10).feature("macd(12,26,9)", -1, 0, -1).bar(100);
    assertThat(stage.feature("macd(12,26,9)", 1, 0, 1).bar(100))
        .containsExactly(
            "long: MACD crossed above its signal line, ADX 30.0; stop 95; confidence 0.8");
    stage.feature("macd(12,26,9)", -1, 0, -1).bar(100);
    stage.feature("adx(14)", 30, 10, 25).feature("macd(12,26,9)", 1, 0, 1);
    assertThat(stage.bar(100)).as("-DI leads").isEmpty();
    stage.holding(1).feature("macd(12,26,9)", -1, 0, -1);
    assertThat(stage.bar(100))
        .containsExactly("exit: MACD crossed below its signal line, ADX 30.0");
  }

  @Test
  void bollingerReversion() {
    Stage stage = new Stage(new BollingerReversion(), Map.of(), SPOT).feature("atr(14)", 2);
    stage.feature("bollinger(20,2.0)", 100, 110, 90).feature("rsi(14)", 29.94);
    assertThat(stage.bar(89))
        .containsExactly("long: close under the lower band 90, RSI 29.9; stop 85; target 100");
    assertThat(stage.bar(91)).isEmpty();
    assertThat(stage.feature("rsi(14)", 31).bar(89)).isEmpty();
    stage.holding(1);
    assertThat(stage.bar(99)).isEmpty();
    assertThat(stage.bar(100)).containsExactly("exit: close back at the middle band 100");
  }

  @Test
  void donchianBreakout() {
    Stage stage = new Stage(new DonchianBreakout(), Map.of(), PERP).feature("atr(20)", 2);
    stage.feature("donchian(55)", 120, 80, 100).feature("donchian(20)", 110, 90, 100);
    assertThat(stage.bar(121))
        .containsExactly("long: close above the 55-candle high 120; stop 115");
    assertThat(stage.bar(120)).isEmpty();
    assertThat(stage.bar(79)).containsExactly("short: close below the 55-candle low 80; stop 85");
    stage.holding(1);
    assertThat(stage.bar(90)).isEmpty();
    assertThat(stage.bar(89)).containsExactly("exit: close below the 20-candle low 90");
    stage.holding(-1);
    assertThat(stage.bar(111)).containsExactly("exit: close above the 20-candle high 110");
  }

  @Test
  void buyAndHold() {
    Stage stage = new Stage(new BuyAndHold(), Map.of(), SPOT);
    assertThat(stage.bar(100)).containsExactly("long: buy and hold");
    assertThat(stage.holding(1).bar(100)).isEmpty();
  }

  @Test
  void refusesAFastLengthThatIsTheSlower() {
    Map<String, String> swapped = Map.of("fast", "26", "slow", "26");
    assertThatThrownBy(() -> new Stage(new EmaCross(), swapped, SPOT))
        .hasMessage("fast must be < slow = 26, was 26");
    assertThatThrownBy(() -> new Stage(new MacdAdx(), swapped, SPOT))
        .hasMessage("fast must be < slow = 26, was 26");
  }
}

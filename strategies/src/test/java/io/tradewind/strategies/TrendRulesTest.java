package io.tradewind.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.trade.Direction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows a move says, and in which words, from figures given by hand. */
class TrendRulesTest {
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
        "BTC/USDT      | both | 1  | 2.5  | 110 | 25 | 60 | long: momentum 2.5 %, close above its"
            + " average 100, ADX 25.0, RSI 60.0; stop 107; target 119; confidence 0.75",
        "BTC/USDT      | both | 2  | 2.5  | 110 | 25 | 60 | -",
        "BTC/USDT      | both | 1  | 1.9  | 110 | 25 | 60 | -",
        "BTC/USDT      | both | 1  | 2.5  | 99  | 25 | 60 | -",
        "BTC/USDT      | both | 1  | 2.5  | 110 | 19 | 60 | -",
        "BTC/USDT      | both | 1  | 2.5  | 110 | 25 | 79 | -",
        "BTC/USDT:USDT | both | -1 | -2.5 | 90  | 25 | 40 | short: momentum -2.5 %, close below its"
            + " average 100, ADX 25.0, RSI 40.0; stop 93; target 81; confidence 0.75",
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

  /** MACD less its signal line before and now, +DI and -DI, position; ADX is 30, ATR 2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "BTC/USDT      | -1 | 1  | 25 | 10 | 0  | long: MACD crossed above its signal line, ADX"
            + " 30.0; stop 97.5; target 116; confidence 0.8",
        "BTC/USDT      | -1 | 1  | 10 | 25 | 0  | -",
        "BTC/USDT      | 1  | -1 | 10 | 25 | 0  | -",
        "BTC/USDT:USDT | 1  | -1 | 10 | 25 | 0  | short: MACD crossed below its signal line, ADX"
            + " 30.0; stop 105; target 84; confidence 0.8",
        "BTC/USDT:USDT | 1  | -1 | 25 | 10 | 0  | -",
        "BTC/USDT      | 1  | -1 | 25 | 10 | 1  | exit: MACD crossed below its signal line, ADX"
            + " 30.0",
        "BTC/USDT      | -1 | 1  | 25 | 10 | 1  | -",
        "BTC/USDT:USDT | -1 | 1  | 25 | 10 | -1 | exit: MACD crossed above its signal line, ADX"
            + " 30.0",
      })
  void macdAdx(
      String symbol,
      double before,
      double now,
      double plus,
      double minus,
      double held,
      String say) {
    Stage stage = new Stage(new MacdAdx(), Map.of(), symbol).feature("atr(14)", 2);
    stage.feature("adx(14)", 30, plus, minus).holding(held);
    stage.feature("swing-points(fractal,5.0)", 0, Double.NaN, 98, Double.NaN, 3);
    stage.feature("macd(12,26,9)", before, 0, before).feature("macd(12,26,9)", now, 0, now);
    assertThat(String.join("", stage.bar(100))).isEqualTo(say == null ? "" : say);
  }

  @Test
  void macdAdxNeedsATrend() {
    Stage stage = new Stage(new MacdAdx(), Map.of(), SPOT).feature("atr(14)", 2);
    stage.feature("adx(14)", 24, 25, 10).feature("swing-points(fractal,5.0)", 0, 98, 98, 1, 1);
    stage.feature("macd(12,26,9)", -1, 0, -1).feature("macd(12,26,9)", 1, 0, 1);
    assertThat(stage.bar(100)).isEmpty();
  }

  /** Close, volume over its average; the channel was 80 to 120, the shorter one 90 to 110. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "0  | 121 | 1.5 | long: close above the 55-candle high 120, volume 1.5 times its average;"
            + " stop 115; target 145; confidence 0.6875",
        "0  | 121 | 1.1 | -",
        "0  | 120 | 1.5 | -",
        "0  | 79  | 3   | short: close below the 55-candle low 80, volume 3.0 times its average;"
            + " stop 84.5; target 55; confidence 0.875",
        "1  | 90  | 1   | -",
        "1  | 89  | 1   | exit: close below the 20-candle low 90",
        "-1 | 111 | 1   | exit: close above the 20-candle high 110",
      })
  void donchianBreakout(double held, double close, double volume, String expected) {
    Stage stage = new Stage(new DonchianBreakout(), Map.of(), PERP).feature("atr(14)", 2);
    stage.feature("donchian(55)", 120, 80, 100).feature("donchian(20)", 110, 90, 100);
    stage.feature("swing-points(fractal,5.0)", 0, 84, 100, 1, 1).holding(held);
    stage.feature("relative-volume(20)", volume);
    assertThat(String.join("", stage.bar(close))).isEqualTo(expected == null ? "" : expected);
  }

  /** Swing high and low, direction; close 100, ATR 2, at most 3 ATR away. */
  @ParameterizedTest
  @CsvSource({
    "LONG,  NaN, 97,  96.5",
    "LONG,  NaN, 99,  98",
    "LONG,  NaN, 95,  94.5",
    "LONG,  NaN, 94.4, 94",
    "LONG,  NaN, 101, 94",
    "LONG,  NaN, NaN, 94",
    "SHORT, 103, NaN, 103.5",
    "SHORT, 99,  NaN, 106",
    "SHORT, 110, NaN, 106",
  })
  void swingStop(Direction direction, double high, double low, double expected) {
    SwingStop stops = new SwingStop();
    Strategy asks =
        new Strategy() {
          @Override
          public List<Parameter<?>> parameters() {
            return List.of(SwingStop.BEYOND);
          }

          @Override
          public void prepare(Preparation preparation) {
            stops.prepare(preparation, preparation.interval(), 3);
          }

          @Override
          public void onBar(BarContext bar, Signals signals) {
            signals.exit(String.valueOf(stops.price(bar, direction)));
          }
        };
    Stage stage = new Stage(asks, Map.of(), PERP).feature("atr(14)", 2);
    stage.feature("swing-points(fractal,5.0)", 0, high, low, 1, 1);
    assertThat(stage.bar(100)).containsExactly("exit: " + expected);
    stage.feature("atr(14)", 0);
    assertThat(stage.bar(100)).containsExactly("exit: NaN");
  }

  /** Tenkan, kijun, spans, spans ahead, chikou as they are now; before, all were 100. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "BTC/USDT      | 110 | 104 | 102 | 98  | 103 | 101 | 1  | long: close above the cloud 103,"
            + " turning line 104 above base line 102, cloud ahead rising; stop 104; target 128;"
            + " confidence 0.833333",
        "BTC/USDT      | 102 | 104 | 102 | 98  | 103 | 101 | 1  | -",
        "BTC/USDT      | 110 | 101 | 102 | 98  | 103 | 101 | 1  | -",
        "BTC/USDT      | 110 | 104 | 102 | 104 | 103 | 101 | 1  | -",
        "BTC/USDT      | 110 | 104 | 102 | 98  | 103 | 101 | -1 | -",
        "BTC/USDT:USDT | 90  | 96  | 98  | 102 | 97  | 99  | -1 | short: close below the cloud 97,"
            + " turning line 96 below base line 98, cloud ahead falling; stop 96; target 72;"
            + " confidence 0.833333",
        "BTC/USDT      | 90  | 96  | 98  | 102 | 97  | 99  | -1 | -",
      })
  void ichimokuTrend(
      String symbol,
      double close,
      double tenkan,
      double kijun,
      double aheadB,
      double spanA,
      double spanB,
      double chikou,
      String expected) {
    Stage stage = new Stage(new IchimokuTrend(), Map.of(), symbol).feature("atr(14)", 2);
    stage.feature("swing-points(fractal,5.0)", 0, Double.NaN, Double.NaN, 1, 1);
    stage.feature("max(1)", 100).feature("ichimoku(9,26,52,26)", 100, 100, 100, 100, 100, 100, 0);
    double aheadA = 100;
    stage.feature("ichimoku(9,26,52,26)", tenkan, kijun, spanA, spanB, aheadA, aheadB, chikou);
    assertThat(String.join("", stage.bar(close))).isEqualTo(expected == null ? "" : expected);
    stage.feature("max(1)", close).feature("max(1)", close);
    stage.feature("ichimoku(9,26,52,26)", tenkan, kijun, spanA, spanB, aheadA, aheadB, chikou);
    assertThat(stage.bar(close)).as("they agreed before").isEmpty();
  }

  @Test
  void ichimokuTrendEnds() {
    Stage stage = new Stage(new IchimokuTrend(), Map.of(), PERP);
    stage.feature("ichimoku(9,26,52,26)", 100, 100, 100, 100, 100, 100, 0).holding(1);
    assertThat(stage.bar(100)).isEmpty();
    assertThat(stage.bar(99)).containsExactly("exit: close back through the base line 100");
    stage.holding(-1);
    assertThat(stage.bar(99)).isEmpty();
    assertThat(stage.bar(101)).hasSize(1);
  }

  /** Z-score before and now, imbalance, open; the close is 100, ATR 2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "BTC/USDT      | 1.9  | 2.5  | 0.25  | 99  | long: flow imbalance 0.25, z-score 2.5; stop"
            + " 95; target 112; confidence 0.6875",
        "BTC/USDT      | 2.1  | 2.5  | 0.25  | 99  | -",
        "BTC/USDT      | 1.5  | 1.9  | 0.25  | 99  | -",
        "BTC/USDT      | 1.9  | 2.5  | 0.25  | 101 | -",
        "BTC/USDT      | -1.9 | -2.5 | -0.25 | 101 | -",
        "BTC/USDT:USDT | -1.9 | -2.5 | -0.25 | 101 | short: flow imbalance -0.25, z-score -2.5;"
            + " stop 105; target 88; confidence 0.6875",
      })
  void orderFlow(
      String symbol, double before, double now, double imbalance, double open, String expected) {
    Stage stage = new Stage(new OrderFlow(), Map.of(), symbol).feature("atr(14)", 2);
    stage.feature("swing-points(fractal,5.0)", 0, Double.NaN, Double.NaN, 1, 1);
    stage.feature("flow-imbalance(24,240,close)", before, 0);
    stage.feature("flow-imbalance(24,240,close)", now, imbalance).candle(open, 100, 100, 1);
    assertThat(String.join("", stage.bar(100))).isEqualTo(expected == null ? "" : expected);
    stage.holding(Math.signum(now));
    assertThat(stage.bar(100)).isEmpty();
    stage.holding(-Math.signum(now));
    assertThat(stage.bar(100))
        .containsExactly("exit: flow is back at its usual, z-score " + Words.tenth(now));
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
    assertThatThrownBy(() -> new Stage(new IchimokuTrend(), Map.of("tenkan", "26"), SPOT))
        .hasMessage("tenkan must be < kijun = 26, was 26");
    assertThatThrownBy(() -> new Stage(new IchimokuTrend(), Map.of("senkou", "26"), SPOT))
        .hasMessage("kijun must be < senkou = 26, was 26");
  }
}

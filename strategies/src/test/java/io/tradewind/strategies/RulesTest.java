package io.tradewind.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.Direction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Percentile of volatility, RSI, ATR, close; the bands are 90, 100, 110. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "0.5  | 30 | 2   | 85  | long: close under the lower band 90, RSI 30.0 up to 30.0, at least"
            + " 0.7 sure after 0 losses in 0 trades; stop 81; target 91; confidence 0.75",
        "0.5  | 31 | 2   | 85  | -",
        "0.75 | 26 | 2   | 85  | -",
        "0.75 | 25 | 2   | 85  | long: close under the lower band 90, RSI 25.0 up to 25.0, at least"
            + " 0.7 sure after 0 losses in 0 trades; stop 81; target 91; confidence 0.75",
        "0.25 | 35 | 2   | 85  | long: close under the lower band 90, RSI 35.0 up to 35.0, at least"
            + " 0.7 sure after 0 losses in 0 trades; stop 81; target 91; confidence 0.75",
        "0.5  | 70 | 2   | 115 | short: close over the upper band 110, RSI 70.0 from 70.0, at least"
            + " 0.7 sure after 0 losses in 0 trades; stop 119; target 109; confidence 0.75",
        "0.75 | 74 | 2   | 115 | -",
        "0.25 | 65 | 2   | 115 | short: close over the upper band 110, RSI 65.0 from 65.0, at least"
            + " 0.7 sure after 0 losses in 0 trades; stop 119; target 109; confidence 0.75",
        "0.5  | 30 | 2   | 89  | -",
        "0.5  | 30 | 0.1 | 85  | long: close under the lower band 90, RSI 30.0 up to 30.0, at least"
            + " 0.7 sure after 0 losses in 0 trades; stop 84.8; target 86.275; confidence 0.75",
        "0.5  | 30 | 9   | 85  | long: close under the lower band 90, RSI 30.0 up to 30.0, at least"
            + " 0.7 sure after 0 losses in 0 trades; stop 67; target 100; confidence 0.75",
      })
  void reversionAdapts(double percentile, double rsi, double atr, double close, String expected) {
    Stage stage = adaptiveReversion().feature("volatility-percentile(24,240)", percentile);
    stage.feature("rsi(14)", rsi).feature("atr(14)", atr);
    assertThat(String.join("", stage.bar(close))).isEqualTo(expected == null ? "" : expected);
  }

  private static Stage adaptiveReversion() {
    Map<String, String> given = Map.of("adaptive", "on", "results", "4");
    return new Stage(new BollingerReversion(), given, PERP)
        .feature("atr(14)", 2)
        .feature("bollinger(20,2.0)", 100, 110, 90)
        .feature("volatility-percentile(24,240)", 0.5);
  }

  /** ATR and close; a range counts as 0.5 % to 10 % of the price, the target is nine of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "off | 1   | 2.5  | 110 | 119",
        "on  | 1   | 2.5  | 110 | 119",
        "off | 0.2 | 2.5  | 110 | 111.8",
        "on  | 0.2 | 2.5  | 110 | 114.95",
        "off | 20  | 2.5  | 110 | 290",
        "on  | 20  | 2.5  | 110 | 209",
        "off | 20  | -2.5 | 90  | -",
        "on  | 20  | -2.5 | 90  | 9",
      })
  void momentumTargetsAdapt(
      String adaptive, double atr, double change, double close, String target) {
    Stage stage = adaptiveMomentum(Map.of("adaptive", adaptive)).feature("atr(14)", atr);
    String said = String.join("", move(stage, 50, change, close));
    assertThat(said.contains("target")).isEqualTo(target != null);
    if (target != null) {
      assertThat(said).contains("; target " + target + ";");
    }
  }

  private static Stage adaptiveMomentum(Map<String, String> given) {
    return new Stage(new Momentum(), given, PERP)
        .feature("ema(100)", 100)
        .feature("rsi(14)", 50)
        .feature("atr(14)", 1);
  }

  private static List<String> move(Stage stage, double adx, double change, double close) {
    stage.feature("rate-of-change(24)", 0).feature("rate-of-change(24)", change);
    return stage.feature("adx(14)", adx).bar(close);
  }

  /**
   * Won and lost trades, of which the last four count, the confidence that they ask for, and the
   * ADX that makes it: one half and a hundredth of ADX.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''    | 0.7 | 0 losses in 0 trades | 20",
        "LLL   | 0.7 | 3 losses in 3 trades | 20",
        "LLLW  | 0.85 | 3 losses in 4 trades | 35",
        "LLLLW | 0.85 | 3 losses in 4 trades | 35",
        "LWWL  | 0.725 | 2 losses in 4 trades | 22.5",
        "LLLL  | 0.9 | 4 losses in 4 trades | 40",
        "LWWWW | 0.6 | 0 losses in 4 trades | 10",
      })
  void momentumThresholdGoesWithResults(
      String trades, String needed, String losses, double leastAdx) {
    Map<String, String> given = Map.of("adaptive", "on", "results", "4", "min-adx", "0");
    Stage stage = adaptiveMomentum(given);
    trades.chars().forEach(trade -> close(stage, trade == 'W'));
    assertThat(move(stage, leastAdx - 0.1, 2.5, 110)).isEmpty();
    assertThat(String.join("", move(stage, leastAdx + 0.1, 2.5, 110)))
        .contains(", at least " + needed + " sure after " + losses + "; stop ");
    Stage steady = adaptiveMomentum(Map.of("results", "4", "min-adx", "0"));
    trades.chars().forEach(trade -> close(steady, trade == 'W'));
    assertThat(String.join("", move(steady, 1, 2.5, 110))).as("off").contains("RSI 50.0; stop ");
  }

  private static void close(Stage stage, boolean won) {
    stage.holding(0, 1, 100).fill(OrderPurpose.ENTRY, 100);
    stage.holding(0).fill(won ? OrderPurpose.TARGET : OrderPurpose.STOP, won ? 101 : 100);
  }

  /** Three losses in four trades ask for 0.7 + 0.5 (0.55 - 0.25) = 0.85; RSI 27 is 0.8 sure. */
  @Test
  void reversionThresholdGoesWithResults() {
    Stage stage = adaptiveReversion().feature("rsi(14)", 27);
    for (double exit : new double[] {99, 100, 105, 98}) {
      assertThat(stage.bar(85)).hasSize(1);
      stage.holding(0, 1, 100).fill(OrderPurpose.ENTRY, 100);
      stage.holding(0).fill(OrderPurpose.STOP, exit);
    }
    assertThat(stage.bar(85)).isEmpty();
    assertThat(stage.feature("rsi(14)", 23).bar(85).getFirst())
        .contains(", at least 0.85 sure after 3 losses in 4 trades; ");
    for (double exit : new double[] {99, 99, 101}) {
      stage.holding(0, -1, 100).fill(OrderPurpose.ENTRY, 100);
      stage.holding(0).fill(OrderPurpose.TARGET, exit);
    }
    assertThat(stage.feature("rsi(14)", 27).bar(85)).as("two of four were lost").hasSize(1);
  }

  /** Cut after each fill of ten trades, the rest is the same to a letter. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatAdaptsGoesOnWhereItWasCut(boolean reverts) {
    String trades = "LLWLLLWWLW";
    for (int cut = 0; cut <= 2 * trades.length(); cut++) {
      Stage whole = adapting(reverts);
      Stage restored = whole;
      for (int step = 0; step < 2 * trades.length(); step++) {
        if (step == cut) {
          restored = adapting(reverts);
          restored.load(whole.saved());
        }
        for (Stage stage : restored == whole ? List.of(whole) : List.of(whole, restored)) {
          half(stage, step, trades.charAt(step / 2) == 'W');
        }
        assertThat(entry(restored, reverts))
            .as("cut at %s, step %s", cut, step)
            .isEqualTo(entry(whole, reverts));
        assertThat(restored.saved()).isEqualTo(whole.saved());
      }
    }
  }

  private static Stage adapting(boolean reverts) {
    return reverts
        ? adaptiveReversion().feature("rsi(14)", 20)
        : adaptiveMomentum(Map.of("adaptive", "on", "results", "4"));
  }

  private static void half(Stage stage, int step, boolean won) {
    if (step % 2 == 0) {
      stage.holding(0, 1, 100).fill(OrderPurpose.ENTRY, 100);
    } else {
      stage.holding(0).fill(OrderPurpose.SIGNAL_EXIT, won ? 101 : 99);
    }
    stage.holding(0);
  }

  private static List<String> entry(Stage stage, boolean reverts) {
    return reverts ? stage.bar(85) : move(stage, 42, 2.5, 110);
  }

  /** Where the thresholds of RSI would meet, or a short's target would be no price. */
  @Test
  void refusesWhatCannotAdapt() {
    assertThatThrownBy(() ->
            new Stage(new BollingerReversion(), Map.of("adaptive", "on", "max-rsi", "40"), SPOT))
        .hasMessage("thresholds must stay apart, were 40.0 and 60.0 by 10.0");
    assertThatThrownBy(() -> adaptiveMomentum(Map.of("adaptive", "on", "target-atr", "10")))
        .hasMessage(
            "the furthest target must be less than the price away, was 10.0 ranges of up to 0.1");
    assertThat(adaptiveMomentum(Map.of("target-atr", "10"))).isNotNull();
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

  /**
   * What turns against a long in which all agree: average of 10 days, structure, EMA 20 of hours,
   * ADX, histogram, RSI before and now.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "102 | 1  | 101 | 30 | 1  | 49 | 51 | long: 1d up by 2.0 %, 4h up, 1h up with ADX 30.0, 15m"
            + " up, 5m RSI 51.0; stop 96; target 109; confidence 0.816667",
        "102 | 0  | 101 | 30 | 1  | 49 | 51 | long: 1d up by 2.0 %, 4h neutral, 1h up with ADX"
            + " 30.0, 15m up, 5m RSI 51.0; stop 96; target 109; confidence 0.65",
        "99  | 1  | 101 | 30 | 1  | 49 | 51 | -",
        "102 | -1 | 101 | 30 | 1  | 49 | 51 | -",
        "102 | 1  | 99  | 30 | 1  | 49 | 51 | -",
        "102 | 1  | 101 | 19 | 1  | 49 | 51 | -",
        "102 | 1  | 101 | 30 | -1 | 49 | 51 | -",
        "102 | 1  | 101 | 30 | 1  | 51 | 52 | -",
        "102 | 1  | 101 | 30 | 1  | 48 | 49 | -",
        "98  | -1 | 99  | 30 | -1 | 51 | 49 | short: 1d down by 2.0 %, 4h down, 1h down with ADX"
            + " 30.0, 15m down, 5m RSI 49.0; stop 104; target 91; confidence 0.816667",
      })
  void multiTimeframe(
      double day,
      double structure,
      double hour,
      double adx,
      double histogram,
      double before,
      double now,
      String expected) {
    Stage stage = new Stage(Interval.parse("5m"), new MultiTimeframe(), Map.of(), PERP);
    stage.feature("sma(10) on 1d", day).feature("sma(30) on 1d", 100);
    stage.feature("swing-points(fractal,2.0) on 4h", structure, 0, 0, 0, 0);
    stage.feature("ema(20) on 1h", hour).feature("ema(50) on 1h", 100);
    stage.feature("adx(14) on 1h", adx, 0, 0).feature("atr(14) on 1h", 3);
    stage.feature("macd(12,26,9) on 15m", 0, 0, histogram).feature("atr(14) on 15m", 1);
    stage.feature("swing-points(fractal,5.0) on 15m", 0, Double.NaN, Double.NaN, 0, 0);
    stage.feature("rsi(14)", before).feature("rsi(14)", now);
    assertThat(String.join("", stage.bar(100))).isEqualTo(expected == null ? "" : expected);
    stage.holding(hour > 100 ? 1 : -1);
    assertThat(stage.bar(100)).isEmpty();
    stage.holding(hour > 100 ? -1 : 1);
    assertThat(stage.bar(100)).containsExactly("exit: the trend of 1h turned");
  }

  @Test
  void multiTimeframeNeedsFiveMinutes() {
    assertThatThrownBy(() -> new Stage(new MultiTimeframe(), Map.of(), SPOT))
        .hasMessage("multi-timeframe needs candles of 5m, the run's are of 1h");
  }

  /** Regime, whether momentum and bands would open a long, what is said of which size. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "0   | true  | false | long: trending market 0.70: momentum 2.5 %",
        "0   | false | true  | -",
        "1   | false | true  | long: ranging market 0.70: close under",
        "1   | true  | false | -",
        "2   | true  | false | long: volatile market 0.70: momentum 2.5 %",
        "2   | false | true  | long: volatile market 0.70: close under",
        "3   | true  | false | -",
        "3   | false | true  | -",
        "NaN | true  | false | -",
      })
  void regimeSwitch(double regime, boolean moves, boolean falls, String expected) {
    Stage stage = switched(regime);
    if (moves) {
      stage.feature("rate-of-change(24)", 1).feature("rate-of-change(24)", 2.5);
    }
    List<String> said = stage.bar(falls ? 89 : 110);
    assertThat(said).hasSize(expected == null ? 0 : 1);
    if (expected != null) {
      assertThat(said.getFirst()).startsWith(expected);
      assertThat(said.getFirst().contains("Share[ratio=0.25]")).isEqualTo(regime == 2);
    }
  }

  /** Two symbols, the close above its average, RSI low, nothing that begins. */
  private static Stage switched(double regime) {
    double[] outputs = {regime, 0.1, 0.1, 0.1, 0.1};
    if (regime >= 0) {
      outputs[1 + (int) regime] = 0.7;
    }
    return new Stage(new RegimeSwitch(), Map.of(), SPOT, "ETH/USDT")
        .feature("regime(14,24,240,240,0.6,0.4,6)", outputs)
        .feature("rate-of-change(24)", 1)
        .feature("ema(100)", 100)
        .feature("adx(14)", 25, 1, 1)
        .feature("rsi(14)", 25)
        .feature("atr(14)", 1)
        .feature("bollinger(20,2.0)", 100, 110, 90);
  }

  /** The bands would close a long at 110, momentum would not; each ends what it began. */
  @Test
  void whoOpenedAPositionClosesIt() {
    Stage trend = switched(0).feature("rate-of-change(24)", 1).feature("rate-of-change(24)", 2.5);
    assertThat(trend.bar(110)).hasSize(1);
    trend.holding(1);
    Stage reversion = switched(1);
    assertThat(reversion.bar(89)).hasSize(1);
    reversion.holding(1);
    for (double regime = 0; regime < 4; regime++) {
      double[] now = {regime, 0.25, 0.25, 0.25, 0.25};
      trend.feature("regime(14,24,240,240,0.6,0.4,6)", now);
      reversion.feature("regime(14,24,240,240,0.6,0.4,6)", now);
      assertThat(trend.bar(110)).isEmpty();
      assertThat(reversion.bar(110)).containsExactly("exit: close back at the middle band 100");
      Stage restored = switched(regime).holding(1);
      restored.load(reversion.saved());
      assertThat(restored.bar(110)).hasSize(1);
    }
  }

  @Test
  void partsHaveParametersOfTheirOwn() {
    Map<String, String> given = Map.of("trend-length", "30", "reversion-length", "25");
    Stage stage = new Stage(new RegimeSwitch(), given, SPOT);
    stage.feature("regime(14,24,240,240,0.6,0.4,6)", 0, 1, 0, 0, 0);
    assertThatThrownBy(() -> stage.bar(100)).hasMessageContaining("rate-of-change(30)");
    assertThat(new RegimeSwitch().parameters().stream().map(Parameter::name))
        .contains("trend-stop-atr", "reversion-stop-atr", "volatile-share")
        .contains("trend-adaptive", "reversion-adaptive", "trend-caution", "reversion-caution")
        .doesNotHaveDuplicates();
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

package io.tradewind.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.time.Interval;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several intervals, or several strategies, say together, from figures given by hand. */
class CombinedRulesTest {
  private static final String SPOT = "BTC/USDT";
  private static final String PERP = "BTC/USDT:USDT";

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
}

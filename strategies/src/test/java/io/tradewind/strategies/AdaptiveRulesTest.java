package io.tradewind.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.order.OrderPurpose;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How targets and thresholds go with the market and with results. */
class AdaptiveRulesTest {
  private static final String SPOT = "BTC/USDT";
  private static final String PERP = "BTC/USDT:USDT";

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
}

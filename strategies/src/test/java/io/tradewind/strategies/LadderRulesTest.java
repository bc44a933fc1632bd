package io.tradewind.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is said by strategies that buy in several steps. */
class LadderRulesTest {
  private static final String SPOT = "BTC/USDT";
  private static final long HOUR_NS = Stage.HOUR.durationNs();

  private static Stage grid(Map<String, String> given) {
    return new Stage(new Grid(), given, SPOT)
        .feature("sma(5) on 1d", 100)
        .feature("average-range(14) on 1d", 8);
  }

  private static final Map<String, String> THREE =
      Map.of("levels", "3", "spacing", "arithmetic", "share", "0.6");

  private static String buy(int line, double price, double above) {
    return ("long: grid line " + line + " of 3, sold again at " + Words.figure(above))
        + ("; adds; limit " + Words.figure(price) + "; stop 90; Qty[base=20.0]; confidence 0.5");
  }

  /** Lines 94, 96, 98, 100 under a centre of 100, a quarter of 8 apart; lots of 2000 at 100. */
  @Test
  void gridBuysUnderTheCentreAndSellsALineAbove() {
    Stage stage = grid(THREE);
    assertThat(stage.bar(100)).containsExactly(buy(3, 98, 100), buy(2, 96, 98), buy(1, 94, 96));
    stage.fresh(false);
    assertThat(stage.bar(99)).isEmpty();
    stage.holding(20);
    assertThat(stage.bar(97)).containsExactly("reduce 1 at 100: grid: bought at 98");
    assertThat(stage.bar(97)).isEmpty();
    stage.holding(60);
    assertThat(stage.bar(94.5))
        .containsExactly(
            "reduce 0.333333 at 98: grid: bought at 96",
            "reduce 0.333333 at 96: grid: bought at 94");
    stage.holding(40);
    assertThat(stage.bar(97)).containsExactly(buy(1, 94, 96));
    stage.holding(0);
    assertThat(stage.bar(101)).containsExactly(buy(3, 98, 100), buy(2, 96, 98));
  }

  @Test
  void gridIsLaidAnewWithTheDayWhileNothingIsHeld() {
    Stage stage = grid(THREE);
    stage.fresh(false);
    assertThat(stage.bar(100)).as("before the day's close").isEmpty();
    stage.fresh(true);
    assertThat(stage.bar(100)).hasSize(3);
    stage.holding(20);
    assertThat(stage.bar(97)).as("held").hasSize(1);
    stage.holding(0).feature("sma(5) on 1d", 102);
    List<String> said = stage.bar(97.5);
    assertThat(said).as("lines above the close are not bought").hasSize(2);
    assertThat(said.getFirst()).isEqualTo("exit: the grid is taken back");
    assertThat(said.get(1)).startsWith("long: grid line 1 of 3").contains("limit 96;");
  }

  @Test
  void gridLeavesLinesAboveTheCloseUntilItHasRisenPastThem() {
    Stage stage = grid(THREE);
    assertThat(stage.bar(95)).hasSize(1);
    stage.fresh(false);
    assertThat(stage.bar(97)).hasSize(1).first().asString().contains("limit 96;");
    assertThat(stage.bar(105)).hasSize(1).first().asString().contains("limit 98;");
    assertThat(stage.bar(105)).isEmpty();
  }

  @Test
  void gridEndsUnderItsLowestLine() {
    Stage stage = grid(THREE);
    stage.bar(100);
    stage.fresh(false).holding(60);
    stage.bar(93);
    stage.holding(0);
    assertThat(stage.bar(94)).containsExactly("exit: the grid is taken back");
    assertThat(stage.bar(94)).isEmpty();
  }

  @Test
  void gridOfQuotients() {
    Stage stage = grid(Map.of("levels", "2"));
    double first = 100 / 1.02;
    double second = first / 1.02;
    double stop = second / 1.02 / 1.02;
    List<String> said = stage.bar(100);
    assertThat(said).hasSize(2);
    assertThat(said.get(0))
        .contains("limit " + Words.figure(first) + "; stop " + Words.figure(stop));
    assertThat(said.get(1)).contains("limit " + Words.figure(second) + ";");
  }

  @Test
  void gridBetweenBounds() {
    Map<String, String> between =
        Map.of("levels", "2", "lower", "64", "upper", "100", "stop-steps", "1");
    Stage stage = grid(between);
    List<String> said = stage.bar(99);
    assertThat(said).hasSize(2);
    assertThat(said.get(0)).contains("sold again at 100; adds; limit 80; stop 51.2;");
    assertThat(said.get(1)).contains("sold again at 80; adds; limit 64; stop 51.2;");
    assertThat(stage.bar(98)).as("bounds do not move with the day").isEmpty();
    assertThatThrownBy(() -> grid(Map.of("lower", "100", "upper", "64")))
        .hasMessage("lower must be > 0 and < upper = 64.0, or both 0, was 100.0");
    assertThatThrownBy(() -> grid(Map.of("upper", "64")))
        .hasMessage("lower must be > 0 and < upper = 64.0, or both 0, was 0.0");
  }

  @Test
  void gridRemembers() {
    Stage stage = grid(THREE);
    stage.bar(100);
    stage.fresh(false).holding(40);
    stage.bar(95);
    Stage other = grid(THREE).fresh(false).holding(20);
    other.load(stage.saved());
    assertThat(other.bar(97)).containsExactly(buy(2, 96, 98));
  }

  private static Stage averaging(String... given) {
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < given.length; i += 2) {
      all.put(given[i], given[i + 1]);
    }
    return new Stage(new DollarCostAveraging(), all, SPOT).feature("rsi(14)", 34);
  }

  /**
   * Shares 0.1, 0.2, 0.4 at 100, 98 and 94: averages 98.66 and 95.97, 2 % over them; 8 % under the
   * last.
   */
  @Test
  void averagingFallsInSteps() {
    String[] given = {"orders", "3", "share", "0.7", "step-scale", "2", "size-scale", "2"};
    Stage stage = averaging(given);
    assertThat(stage.bar(100))
        .containsExactly(
            "long: first of 3 purchases, RSI 34.0; Share[ratio=0.09999999999999999]; stop 86;"
                + " target 102; confidence 0.6");
    stage.holding(0, 10, 100);
    double second = 0.3 / (0.1 / 100 + 0.2 / 98);
    double third = 0.7 / (0.1 / 100 + 0.2 / 98 + 0.4 / 94);
    assertThat(stage.bar(99))
        .containsExactly(
            "long: safety order 1 of 2, average then "
                + Words.figure(second)
                + "; adds; limit 98; Share[ratio=0.19999999999999998]; stop 86; target "
                + Words.figure(second * 1.02)
                + "; confidence 0.5",
            "long: safety order 2 of 2, average then "
                + Words.figure(third)
                + "; adds; limit 94; Share[ratio=0.39999999999999997]; stop 86; target "
                + Words.figure(third * 1.02)
                + "; confidence 0.5");
    assertThat(stage.bar(97)).isEmpty();
    Stage other = averaging(given).holding(0, 10, 100);
    other.load(stage.saved());
    assertThat(other.bar(97)).as("they are laid").isEmpty();
    stage.holding(0, 30, 98.6);
    assertThat(stage.bar(100.57)).isEmpty();
    assertThat(stage.bar(100.58)).containsExactly("exit: close 100.58 at the target over 98.6");
    stage.holding(0);
    assertThat(stage.bar(100)).as("begins anew").hasSize(1);
  }

  @Test
  void averagingTakesBackWhatRestsWhenItsPositionIsClosed() {
    Stage stage = averaging();
    stage.bar(100);
    stage.holding(0, 10, 100);
    assertThat(stage.bar(99)).hasSize(4);
    stage.holding(0);
    assertThat(stage.bar(90))
        .containsExactly("exit: the position is closed: safety orders are taken back");
    assertThat(stage.feature("rsi(14)", 41).bar(90)).isEmpty();
    assertThat(stage.feature("rsi(14)", 40).bar(90)).hasSize(1);
  }

  @Test
  void averagingBuysRegularly() {
    Stage stage = averaging("mode", "regular", "orders", "2", "share", "0.5", "every-hours", "12");
    assertThat(stage.bar(0, 11 * HOUR_NS, 100)).isEmpty();
    assertThat(stage.bar(0, 12 * HOUR_NS, 100))
        .containsExactly(
            "long: regular purchase, average then 100; Share[ratio=0.25]; stop 92;"
                + " confidence 0.5; target 102");
    stage.holding(0, 25, 100);
    assertThat(stage.bar(0, 13 * HOUR_NS, 99)).isEmpty();
    assertThat(stage.bar(0, 24 * HOUR_NS, 80))
        .containsExactly(
            "long: regular purchase, average then 88.8889; Share[ratio=0.25]; stop 76.8;"
                + " confidence 0.5; target 90.6667; adds");
    stage.holding(0, 56.25, 88.8889);
    assertThat(stage.bar(0, 36 * HOUR_NS, 85)).as("all are held").isEmpty();
    assertThat(stage.bar(0, 37 * HOUR_NS, 90.7)).hasSize(1);
  }

  @Test
  void averagingNeedsAStopAboveZero() {
    assertThatThrownBy(() -> averaging("stop-percent", "90"))
        .hasMessageStartingWith("the stop must be above a price of 0, was 1.02");
  }
}

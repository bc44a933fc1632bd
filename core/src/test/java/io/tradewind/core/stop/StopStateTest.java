package io.tradewind.core.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitRules;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bars in, levels out. Every position is opened at 100 with costs of 0.2 %; a bar is high, low,
 * close and the average true range, and there is a level after the entry and after each bar.
 */
class StopStateTest {
  private static final long ENTRY = 1000;
  private static final long BAR = 100;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a fixed stop stays,                  fixed 0.05,              1, '103 99 102 1 / 110 101 109 1', 95 95 95",
    "so does the signal's,                signal 97,               1, '103 99 102 1 / 110 101 109 1', 97 97 97",
    "of two the nearer,                   signal 97 + fixed 0.02,  1, '103 99 102 1', 98 98",
    "two ranges as of the entry,          volatility 2,            1.5, '103 99 102 3 / 110 101 109 0.5', 97 97 97",
    "a range that comes late,             volatility 2,            NaN, '103 99 102 NaN / 104 101 102 2 / 104 101 102 1', - - 96 96",
    "no range at all is none,             volatility 2,            0, '103 99 102 0 / 104 101 102 2', - - 96",
    "further away than the price,         volatility 2,            60, '103 99 102 1', - -",
    "trailing from the entry,             trail 0.1 0,             1, '110 99 105 1 / 105 101 102 1 / 120 102 119 1', 90 99 99 108",
    "trailing from a profit on,           trail 0.1 0.05,          1, '104 99 102 1 / 105 101 102 1 / 104 99 100 1', - - 94.5 94.5",
    "a fixed stop till it is overtaken,   fixed 0.08 + trail 0.1 0.05, 1, '104 99 102 1 / 110 101 102 1', 92 92 99",
    "ranges from the best price,          trail-atr 3,             2, '105 99 104 2 / 104 101 103 1 / 106 102 103 5', 94 99 102 102",
    "ranges from the highest of 2 bars,   chandelier 2 3,          1, '105 99 104 1 / 103 99 100 1 / 103 99 100 1 / 104 99 103 0.5', 97 102 102 102 102.5",
    "the highest leaves: it stays,        chandelier 1 3,          1, '105 99 104 1 / 102 99 100 1', 97 102 102",
    "break-even from 2 % on,              even 0.02,               1, '101.99 99 101 1 / 102 99 101 1 / 101 99 100.5 1', - - 100.2 100.2",
    "a stop till break-even,              fixed 0.05 + even 0.02,  1, '101 99 101 1 / 102 99 101 1', 95 95 100.2",
    "all at once,                         fixed 0.1 + volatility 3 + trail-atr 4 + even 0.02, 2, '101 99 101 2 / 103 99 102 2 / 110 102 109 2', 94 94 100.2 102",
    "a gap up is followed,                trail 0.1 0,             1, '130 125 128 1', 90 117",
    "a gap down moves nothing,            trail 0.1 0 + even 0.02, 1, '85 80 82 9', 90 90",
    "up and through it in one bar,        trail 0.1 0,             1, '120 80 85 1', 90 108"
  })
  void long_(String what, String rules, double atr, String bars, String levels) {
    assertThat(levels(Direction.LONG, rules, atr, bars)).as(what).isEqualTo(levels);
  }

  /** The mirror image: what was above 100 is below. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a fixed stop stays,                  fixed 0.05,              1, '101 97 98 1 / 99 90 91 1', 105 105 105",
    "so does the signal's,                signal 103,              1, '101 97 98 1 / 99 90 91 1', 103 103 103",
    "of two the nearer,                   signal 103 + fixed 0.02, 1, '101 97 98 1', 102 102",
    "two ranges as of the entry,          volatility 2,            1.5, '101 97 98 3 / 99 90 91 0.5', 103 103 103",
    "a range that comes late,             volatility 2,            NaN, '101 97 98 NaN / 99 96 98 2 / 99 96 98 1', - - 104 104",
    "trailing from the entry,             trail 0.1 0,             1, '101 90 95 1 / 99 95 98 1 / 98 80 81 1', 110 99 99 88",
    "trailing from a profit on,           trail 0.1 0.05,          1, '101 96 98 1 / 99 95 98 1 / 101 96 100 1', - - 104.5 104.5",
    "a fixed stop till it is overtaken,   fixed 0.08 + trail 0.1 0.05, 1, '101 96 98 1 / 99 90 98 1', 108 108 99",
    "ranges from the best price,          trail-atr 3,             2, '101 95 96 2 / 99 96 97 1 / 98 94 97 5', 106 101 98 98",
    "ranges from the lowest of 2 bars,    chandelier 2 3,          1, '101 95 96 1 / 101 97 100 1 / 101 97 100 1 / 101 96 97 0.5', 103 98 98 98 97.5",
    "break-even from 2 % on,              even 0.02,               1, '101 98.01 99 1 / 101 98 99 1 / 101 99 99.5 1', - - 99.8 99.8",
    "all at once,                         fixed 0.1 + volatility 3 + trail-atr 4 + even 0.02, 2, '101 99 99 2 / 101 97 98 2 / 98 90 91 2', 106 106 99.8 98",
    "a gap down is followed,              trail 0.1 0,             1, '75 70 72 1', 110 77",
    "a gap up moves nothing,              trail 0.1 0 + even 0.02, 1, '120 115 118 9', 110 110",
    "down and through it in one bar,      trail 0.1 0,             1, '120 80 115 1', 110 88"
  })
  void short_(String what, String rules, double atr, String bars, String levels) {
    assertThat(levels(Direction.SHORT, rules, atr, bars)).as(what).isEqualTo(levels);
  }

  /** Which rule stands behind the level after the entry and the last bar, and has it moved. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the first of equals,     signal 95 + fixed 0.05, '103 99 102 1',  the signal's, false",
    "the nearer,              signal 94 + fixed 0.05, '103 99 102 1',  fixed,        false",
    "trailing where it began, trail 0.1 0,            '100 99 99 1',   trailing,     false",
    "and where it came to,    trail 0.1 0,            '101 99 99 1',   trailing,     true",
    "break-even,              fixed 0.05 + even 0.02, '102 99 102 1',  break-even,   true",
    "chandelier,              fixed 0.05 + chandelier 5 3, '120 99 102 1', chandelier, true",
    "trailing by range,       fixed 0.05 + trail-atr 3, '120 99 102 1', trailing by range, true",
    "volatility,              fixed 0.05 + volatility 2, '103 99 102 1', volatility, false"
  })
  void isNamed(String what, String rules, String bars, String rule, boolean moved) {
    StopState state = opened(Direction.LONG, rules, 1);
    feed(state, bars);
    assertThat(state.level().orElseThrow().setBy().text()).as(what).isEqualTo(rule);
    assertThat(state.hasMoved()).as(what).isEqualTo(moved);
  }

  /** What is to be amended at the venue: a trailing order moves by itself. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "only where the trailing began,   trail 0.1 0,                  '110 99 105 1 / 120 99 119 1', 90 90 90",
    "not before it follows,           trail 0.1 0.05,               '110 99 105 1', - -",
    "the fixed one beside it,         fixed 0.05 + trail 0.1 0,     '120 99 119 1', 95 95",
    "what the venue cannot follow,    trail-atr 3 + trail 0.01 0,   '110 99 105 1', 99 107",
    "break-even,                      even 0.02 + trail 0.1 0,      '104 99 103 1', 90 100.2"
  })
  void amends(String what, String rules, String bars, String levels) {
    StopState state = opened(Direction.LONG, rules, 1);
    StringBuilder seen = new StringBuilder(text(state.order().map(StopLevel::price)));
    for (String bar : bars.split(" / ")) {
      feed(state, bar);
      seen.append(' ').append(text(state.order().map(StopLevel::price)));
    }
    assertThat(seen).as(what).hasToString(levels);
  }

  /** A stop at 98 (of a short 102): a price that is at it or beyond has tripped it. */
  @ParameterizedTest
  @CsvSource({
    "LONG, 98.01, false",
    "LONG, 98, true",
    "LONG, 50, true",
    "SHORT, 101.99, false",
    "SHORT, 102, true",
    "SHORT, 150, true"
  })
  void isTripped(Direction direction, double price, boolean tripped) {
    assertThat(opened(direction, "fixed 0.02", 1).isTripped(price)).isEqualTo(tripped);
  }

  @Test
  void whatIsNotThereIsNotTripped() {
    assertThat(opened(Direction.LONG, "even 0.02", 1).isTripped(1)).isFalse();
    assertThat(new StopState().isTripped(1)).isFalse();
  }

  /** The bar of the entry may have had its extremes before: only its close counts. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "it began before the entry,  999,  LONG,  trail 0.1 0,    94.5",
    "it began with the entry,    1000, LONG,  trail 0.1 0,    108",
    "of a short before,          999,  SHORT, trail 0.1 0,    110",
    "of a short with it,         1000, SHORT, trail 0.1 0,    88",
    "a chandelier,               999,  LONG,  chandelier 5 3, 102",
    "a chandelier of a short,    1000, SHORT, chandelier 5 3, 83",
    "break-even,                 999,  LONG,  even 0.06,      -",
    "break-even with it,         1000, LONG,  even 0.06,      100.2"
  })
  void theBarOfTheEntry(String what, long from, Direction direction, String rules, String level) {
    StopState state = opened(direction, rules, 1);
    state.onBar(from, 120, 80, 105, 1);
    assertThat(text(state.level().map(StopLevel::price))).as(what).isEqualTo(level);
  }

  /** More is bought: ratios go by the new average, and nothing goes back for it. */
  @Test
  void aSecondFillMovesTheAverage() {
    StopState state = opened(Direction.LONG, "fixed 0.05", 1);
    state.onEntry(104, 1);
    assertThat(state.level()).contains(new StopLevel(98.8, new StopRule.Fixed(0.05)));
    state.onEntry(90, 1);
    assertThat(state.level()).contains(new StopLevel(98.8, new StopRule.Fixed(0.05)));
    StopState even = opened(Direction.SHORT, "even 0.02", 1);
    even.onBar(ENTRY, 100, 98.5, 99, 1);
    even.onEntry(100.6, 1);
    assertThat(text(even.level().map(StopLevel::price))).isEqualTo("100.3988");
  }

  @Test
  void aNewPlanDoesNotLoosen() {
    StopState state = opened(Direction.LONG, "fixed 0.05", 1);
    state.replan(StopRules.plan("signal 92"));
    state.onEntry(101, 1);
    assertThat(state.level()).contains(new StopLevel(95, new StopRule.Fixed(0.05)));
    feed(state, "101 99 100 1");
    state.replan(StopRules.plan("chandelier 3 2"));
    state.onEntry(102, 1);
    assertThat(state.level()).contains(new StopLevel(100, new StopRule.Chandelier(3, 2)));
  }

  @Test
  void nothingOutlivesAPosition() {
    StopState state = opened(Direction.LONG, "fixed 0.05 + chandelier 5 1 + volatility 2", 1);
    feed(state, "150 99 140 1");
    state.close();
    assertThat(state.isOpen()).isFalse();
    assertThat(state.level()).isEmpty();
    assertThat(state.order()).isEmpty();
    state.open(StopRules.plan("chandelier 5 1"), Direction.LONG, 0.002, ENTRY);
    state.onEntry(50, 1);
    assertThat(state.level()).contains(new StopLevel(49, new StopRule.Chandelier(5, 1)));
    feed(state, "150 99 140 1");
    state.open(StopRules.plan("trail 0.1 0"), Direction.LONG, 0.002, ENTRY);
    state.onEntry(50, 1);
    assertThat(state.level()).contains(new StopLevel(45, new StopRule.TrailingPercent(0.1, 0)));
    state.open(StopRules.plan("volatility 2"), Direction.SHORT, 0.002, ENTRY);
    state.onEntry(50, Double.NaN);
    assertThat(state.level()).isEmpty();
  }

  @Test
  void ageAndTheReturnThatItAsksFor() {
    StopPlan plan =
        new StopPlan(
            List.of(),
            List.of(),
            List.of(
                new ExitRules.RoiStep(10, 0.05),
                new ExitRules.RoiStep(20, 0.01),
                new ExitRules.RoiStep(30, -0.02)),
            OptionalLong.of(40));
    StopState state = new StopState();
    assertThat(state.isOld(Long.MAX_VALUE)).isFalse();
    state.open(plan, Direction.LONG, 0, ENTRY);
    state.onEntry(100, 1);
    assertThat(state.roiPrice(ENTRY + 9)).isEmpty();
    assertThat(state.roiPrice(ENTRY + 10)).hasValue(105);
    assertThat(state.roiPrice(ENTRY + 29)).hasValue(101);
    assertThat(state.roiPrice(ENTRY + 30)).hasValue(98);
    assertThat(state.isOld(ENTRY + 39)).isFalse();
    assertThat(state.isOld(ENTRY + 40)).isTrue();
    state.open(plan, Direction.SHORT, 0, ENTRY);
    state.onEntry(100, 1);
    assertThat(state.roiPrice(ENTRY + 10)).hasValue(95);
    StopPlan twice =
        new StopPlan(
            List.of(), List.of(), List.of(new ExitRules.RoiStep(0, 1.5)), OptionalLong.empty());
    state.open(twice, Direction.SHORT, 0, ENTRY);
    state.onEntry(100, 1);
    assertThat(state.roiPrice(ENTRY)).isEmpty();
  }

  @Test
  void isChecked() {
    StopState state = new StopState();
    assertThatThrownBy(() -> state.onEntry(100, 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> state.onBar(0, 1, 1, 1, 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> state.replan(StopPlan.NONE)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> state.open(StopPlan.NONE, Direction.LONG, -0.1, 0))
        .hasMessage("costs must be in [0, 1), was -0.1");
    state.open(StopPlan.NONE, Direction.LONG, 0, 0);
    assertThatThrownBy(() -> state.onEntry(Double.NaN, 1))
        .hasMessage("averagePrice must be > 0, was NaN");
  }

  private static StopState opened(Direction direction, String rules, double atr) {
    StopState state = new StopState();
    state.open(StopRules.plan(rules), direction, 0.002, ENTRY);
    state.onEntry(100, atr);
    return state;
  }

  private static String levels(Direction direction, String rules, double atr, String bars) {
    StopState state = opened(direction, rules, atr);
    StringBuilder seen = new StringBuilder(text(state.level().map(StopLevel::price)));
    String[] each = bars.split(" / ");
    for (int i = 0; i < each.length; i++) {
      feed(state, each[i]);
      seen.append(' ').append(text(state.level().map(StopLevel::price)));
    }
    return seen.toString();
  }

  private static void feed(StopState state, String bars) {
    long time = ENTRY;
    for (String bar : bars.split(" / ")) {
      String[] n = bar.split(" ");
      state.onBar(
          time,
          Double.parseDouble(n[0]),
          Double.parseDouble(n[1]),
          Double.parseDouble(n[2]),
          Double.parseDouble(n[3]));
      time += BAR;
    }
  }

  private static String text(java.util.Optional<Double> level) {
    return level
        .map(price -> java.math.BigDecimal.valueOf(Math.rint(price * 1e9) / 1e9))
        .map(price -> price.stripTrailingZeros().toPlainString())
        .orElse("-");
  }
}

package io.tradewind.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.indicator.structure.ChartPatterns;
import io.tradewind.analytics.indicator.structure.HarmonicPatterns;
import io.tradewind.analytics.pattern.Direction;
import io.tradewind.analytics.pattern.PatternMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told at a bar can be acted on at its close. */
class PatternMatchesTest {
  private static final int BARS = 20_000;

  @ParameterizedTest
  @CsvSource({"atr, 1", "atr, 3", "percent, 2", "fractal, 2", "fractal, 5"})
  void noneIsInvalidWhenItBecomesKnown(String kind, double size) {
    Candles candles = Candles.random(51, BARS);
    ChartPatterns forms = new ChartPatterns(kind, size);
    HarmonicPatterns harmonic = new HarmonicPatterns(kind, size, 0.1);
    int told = 0;
    int broken = 0;
    for (int bar = 0; bar < BARS; bar++) {
      candles.feed(forms, bar);
      candles.feed(harmonic, bar);
      List<PatternMatch> matches = new ArrayList<>(forms.matches());
      assertThat(matches).hasSize(countOfOutputs(forms));
      matches.addAll(harmonic.matches());
      for (PatternMatch match : matches) {
        told++;
        assertThat(isBeyond(match, "invalidation", candles.close()[bar], -1)).isFalse();
        broken += isBeyond(match, "breakout", candles.close()[bar], 1) ? 1 : 0;
      }
    }
    assertThat(told).isGreaterThan(100);
    assertThat(broken).isBetween(1, told / 2);
  }

  private static int countOfOutputs(ChartPatterns forms) {
    int count = 0;
    for (int output = 1; output < forms.outputs(); output++) {
      count += Math.abs(forms.value(output)) > 0 ? 1 : 0;
    }
    return count;
  }

  /** Whether a price lies on the side of a level to which the match points, or the other. */
  private static boolean isBeyond(PatternMatch match, String level, double price, int side) {
    int up = match.direction() == Direction.BULLISH ? side : -side;
    return match.level(level).stream().anyMatch(at -> up * (price - at) > 0);
  }

  @Test
  void nothingIsToldAfterANaN() {
    ChartPatterns forms = new ChartPatterns("atr", 1);
    HarmonicPatterns harmonic = new HarmonicPatterns("fractal", 1, 0.3);
    assertThat(countAfterNaN(forms, forms::matches)).isZero();
    assertThat(countAfterNaN(harmonic, harmonic::matches)).isZero();
  }

  /** The NaN comes at a bar that is itself no end of a pattern. */
  private static int countAfterNaN(BarIndicator indicator, Supplier<List<PatternMatch>> matches) {
    Candles candles = Candles.random(52, BARS);
    int before = 0;
    int after = 0;
    for (int bar = 0; bar < BARS; bar++) {
      if (bar == BARS / 2) {
        indicator.update(100, Double.NaN, 99, 100, 1);
      }
      candles.feed(indicator, bar);
      if (bar < BARS / 2) {
        before += matches.get().size();
      } else {
        after += matches.get().size();
      }
    }
    assertThat(before).isGreaterThan(100);
    return after;
  }
}

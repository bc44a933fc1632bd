package io.tradewind.analytics.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.pattern.PatternMatch.Level;
import io.tradewind.analytics.pattern.PatternMatch.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a match refuses, and what it answers. */
class PatternMatchTest {
  private static final List<Point> POINTS = List.of(new Point(3, 100), new Point(7, 110));

  private static PatternMatch match(List<Point> points, long knownBar, double confidence) {
    List<Level> levels = List.of(new Level("target", 120));
    return new PatternMatch("made", Direction.BULLISH, points, knownBar, confidence, levels);
  }

  @Test
  void isNotKnownBeforeItsLastPoint() {
    assertThat(match(POINTS, 7, 0.5).knownBar()).isEqualTo(7);
    assertThatThrownBy(() -> match(POINTS, 6, 0.5)).hasMessageContaining("before its last point");
    assertThatThrownBy(() -> match(List.of(), 6, 0.5)).hasMessageContaining("must have a point");
  }

  @Test
  void isConfidentFromZeroToOne() {
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> match(POINTS, 9, wrong)).hasMessageContaining("from 0 to 1");
      assertThatThrownBy(() -> match(POINTS, 9, 1).rescored(_ -> wrong))
          .hasMessageContaining("from 0 to 1");
    }
    assertThat(match(POINTS, 9, 1).rescored(_ -> 0.25)).isEqualTo(match(POINTS, 9, 0.25));
  }

  @Test
  void knowsItsLevelsByName() {
    assertThat(match(POINTS, 9, 1).level("target")).hasValue(120);
    assertThat(match(POINTS, 9, 1).level("neckline")).isEmpty();
  }

  @Test
  void hasADirectionBySign() {
    assertThat(Direction.of(0.3)).isEqualTo(Direction.BULLISH);
    assertThat(Direction.of(-0.3)).isEqualTo(Direction.BEARISH);
    assertThat(Direction.of(0.0)).isEqualTo(Direction.NEUTRAL);
    assertThat(Direction.BEARISH.sign()).isEqualTo(-1);
  }
}

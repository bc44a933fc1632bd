package io.tradewind.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import org.junit.jupiter.api.Test;

/** Levels by hand. */
class LevelBookTest {

  @Test
  void swingsWithinTheWidthAreOneLevelAtTheirMean() {
    LevelBook book = new LevelBook(5, 100);
    book.touch(100, 1);
    book.touch(101, 1);
    book.touch(103, 1);
    book.touch(100.6, 1);
    assertThat(book.levels().stream().map(PriceLevel::touches)).containsExactly(3, 1);
    assertThat(book.levels().getFirst().price()).isCloseTo((100 + 101 + 100.6) / 3, within(1e-12));
    assertThat(book.levels().getLast().price()).isEqualTo(103);
  }

  /** A half-life of one bar: two touches of ages 2 and 0, and volume 4 of 2 + 4, halved once. */
  @Test
  void strengthIsTouchesByAgeAndVolumeNearby() {
    LevelBook book = new LevelBook(5, 1);
    book.touch(100, 1);
    book.pass(99.5, 90, 4);
    book.pass(98.9, 90, 4);
    book.touch(100, 1);
    assertThat(book.strength(0)).isCloseTo((0.25 + 1) * (1 + 2.0 / 6.0), within(1e-12));
  }

  @Test
  void theWeakestIsGivenUpAndOfEqualOnesTheOldest() {
    LevelBook book = new LevelBook(3, 10);
    book.touch(100, 1);
    book.touch(110, 1);
    book.touch(120, 1);
    book.touch(100, 1);
    book.touch(130, 1);
    assertThat(book.levels().stream().map(PriceLevel::price)).containsExactly(100.0, 120.0, 130.0);
    book.pass(131, 130, 5);
    book.touch(140, 1);
    assertThat(book.levels().stream().map(PriceLevel::price)).containsExactly(100.0, 130.0, 140.0);
  }

  @Test
  void findsTheNearestOnEitherSide() {
    LevelBook book = new LevelBook(5, 10);
    for (double price : new double[] {90, 100, 110, 120, 100, 120}) {
      book.touch(price, 1);
    }
    assertThat(book.price(book.below(105, 1))).isEqualTo(100);
    assertThat(book.price(book.below(100, 1))).isEqualTo(100);
    assertThat(book.price(book.above(100, 1))).isEqualTo(110);
    assertThat(book.price(book.above(100, 2))).isEqualTo(120);
    assertThat(book.below(89, 1)).isEqualTo(-1);
    assertThat(book.below(99, 2)).isEqualTo(-1);
    assertThat(book.price(-1)).isNaN();
    assertThat(book.strength(-1)).isZero();
  }

  @Test
  void comesBackFromASnapshot() {
    LevelBook book = new LevelBook(5, 10);
    book.touch(100, 1);
    book.pass(101, 99, 7);
    book.touch(110, 1);
    StateWriter out = new StateWriter();
    book.save(out);
    LevelBook restored = new LevelBook(5, 10);
    restored.touch(7, 1);
    restored.load(new StateReader(out.toByteArray()));
    assertThat(restored.levels()).isEqualTo(book.levels());
    restored.reset();
    assertThat(restored.levels()).isEmpty();
  }
}

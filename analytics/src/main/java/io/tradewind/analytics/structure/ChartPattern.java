package io.tradewind.analytics.structure;

import java.util.Locale;

/** Chart patterns by name. */
public enum ChartPattern {
  /** A top between two lower ones. */
  HEAD_AND_SHOULDERS,
  /** A bottom between two higher ones. */
  INVERSE_HEAD_AND_SHOULDERS,
  /** Two tops at one price. */
  DOUBLE_TOP,
  /** Two bottoms at one price. */
  DOUBLE_BOTTOM,
  /** Three tops at one price. */
  TRIPLE_TOP,
  /** Three bottoms at one price. */
  TRIPLE_BOTTOM,
  /** Level highs and rising lows. */
  ASCENDING_TRIANGLE,
  /** Falling highs and level lows. */
  DESCENDING_TRIANGLE,
  /** Falling highs and rising lows. */
  SYMMETRIC_TRIANGLE,
  /** Rising highs and lows that rise faster. */
  RISING_WEDGE,
  /** Falling lows and highs that fall faster. */
  FALLING_WEDGE,
  /** A pause between parallel lines after a steep rise. */
  BULL_FLAG,
  /** A pause between parallel lines after a steep fall. */
  BEAR_FLAG,
  /** A pause between lines that meet after a steep rise. */
  BULL_PENNANT,
  /** A pause between lines that meet after a steep fall. */
  BEAR_PENNANT,
  /** Between two parallel lines that rise. */
  RISING_CHANNEL,
  /** Between two parallel lines that fall. */
  FALLING_CHANNEL,
  /** Between two parallel lines that do neither, a rectangle. */
  HORIZONTAL_CHANNEL;

  /** Lower case words with dashes. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

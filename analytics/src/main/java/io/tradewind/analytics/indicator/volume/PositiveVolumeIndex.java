package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;

/**
 * Positive volume index: begun with 1000, it goes the way of the close, {@code index close /
 * close'}, at bars whose volume rose, and stays at the others and after a close of 0. Ready after 1
 * bar. Source: N. G. Fosback (1976), "Stock Market Logic". As TA-Lib's PVI.
 */
public final class PositiveVolumeIndex extends VolumeIndex {

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "pvi", "Positive volume index: the price where volume rose")
          .source("N. G. Fosback (1976), Stock Market Logic")
          .taLib("PVI")
          .output("pvi", Unit.NUMBER)
          .memory(Memory.LASTING)
          .makes(values -> new PositiveVolumeIndex());

  /** Over all bars. */
  public PositiveVolumeIndex() {
    super(DEFINITION);
  }

  @Override
  boolean moves(double previous, double volume) {
    return volume > previous;
  }
}

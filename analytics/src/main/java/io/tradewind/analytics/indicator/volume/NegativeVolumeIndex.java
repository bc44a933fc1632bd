package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;

/**
 * Negative volume index: begun with 1000, it goes the way of the close, {@code index close /
 * close'}, at bars whose volume fell, and stays at the others and after a close of 0. Ready after 1
 * bar. Source: N. G. Fosback (1976), "Stock Market Logic". As TA-Lib's NVI.
 */
public final class NegativeVolumeIndex extends VolumeIndex {

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "nvi", "Negative volume index: the price where volume fell")
          .source("N. G. Fosback (1976), Stock Market Logic")
          .taLib("NVI")
          .output("nvi", Unit.NUMBER)
          .memory(Memory.LASTING)
          .makes(values -> new NegativeVolumeIndex());

  /** Over all bars. */
  public NegativeVolumeIndex() {
    super(DEFINITION);
  }

  @Override
  boolean moves(double previous, double volume) {
    return volume < previous;
  }
}

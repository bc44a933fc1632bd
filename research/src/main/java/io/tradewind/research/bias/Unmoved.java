package io.tradewind.research.bias;

import java.util.Optional;

/**
 * Finds features that do not read the candles: their values change from bar to bar, and yet they
 * are the same on quite other candles.
 *
 * @param bar the first at which it changed
 * @param feature which
 */
record Unmoved(int bar, int feature) {

  static Optional<Unmoved> find(Transcript whole, Transcript other, int feature) {
    int changed = -1;
    int common = Math.min(whole.bars(), other.bars());
    for (int bar = 0; bar < common; bar++) {
      if (!whole.isSameBar(bar, other, bar, 0)
          || Double.compare(whole.value(bar, feature), other.value(bar, feature)) != 0) {
        return Optional.empty();
      }
      if (changed < 0 && bar > 0 && whole.value(bar, feature) != whole.value(bar - 1, feature)) {
        changed = bar;
      }
    }
    return changed < 0 ? Optional.empty() : Optional.of(new Unmoved(changed, feature));
  }
}

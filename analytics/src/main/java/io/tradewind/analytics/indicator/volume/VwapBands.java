package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.TimedBarIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.window.WeightedMoments;

/**
 * Volume-weighted average price since a beginning, and bands of one, two and three volume-weighted
 * standard deviations around it: {@code vwap = sum(tp volume) / sum(volume)}, {@code deviation =
 * sqrt(sum(volume (tp - vwap)^2) / sum(volume))} with the typical price {@code tp = (high + low +
 * close) / 3}. The deviation is around the average as it stands, over all bars since the beginning.
 */
abstract class VwapBands extends TimedBarIndicator {
  private static final int BANDS = 3;

  private final WeightedMoments moments = part(new WeightedMoments());

  VwapBands(Definition definition, int warmup) {
    super(definition, warmup);
  }

  /** The outputs that {@link #publishBands} sets. */
  static Definition.Draft outputs(Definition.Draft draft) {
    return draft
        .sparse("vwap", Unit.PRICE)
        .sparse("upper-1", Unit.PRICE)
        .sparse("lower-1", Unit.PRICE)
        .sparse("upper-2", Unit.PRICE)
        .sparse("lower-2", Unit.PRICE)
        .sparse("upper-3", Unit.PRICE)
        .sparse("lower-3", Unit.PRICE);
  }

  /** Begins anew. */
  final void begin() {
    moments.reset();
  }

  /** Counts a bar. */
  final void add(double high, double low, double close, double volume) {
    moments.add((high + low + close) / 3.0, volume);
  }

  /** Ends an update; all outputs are NaN while no bar with volume was counted. */
  final double publishBands() {
    double vwap = moments.mean();
    double deviation = moments.standardDeviation();
    for (int band = 1; band <= BANDS; band++) {
      set(2 * band - 1, vwap + band * deviation);
      set(2 * band, vwap - band * deviation);
    }
    return publish(vwap);
  }
}

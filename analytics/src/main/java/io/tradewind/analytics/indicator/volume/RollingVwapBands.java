package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingWeightedMoments;

/**
 * Volume-weighted average price of the last {@code length} bars with bands of one, two and three
 * volume-weighted standard deviations: {@code vwap = sum(tp volume) / sum(volume)}, {@code
 * deviation = sqrt(sum(volume (tp - vwap)^2) / sum(volume))} with the typical price {@code tp =
 * (high + low + close) / 3}. Outputs: 0 vwap, then upper and lower bands of one, two and three
 * deviations. Ready after {@code length} bars; NaN also later while none of them has volume.
 * Source: Berkowitz, Logue and Noser (1988), "The Total Cost of Transactions on the NYSE", Journal
 * of Finance 43; the bands are common knowledge. Output 0 as {@code rolling-vwap}; a variant of
 * TradingView's, which anchors it.
 */
public final class RollingVwapBands extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME,
              "rolling-vwap-bands",
              "Volume-weighted price of the last bars with bands")
          .source("Berkowitz, Logue and Noser (1988), The Total Cost of Transactions on the NYSE")
          .parameter(LENGTH)
          .sparse("vwap", Unit.PRICE)
          .sparse("upper-1", Unit.PRICE)
          .sparse("lower-1", Unit.PRICE)
          .sparse("upper-2", Unit.PRICE)
          .sparse("lower-2", Unit.PRICE)
          .sparse("upper-3", Unit.PRICE)
          .sparse("lower-3", Unit.PRICE)
          .makes(values -> new RollingVwapBands(values.get(LENGTH)));

  private final RollingWeightedMoments moments;

  private static final int BANDS = 3;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 20
   */
  public RollingVwapBands(int length) {
    super(DEFINITION, LENGTH.check(length));
    moments = part(new RollingWeightedMoments(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    moments.add((high + low + close) / 3.0, volume);
    double vwap = moments.mean();
    double deviation = moments.standardDeviation();
    for (int band = 1; band <= BANDS; band++) {
      set(2 * band - 1, vwap + band * deviation);
      set(2 * band, vwap - band * deviation);
    }
    return publish(vwap);
  }
}

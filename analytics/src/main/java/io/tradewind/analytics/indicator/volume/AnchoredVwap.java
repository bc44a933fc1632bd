package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Volume-weighted average price since a given time, with bands as {@link SessionVwap} has them. The
 * bars count that open at that time or later. Outputs: 0 vwap, then upper and lower bands of one,
 * two and three deviations. Source: B. Shannon (2023), "Maximum Trading Gains with Anchored VWAP";
 * the price itself Berkowitz, Logue and Noser (1988). TA-Lib has no such function.
 *
 * <p>The anchor is given in minutes since 1970-01-01 00:00 UTC; 0, the default, and any other
 * before the first bar, means from the first bar that is seen. Ready after 1 bar; NaN before the
 * anchor and until a bar has volume. A NaN stays until a reset.
 */
public final class AnchoredVwap extends VwapBands {
  private static final IntParameter ANCHOR =
      Parameter.integer("anchor-minute", 0, 0, Integer.MAX_VALUE);
  private static final long MINUTE_NS = 60_000_000_000L;

  /** What this is. */
  public static final Definition DEFINITION =
      outputs(
              Definition.of(
                  Family.VOLUME, "anchored-vwap", "Volume-weighted price since a time with bands"))
          .source("B. Shannon (2023), Maximum Trading Gains with Anchored VWAP")
          .parameter(ANCHOR)
          .memory(Memory.LASTING)
          .makes(values -> new AnchoredVwap(values.get(ANCHOR)));

  private final long anchorNs;

  /**
   * Since a time.
   *
   * @param anchorMinute minutes since 1970-01-01 00:00 UTC, at least 0
   */
  public AnchoredVwap(int anchorMinute) {
    super(DEFINITION, 1);
    anchorNs = ANCHOR.check(anchorMinute) * MINUTE_NS;
  }

  @Override
  public double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    if (openTimeNs >= anchorNs) {
      add(high, low, close, volume);
    }
    return publishBands();
  }
}

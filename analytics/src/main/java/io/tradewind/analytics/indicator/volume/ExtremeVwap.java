package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.MonotonicDeque;

/**
 * Volume-weighted average price since the last bar that was the lowest (or highest) of {@code
 * length} bars when it came, that bar included, with bands as {@link SessionVwap} has them: what
 * those paid on average who came in since the turn. It begins anew with each such bar and never
 * looks for a better one afterwards. Outputs: 0 vwap, then upper and lower bands of one, two and
 * three deviations. Source: B. Shannon (2023), "Maximum Trading Gains with Anchored VWAP". TA-Lib
 * has no such function.
 *
 * <p>Ready after {@code length} bars; NaN until a bar has volume. Before the first {@code length}
 * bars are full the lowest of all so far begins it. A bar that equals the lowest begins it anew.
 */
public final class ExtremeVwap extends VwapBands {
  private static final IntParameter LENGTH = Parameter.integer("length", 50, 2, 100_000);
  private static final ChoiceParameter SINCE = Parameter.choice("since", "low", "high");

  /** What this is. */
  public static final Definition DEFINITION =
      outputs(
              Definition.of(
                  Family.VOLUME,
                  "extreme-vwap",
                  "Volume-weighted price since the last low or high with bands"))
          .source("B. Shannon (2023), Maximum Trading Gains with Anchored VWAP")
          .parameter(LENGTH)
          .parameter(SINCE)
          .memory(Memory.FADING)
          .makes(values -> new ExtremeVwap(values.get(LENGTH), values.get(SINCE).equals("high")));

  private final boolean sinceHigh;
  private final MonotonicDeque extremes;

  /**
   * Since an extreme.
   *
   * @param length bars of which it is the extreme, at least 2
   * @param sinceHigh since the highest high rather than the lowest low
   */
  public ExtremeVwap(int length, boolean sinceHigh) {
    super(DEFINITION, LENGTH.check(length));
    this.sinceHigh = sinceHigh;
    extremes = part(new MonotonicDeque(length));
  }

  @Override
  public double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    extremes.push(sinceHigh ? high : -low);
    if (extremes.age() == 0) {
      begin();
    }
    add(high, low, close, volume);
    return publishBands();
  }
}

package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.RollingRange;

/**
 * Fair value gap: how much the third of three bars leaves open to the first, above 0 if it lies
 * higher, {@code low - high''}, below 0 if it lies lower, {@code high - low''}; 0 if they overlap.
 * Outputs: 0 gap, 1 percent of the range of the last {@code length} bars. Ready after {@code
 * length} bars. As pandas-ta's smc, which gives both sides whatever their sign.
 */
public final class FairValueGap extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 3, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STRUCTURE, "fair-value-gap", "Fair value gap: prices that three bars left out")
          .source("gap between the first and the third of three bars")
          .parameter(LENGTH)
          .output("gap", Unit.PRICE)
          .output("percent", Unit.PERCENT)
          .makes(values -> new FairValueGap(values.get(LENGTH)));

  private final Lag highs;

  private final Lag lows;

  private final RollingRange extremes;

  /**
   * Over the last bars.
   *
   * @param length bars of the range, at least 3, usually 14
   */
  public FairValueGap(int length) {
    super(DEFINITION, LENGTH.check(length));
    highs = part(new Lag(2));
    lows = part(new Lag(2));
    extremes = part(new RollingRange(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double above = low - highs.push(high);
    double below = high - lows.push(low);
    extremes.push(high, low);
    double range = extremes.range();
    double gap = Math.max(above, 0.0) + Math.min(below, 0.0);
    return publish(gap, gap == 0 ? 0.0 : 100.0 * gap / range);
  }
}

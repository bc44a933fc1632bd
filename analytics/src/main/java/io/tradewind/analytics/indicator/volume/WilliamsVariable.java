package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;

/**
 * Variable accumulation and distribution of a bar: {@code (close - open) / (high - low) volume}; 0
 * where the range is 0. Ready after 1 bar. Source: L. Williams, who sums it over some bars. As
 * {@code ta.wvad} of TradingView.
 */
public final class WilliamsVariable extends BarIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME, "wvad", "Williams variable accumulation and distribution of a bar")
          .source("L. Williams; (close - open) / (high - low) volume")
          .output("wvad", Unit.VOLUME)
          .makes(values -> new WilliamsVariable());

  /** Of each bar. */
  public WilliamsVariable() {
    super(DEFINITION, 1);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double range = high - low;
    double part = range == 0 ? 0.0 : (close - open) / range;
    return publish(part * volume);
  }
}

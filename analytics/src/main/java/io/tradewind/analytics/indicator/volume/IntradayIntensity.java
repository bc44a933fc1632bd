package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;

/**
 * Intraday intensity index: {@code (2 close - high - low) / ((high - low) volume)}; 0 where range
 * or volume are 0. Ready after 1 bar. Source: D. Bostian, who multiplies by the volume, which is
 * what {@code ad} sums. As {@code ta.iii} of TradingView.
 */
public final class IntradayIntensity extends BarIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME,
              "intraday-intensity",
              "Intraday intensity: where the close lies in its bar, for each unit of volume")
          .source("D. Bostian; (2 close - high - low) / ((high - low) volume)")
          .output("intensity", Unit.UNSCALED)
          .makes(values -> new IntradayIntensity());

  /** Of each bar. */
  public IntradayIntensity() {
    super(DEFINITION, 1);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double range = (high - low) * volume;
    return publish(range == 0 ? 0.0 : (2.0 * close - high - low) / range);
  }
}

package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.cycle.CycleTrend;
import io.tradewind.analytics.indicator.cycle.HilbertTransform;

/**
 * Instantaneous trend line of Ehlers' Hilbert transform: see {@link CycleTrend}. Ready after 64
 * values. Source: J. F. Ehlers (2001), "Rocket Science for Traders", chapter 10. As TA-Lib's
 * HT_TRENDLINE.
 */
public final class HilbertTrendline extends SeriesIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "hilbert-trendline", "Instantaneous trend line")
          .source("J. F. Ehlers (2001), Rocket Science for Traders, chapter 10")
          .taLib("HT_TRENDLINE")
          .output("trendline", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new HilbertTrendline());

  private final HilbertTransform hilbert;
  private final CycleTrend trend;

  /** Of each value. */
  public HilbertTrendline() {
    super(DEFINITION, 64);
    hilbert = part(new HilbertTransform(HilbertTransform.LONG_START));
    trend = part(new CycleTrend());
  }

  @Override
  public double update(double value) {
    hilbert.update(value);
    return publish(trend.update(value, hilbert.period()));
  }
}

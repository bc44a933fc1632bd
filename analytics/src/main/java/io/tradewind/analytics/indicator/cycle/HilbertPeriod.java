package io.tradewind.analytics.indicator.cycle;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;

/**
 * Period of the dominant cycle, in bars, from about 6 to 50: see {@link HilbertTransform}. Ready
 * after 33 values. Source: J. F. Ehlers (2001), "Rocket Science for Traders", chapter 7. As
 * TA-Lib's HT_DCPERIOD.
 */
public final class HilbertPeriod extends SeriesIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.CYCLE, "hilbert-period", "Period of the dominant cycle")
          .source("J. F. Ehlers (2001), Rocket Science for Traders, chapter 7")
          .taLib("HT_DCPERIOD")
          .output("period", Unit.BARS)
          .memory(Memory.FADING)
          .makes(values -> new HilbertPeriod());

  private final HilbertTransform hilbert;

  /** Of each value. */
  public HilbertPeriod() {
    super(DEFINITION, 33);
    hilbert = part(new HilbertTransform(HilbertTransform.SHORT_START));
  }

  @Override
  public double update(double value) {
    hilbert.update(value);
    return publish(hilbert.period());
  }
}

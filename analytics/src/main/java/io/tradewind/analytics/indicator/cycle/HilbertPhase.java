package io.tradewind.analytics.indicator.cycle;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;

/**
 * Phase of the dominant cycle, in degrees from -45 to 315, 0 where it crosses its middle upwards.
 * Ready after 64 values. Source: J. F. Ehlers (2001), "Rocket Science for Traders", chapter 9. As
 * TA-Lib's HT_DCPHASE but for prices that do not move, see {@link CyclePhase}.
 */
public final class HilbertPhase extends SeriesIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.CYCLE, "hilbert-phase", "Phase of the dominant cycle in degrees")
          .source("J. F. Ehlers (2001), Rocket Science for Traders, chapter 9")
          .taLib("HT_DCPHASE")
          .output("phase", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new HilbertPhase());

  private final CyclePhase cycle;

  /** Of each value. */
  public HilbertPhase() {
    super(DEFINITION, 64);
    cycle = part(new CyclePhase());
  }

  @Override
  public double update(double value) {
    cycle.update(value);
    return publish(cycle.phase());
  }
}

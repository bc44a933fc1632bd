package io.tradewind.analytics.indicator.cycle;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Trigonometry;
import io.tradewind.analytics.indicator.Unit;

/**
 * Sine wave indicator: the sine of the phase of the dominant cycle, and the sine 45 degrees ahead;
 * they cross before a cycle turns. Outputs: 0 sine, 1 lead-sine. Ready after 64 values. Source: J.
 * F. Ehlers (2001), "Rocket Science for Traders", chapter 9. As TA-Lib's HT_SINE.
 */
public final class HilbertSine extends SeriesIndicator {
  static final double RADIANS = Math.PI / 180.0;
  static final double LEAD = 45.0;

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.CYCLE, "hilbert-sine", "Sine wave indicator of the dominant cycle")
          .source("J. F. Ehlers (2001), Rocket Science for Traders, chapter 9")
          .taLib("HT_SINE")
          .output("sine", Unit.NUMBER)
          .output("lead-sine", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new HilbertSine());

  private final CyclePhase cycle;

  /** Of each value. */
  public HilbertSine() {
    super(DEFINITION, 64);
    cycle = part(new CyclePhase());
  }

  @Override
  public double update(double value) {
    cycle.update(value);
    double phase = cycle.phase();
    return publish(Trigonometry.sin(phase * RADIANS), Trigonometry.sin((phase + LEAD) * RADIANS));
  }
}

package io.tradewind.analytics.indicator.cycle;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;

/**
 * The price without its trend, as a part in phase with the dominant cycle and one a quarter of a
 * cycle behind. Outputs: 0 in-phase, 1 quadrature. Ready after 33 values. Source: J. F. Ehlers
 * (2001), "Rocket Science for Traders", chapter 6. As TA-Lib's HT_PHASOR.
 */
public final class HilbertPhasor extends SeriesIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.CYCLE, "hilbert-phasor", "Phasor of the dominant cycle")
          .source("J. F. Ehlers (2001), Rocket Science for Traders, chapter 6")
          .taLib("HT_PHASOR")
          .output("in-phase", Unit.PRICE)
          .output("quadrature", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new HilbertPhasor());

  private final HilbertTransform hilbert;

  /** Of each value. */
  public HilbertPhasor() {
    super(DEFINITION, 33);
    hilbert = part(new HilbertTransform(HilbertTransform.SHORT_START));
  }

  @Override
  public double update(double value) {
    hilbert.update(value);
    double quadrature = hilbert.quadrature();
    return publish(Double.isNaN(quadrature) ? quadrature : hilbert.inPhase(), quadrature);
  }
}

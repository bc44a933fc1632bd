package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.cycle.HilbertTransform;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * MESA adaptive moving average: an exponential average whose factor is the fast limit divided by
 * the degrees that the phase of the dominant cycle fell since the bar before, between the two
 * limits; and the following average, which follows the first with half its factor. Outputs: 0 mama,
 * 1 fama. Ready after 33 values. Source: J. F. Ehlers (2001), "MESA Adaptive Moving Averages",
 * Stocks and Commodities 19. As TA-Lib's MAMA: both averages begin at 0, 21 values before the first
 * that is given, so the first ones come from below.
 */
public final class Mama extends SeriesIndicator {
  private static final DecimalParameter FAST = Parameter.decimal("fast", 0.5, 0.01, 0.99);
  private static final DecimalParameter SLOW = Parameter.decimal("slow", 0.05, 0.01, 0.99);
  private static final double DEGREES = 180.0 / Math.PI;

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "mama", "MESA adaptive moving average")
          .source("J. F. Ehlers (2001), MESA Adaptive Moving Averages, TASC 19")
          .taLib("MAMA")
          .parameter(FAST)
          .parameter(SLOW)
          .output("mama", Unit.PRICE)
          .output("fama", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Mama(values.get(FAST), values.get(SLOW)));

  private final double fast;
  private final double slow;
  private final HilbertTransform hilbert;
  private double phase;
  private double mama;
  private double fama;

  /**
   * Between two limits.
   *
   * @param fast greatest factor, 0.01 to 0.99, usually 0.5
   * @param slow least factor, 0.01 to 0.99, usually 0.05
   */
  public Mama(double fast, double slow) {
    super(DEFINITION, 33);
    this.fast = FAST.check(fast);
    this.slow = SLOW.check(slow);
    hilbert = part(new HilbertTransform(HilbertTransform.SHORT_START));
  }

  @Override
  public double update(double value) {
    hilbert.update(value);
    if (seen() >= HilbertTransform.SHORT_START) {
      double factor = factor();
      mama = factor * value + (1.0 - factor) * mama;
      fama = 0.5 * factor * mama + (1.0 - 0.5 * factor) * fama;
    }
    return publish(mama, fama);
  }

  private double factor() {
    double inPhase = hilbert.inPhase();
    double next = inPhase == 0 ? 0.0 : StrictMath.atan(hilbert.quadrature() / inPhase) * DEGREES;
    double fall = phase - next;
    phase = next;
    return fall > 1.0 ? Math.max(fast / fall, slow) : fast;
  }

  @Override
  protected void resetOwn() {
    phase = 0;
    mama = 0;
    fama = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(phase).writeDouble(mama).writeDouble(fama);
  }

  @Override
  protected void loadOwn(StateReader in) {
    phase = in.readDouble();
    mama = in.readDouble();
    fama = in.readDouble();
  }
}

package io.tradewind.analytics.indicator.cycle;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Trigonometry;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Ehlers' even better sinewave, -1 to 1: a high-pass filter of one pole, {@code h = (1 + a) / 2 (x
 * - x') + a h'} with {@code a = (1 - sin(w)) / cos(w)}, {@code w = 2 pi / duration}, then the super
 * smoother of {@code smooth} values, and of the last three of its values the mean over the root
 * mean square; 0 without any movement. Ready after {@code duration} values. Source: J. F. Ehlers
 * (2013), "Cycle Analytics for Traders". pandas-ta's ebsw begins as if the price had come from 0,
 * and agrees when that is forgotten.
 */
public final class EvenBetterSinewave extends SeriesIndicator {
  private static final IntParameter DURATION = Parameter.integer("duration", 40, 5, 100_000);

  private static final IntParameter SMOOTH = Parameter.integer("smooth", 10, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.CYCLE, "even-better-sinewave", "Ehlers' even better sinewave, -1 to 1")
          .source("J. F. Ehlers (2013), Cycle Analytics for Traders")
          .parameter(DURATION)
          .parameter(SMOOTH)
          .output("wave", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new EvenBetterSinewave(values.get(DURATION), values.get(SMOOTH)));

  private final double factor;

  private final SmoothFilter smooth;

  private double last;

  private double high;

  private double first;

  private double second;

  /**
   * For trades of a longest duration.
   *
   * @param duration longest time in a trade, at least 5, usually 40
   * @param smooth at least 2, usually 10
   */
  public EvenBetterSinewave(int duration, int smooth) {
    super(DEFINITION, DURATION.check(duration));
    factor = factor(duration);
    this.smooth = part(new SmoothFilter(SMOOTH.check(smooth)));
  }

  @Override
  public double update(double value) {
    high = seen() == 0 ? 0.0 : 0.5 * (1.0 + factor) * (value - last) + factor * high;
    last = value;
    double now = smooth.update(high);
    double power = now * now + first * first + second * second;
    double wave = (now + first + second) / Math.sqrt(3.0 * power);
    second = first;
    first = now;
    return publish(power == 0 ? 0.0 : wave);
  }

  private static double factor(int duration) {
    double angle = 2.0 * Math.PI / duration;
    return (1.0 - Trigonometry.sin(angle)) / Trigonometry.cos(angle);
  }

  @Override
  protected void resetOwn() {
    last = 0;
    high = 0;
    first = 0;
    second = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(last).writeDouble(high).writeDouble(first).writeDouble(second);
  }

  @Override
  protected void loadOwn(StateReader in) {
    last = in.readDouble();
    high = in.readDouble();
    first = in.readDouble();
    second = in.readDouble();
  }
}

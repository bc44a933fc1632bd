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
 * Ehlers' roofing filter: a high-pass filter of two poles that leaves out cycles longer than {@code
 * longest}, then the super smoother, which leaves out those shorter than {@code shortest}: {@code h
 * = (1 - a / 2)^2 (x - 2 x' + x'') + 2 (1 - a) h' - (1 - a)^2 h''} with {@code a = (cos(w) + sin(w)
 * - 1) / cos(w)}, {@code w = sqrt(2) pi / longest}. It swings around 0. Ready after {@code longest}
 * values. Source: J. F. Ehlers (2013), "Cycle Analytics for Traders", who writes 0.707 for half the
 * root of 2. Neither TA-Lib nor pandas-ta has it.
 */
public final class RoofingFilter extends SeriesIndicator {
  private static final IntParameter LONGEST = Parameter.integer("longest", 48, 5, 100_000);

  private static final IntParameter SHORTEST = Parameter.integer("shortest", 10, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.CYCLE, "roofing-filter", "Ehlers' roofing filter: cycles between two lengths")
          .source("J. F. Ehlers (2013), Cycle Analytics for Traders")
          .parameter(LONGEST)
          .parameter(SHORTEST)
          .output("roofing-filter", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new RoofingFilter(values.get(LONGEST), values.get(SHORTEST)));

  private final double factor;

  private final SmoothFilter smooth;

  private double last;

  private double second;

  private double high;

  private double before;

  /**
   * For a band of cycles.
   *
   * @param longest cycles that stay in, at least 5, usually 48
   * @param shortest at least 2, usually 10
   */
  public RoofingFilter(int longest, int shortest) {
    super(DEFINITION, LONGEST.check(longest));
    factor = factor(longest);
    smooth = part(new SmoothFilter(SHORTEST.check(shortest)));
  }

  @Override
  public double update(double value) {
    if (seen() == 0) {
      last = value;
      second = value;
    }
    double rest = 1.0 - factor;
    double half = 1.0 - factor / 2.0;
    double next = half * half * (value - 2.0 * last + second) + rest * (2.0 * high - rest * before);
    before = high;
    high = next;
    second = last;
    last = value;
    return publish(smooth.update(next));
  }

  private static double factor(int longest) {
    double angle = Math.PI * Math.sqrt(2.0) / longest;
    double cosine = Trigonometry.cos(angle);
    return (cosine + Trigonometry.sin(angle) - 1.0) / cosine;
  }

  @Override
  protected void resetOwn() {
    last = 0;
    second = 0;
    high = 0;
    before = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(last).writeDouble(second).writeDouble(high).writeDouble(before);
  }

  @Override
  protected void loadOwn(StateReader in) {
    last = in.readDouble();
    second = in.readDouble();
    high = in.readDouble();
    before = in.readDouble();
  }
}

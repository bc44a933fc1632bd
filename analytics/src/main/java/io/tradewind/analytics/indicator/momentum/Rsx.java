package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * RSX, 0 to 100: {@code 50 (m / a + 1)}, change and its absolute value each smoothed three times in
 * a row by {@code 1.5 e - 0.5 e(e)} of exponential averages with the factor {@code 3 / (length +
 * 2)}; 50 without any change. Ready after {@code length + 1} values. Source: M. Jurik (1998), Jurik
 * Research, as reconstructed by others. pandas-ta's rsx begins {@code length} bars later and agrees
 * when that is forgotten.
 */
public final class Rsx extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "rsx", "Jurik RSX: a smooth relative strength index, 0 to 100")
          .source("M. Jurik; formula after what is publicly known of his RSX")
          .parameter(LENGTH)
          .output("rsx", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values -> new Rsx(values.get(LENGTH)));

  private final double factor;

  private final double[] signs;

  private final double[] sizes;

  private static final int STAGES = 3;

  private double previous;

  /**
   * Over the last values.
   *
   * @param length at least 2, usually 14
   */
  public Rsx(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    factor = 3.0 / (length + 2.0);
    signs = new double[2 * STAGES];
    sizes = new double[2 * STAGES];
  }

  @Override
  public double update(double value) {
    double change = seen() == 0 ? 0.0 : value - previous;
    previous = value;
    double signed = smooth(signs, change);
    double size = smooth(sizes, Math.abs(change));
    double index = 50.0 * (signed / size + 1.0);
    if (size == 0) {
      return publish(50.0);
    }
    return publish(Math.min(Math.max(index, 0.0), 100.0));
  }

  private double smooth(double[] averages, double value) {
    double input = value;
    for (int i = 0; i < averages.length; i += 2) {
      averages[i] += factor * (input - averages[i]);
      averages[i + 1] += factor * (averages[i] - averages[i + 1]);
      input = 1.5 * averages[i] - 0.5 * averages[i + 1];
    }
    return input;
  }

  @Override
  protected void resetOwn() {
    previous = 0;
    Arrays.fill(signs, 0.0);
    Arrays.fill(sizes, 0.0);
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previous).writeDoubles(signs).writeDoubles(sizes);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previous = in.readDouble();
    in.readDoubles(signs);
    in.readDoubles(sizes);
  }
}

package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.WeightedWindow;

/**
 * Arnaud Legoux moving average: Gaussian weights whose peak lies at {@code offset} of the window
 * and whose deviation is {@code length / sigma}. Each update walks the window. Ready after {@code
 * length} values. Source: A. Legoux and D. Kouzis Loukas (2009), "ALMA: Arnaud Legoux Moving
 * Average".
 */
public final class Alma extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 9, 1, 100_000);
  private static final DecimalParameter OFFSET = Parameter.decimal("offset", 0.85, 0, 1);
  private static final DecimalParameter SIGMA = Parameter.decimal("sigma", 6, 0.1, 100);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "alma", "Arnaud Legoux moving average")
          .source("A. Legoux and D. Kouzis Loukas (2009), ALMA: Arnaud Legoux Moving Average")
          .parameter(LENGTH)
          .parameter(OFFSET)
          .parameter(SIGMA)
          .output("alma", Unit.PRICE)
          .makes(values -> new Alma(values.get(LENGTH), values.get(OFFSET), values.get(SIGMA)));

  private final WeightedWindow window;

  /**
   * Over the last values.
   *
   * @param length at least 1
   * @param offset where the peak is, 0 (oldest) to 1 (newest), usually 0.85
   * @param sigma length over the deviation of the weights, usually 6
   */
  public Alma(int length, double offset, double sigma) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new WeightedWindow(weights(length, OFFSET.check(offset), SIGMA.check(sigma))));
  }

  @Override
  public double update(double value) {
    return publish(window.update(value));
  }

  private static double[] weights(int length, double offset, double sigma) {
    double[] weights = new double[length];
    for (int i = 0; i < length; i++) {
      double distance = (i - offset * (length - 1)) * sigma / length;
      weights[i] = StrictMath.exp(-distance * distance / 2.0);
    }
    return weights;
  }
}

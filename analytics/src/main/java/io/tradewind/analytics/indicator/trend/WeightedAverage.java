package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Trigonometry;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.WeightedWindow;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Moving average with weights of a certain {@link Shape}, the newest value being number {@code n}
 * of {@code n}. Each update walks the window. Ready after {@code length} values.
 */
public final class WeightedAverage extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 1, 1000);

  /** How the weights run. */
  public enum Shape {
    /** The Fibonacci numbers, the newest value weighing most. */
    FIBONACCI("fwma", "Moving average with the Fibonacci numbers as weights"),
    /** Half a sine wave, the middle weighing most: {@code sin(pi i / (n + 1))}. */
    SINE("sinwma", "Moving average with half a sine wave as weights"),
    /** A row of Pascal's triangle, the middle weighing most. */
    PASCAL("pwma", "Moving average with a row of Pascal's triangle as weights"),
    /** A Hamming window, the middle weighing most: {@code 0.54 - 0.46 cos(2 pi i / (n - 1))}. */
    HAMMING("hamming", "Moving average with a Hamming window as weights");

    private final String label;
    private final String summary;

    Shape(String label, String summary) {
      this.label = label;
      this.summary = summary;
    }

    private Definition define() {
      return Definition.of(Family.TREND, label, summary)
          .source("mean of the last values with these weights")
          .parameter(LENGTH)
          .output(label, Unit.PRICE)
          .makes(values -> new WeightedAverage(this, values.get(LENGTH)));
    }

    private double[] weights(int length) {
      double[] weights = new double[length];
      for (int i = 0; i < length; i++) {
        weights[i] =
            switch (this) {
              case FIBONACCI -> i < 2 ? 1.0 : weights[i - 1] + weights[i - 2];
              case SINE -> Trigonometry.sin(Math.PI * (i + 1) / (length + 1));
              case PASCAL -> i == 0 ? 1.0 : weights[i - 1] * (length - i) / i;
              case HAMMING ->
                  length == 1
                      ? 1.0
                      : 0.54 - 0.46 * Trigonometry.cos(2.0 * Math.PI * i / (length - 1));
            };
      }
      return weights;
    }
  }

  private static final Map<Shape, Definition> DEFINITIONS = new EnumMap<>(Shape.class);

  static {
    for (Shape shape : Shape.values()) {
      DEFINITIONS.put(shape, shape.define());
    }
  }

  private final WeightedWindow window;

  /**
   * Over the last values.
   *
   * @param shape how the weights run
   * @param length at least 1, at most 1000
   */
  public WeightedAverage(Shape shape, int length) {
    super(definition(shape), LENGTH.check(length));
    window = part(new WeightedWindow(shape.weights(length)));
  }

  /** What a shape is. */
  public static Definition definition(Shape shape) {
    return Objects.requireNonNull(DEFINITIONS.get(shape));
  }

  @Override
  public double update(double value) {
    return publish(window.update(value));
  }
}

package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.SortedWindow;

/**
 * Median absolute deviation: the median of the distances of the last {@code length} values from
 * their median, a width that outliers do not move. Times 1.4826 it estimates the standard deviation
 * of normal values. Outputs: 0 deviation, 1 median. Ready after {@code length} values. An update
 * halves its way to the answer in the sorted window. Source: F. R. Hampel (1974), "The Influence
 * Curve and Its Role in Robust Estimation", Journal of the American Statistical Association 69.
 * pandas-ta's mad is the mean absolute deviation from the mean, {@code average-deviation} here.
 */
public final class MedianDeviation extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "median-deviation", "Median distance from the median")
          .source("F. R. Hampel (1974), The Influence Curve and Its Role in Robust Estimation")
          .parameter(LENGTH)
          .output("deviation", Unit.PRICE)
          .output("median", Unit.PRICE)
          .makes(values -> new MedianDeviation(values.get(LENGTH)));

  private final SortedWindow window;

  /**
   * Over the last values.
   *
   * @param length at least 1, usually 30
   */
  public MedianDeviation(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new SortedWindow(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    if (!window.isFull()) {
      return publish(Double.NaN);
    }
    int size = window.size();
    double median = window.quantile(0.5);
    if (Double.isNaN(window.get(size - 1))) {
      return publish(Double.NaN, Double.NaN);
    }
    double deviation = (nearest(size / 2, median) + nearest((size - 1) / 2, median)) / 2.0;
    return publish(deviation, median);
  }

  /** Distance of the value that is number {@code rank} by its distance from the middle, from 0. */
  private double nearest(int rank, double middle) {
    int low = 0;
    int high = window.size() - 1 - rank;
    while (low < high) {
      int first = (low + high) >>> 1;
      if (window.get(first + rank) - middle >= middle - window.get(first)) {
        high = first;
      } else {
        low = first + 1;
      }
    }
    double reach = Math.max(window.get(low + rank) - middle, middle - window.get(low));
    return low == 0 ? reach : Math.min(reach, reachOf(low - 1, rank, middle));
  }

  private double reachOf(int first, int rank, double middle) {
    return Math.max(window.get(first + rank) - middle, middle - window.get(first));
  }
}

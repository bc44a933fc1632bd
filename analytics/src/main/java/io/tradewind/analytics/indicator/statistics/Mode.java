package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.SortedWindow;

/**
 * Most frequent of the last {@code length} values, the smallest of those that are equally so. Each
 * update walks the sorted window. Ready after {@code length} values. As {@code ta.mode} of
 * TradingView.
 */
public final class Mode extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "mode", "Most frequent of the last values")
          .source("most frequent value, the smallest of equally frequent ones")
          .parameter(LENGTH)
          .output("mode", Unit.PRICE)
          .makes(values -> new Mode(values.get(LENGTH)));

  private final SortedWindow window;

  /**
   * Over the last values.
   *
   * @param length at least 1, usually 20
   */
  public Mode(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new SortedWindow(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    return publish(window.isFull() ? mode() : Double.NaN);
  }

  private double mode() {
    int size = window.size();
    if (Double.isNaN(window.get(size - 1))) {
      return Double.NaN;
    }
    double found = window.get(0);
    int most = 0;
    int run = 0;
    for (int i = 0; i < size; i++) {
      run = i > 0 && window.get(i) == window.get(i - 1) ? run + 1 : 1;
      if (run > most) {
        most = run;
        found = window.get(i);
      }
    }
    return found;
  }
}

package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingExtreme;
import io.tradewind.analytics.window.RollingSum;

/**
 * Ulcer index: the root of the mean, over {@code length} values, of the squared distance in percent
 * below the greatest of the last {@code length} values. Ready after {@code 2 length - 1} values.
 * Source: P. G. Martin and B. B. McCann (1989), "The Investor's Guide to Fidelity Funds".
 */
public final class UlcerIndex extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLATILITY, "ulcer-index", "Ulcer index: root mean square drawdown in percent")
          .source("P. G. Martin and B. B. McCann (1989), The Investor's Guide to Fidelity Funds")
          .parameter(LENGTH)
          .output("ulcer-index", Unit.PERCENT)
          .makes(values -> new UlcerIndex(values.get(LENGTH)));

  private final RollingExtreme highest;
  private final RollingSum squares;

  /**
   * Over the last values.
   *
   * @param length at least 1, usually 14
   */
  public UlcerIndex(int length) {
    super(DEFINITION, 2 * LENGTH.check(length) - 1);
    highest = part(new RollingExtreme(length));
    squares = part(new RollingSum(length));
  }

  @Override
  public double update(double value) {
    double top = highest.push(value);
    double depth = top == 0 ? 0.0 : 100.0 * ((value - top) / top);
    if (!highest.isFull()) {
      return publish(Double.NaN);
    }
    squares.add(depth * depth);
    return publish(Math.sqrt(squares.mean()));
  }
}

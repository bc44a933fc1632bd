package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Bars;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingRange;
import io.tradewind.analytics.window.RollingSum;

/**
 * Choppiness index, near 100 sideways and near 0 in a straight trend: {@code 100 log(sum tr /
 * (highest - lowest)) / log(length)} of {@code length} bars, with the true range {@code tr}. NaN
 * while they have no range, because then there is neither. Ready after {@code length + 1} bars.
 * Source: E. W. Dreiss, 1993.
 */
public final class Choppiness extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLATILITY,
              "choppiness",
              "Choppiness index: path of the true ranges against the whole range")
          .source("E. W. Dreiss (1993): 100 log(sum of true ranges / whole range) / log(length)")
          .parameter(LENGTH)
          .sparse("choppiness", Unit.PERCENT)
          .makes(values -> new Choppiness(values.get(LENGTH)));

  private final double scale;
  private final RollingSum ranges;
  private final RollingRange extremes;
  private double previousClose = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 14
   */
  public Choppiness(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    scale = 100.0 / StrictMath.log(length);
    ranges = part(new RollingSum(length));
    extremes = part(new RollingRange(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    ranges.add(Bars.trueRange(high, low, previousClose));
    previousClose = close;
    extremes.push(high, low);
    double range = extremes.range();
    return publish(range == 0 ? Double.NaN : scale * StrictMath.log(ranges.sum() / range));
  }

  @Override
  protected void resetOwn() {
    previousClose = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousClose);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousClose = in.readDouble();
  }
}

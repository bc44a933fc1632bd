package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Volume-weighted average price of the last {@code length} bars: {@code sum(tp volume) /
 * sum(volume)} with the typical price {@code tp = (high + low + close) / 3}. Ready after {@code
 * length} bars; NaN also later while none of them has volume, because then there is no such price.
 * Source: Berkowitz, Logue and Noser (1988), "The Total Cost of Transactions on the NYSE", Journal
 * of Finance 43, there over the trades of a day. TA-Lib has no such function.
 */
public final class RollingVwap extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "rolling-vwap", "Volume-weighted price of the last bars")
          .source(
              "Berkowitz, Logue and Noser (1988), The Total Cost of Transactions on the NYSE,"
                  + " Journal of Finance 43")
          .parameter(LENGTH)
          .sparse("vwap", Unit.PRICE)
          .makes(values -> new RollingVwap(values.get(LENGTH)));

  private final RollingSum traded;
  private final RollingSum volumes;

  /**
   * Over the last bars.
   *
   * @param length at least 1
   */
  public RollingVwap(int length) {
    super(DEFINITION, LENGTH.check(length));
    traded = part(new RollingSum(length));
    volumes = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    traded.add((high + low + close) / 3.0 * volume);
    volumes.add(volume);
    double volumeSum = volumes.sum();
    return publish(volumeSum == 0 ? Double.NaN : traded.sum() / volumeSum);
  }
}

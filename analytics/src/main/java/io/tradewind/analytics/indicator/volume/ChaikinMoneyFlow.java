package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Chaikin money flow, -1 to 1: the flow of {@link AccumulationDistribution} summed over {@code
 * length} bars and divided by their volume; 0 without any volume. Ready after {@code length} bars.
 * Source: M. Chaikin, in S. B. Achelis (1995), "Technical Analysis from A to Z". As TA-Lib's CMF.
 */
public final class ChaikinMoneyFlow extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "cmf", "Chaikin money flow, -1 to 1")
          .source("M. Chaikin; in S. B. Achelis (1995), Technical Analysis from A to Z")
          .taLib("CMF")
          .parameter(LENGTH)
          .output("cmf", Unit.NUMBER)
          .makes(values -> new ChaikinMoneyFlow(values.get(LENGTH)));

  private final RollingSum flows;
  private final RollingSum volumes;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 20
   */
  public ChaikinMoneyFlow(int length) {
    super(DEFINITION, LENGTH.check(length));
    flows = part(new RollingSum(length));
    volumes = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    flows.add(MoneyFlow.of(high, low, close, volume));
    volumes.add(volume);
    double total = volumes.sum();
    return publish(total == 0 ? 0.0 : flows.sum() / total);
  }
}

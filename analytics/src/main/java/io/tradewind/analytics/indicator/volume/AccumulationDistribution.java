package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.window.CompensatedSum;

/**
 * Accumulation and distribution line: the running sum of {@code volume ((close - low) - (high -
 * close)) / (high - low)}, the volume weighed by where in its range the bar closed; a bar without
 * range counts 0. Ready after 1 bar. Source: M. Chaikin, in S. B. Achelis (1995), "Technical
 * Analysis from A to Z". As TA-Lib's AD, with a sum that does not lose small volumes beside a large
 * total.
 */
public final class AccumulationDistribution extends BarIndicator {

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "ad", "Accumulation and distribution line")
          .source("M. Chaikin; in S. B. Achelis (1995), Technical Analysis from A to Z")
          .taLib("AD")
          .output("ad", Unit.VOLUME)
          .memory(Memory.LASTING)
          .makes(values -> new AccumulationDistribution());

  private final CompensatedSum total;

  /** Over all bars. */
  public AccumulationDistribution() {
    super(DEFINITION, 1);
    total = part(new CompensatedSum());
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    return publish(total.add(MoneyFlow.of(high, low, close, volume)));
  }
}

package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Awesome oscillator: {@code sma(fast) - sma(slow)} of the middle price {@code (high + low) / 2}.
 * Ready after {@code slow} bars. Source: B. Williams (1998), "New Trading Dimensions". As TA-Lib's
 * AO.
 */
public final class AwesomeOscillator extends BarIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 5, 1, 100_000);
  private static final IntParameter SLOW = Parameter.integer("slow", 34, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "awesome",
              "Awesome oscillator: two simple averages of the middle price")
          .source("B. Williams (1998), New Trading Dimensions")
          .taLib("AO")
          .parameter(FAST)
          .parameter(SLOW)
          .output("awesome", Unit.PRICE)
          .makes(values -> new AwesomeOscillator(values.get(FAST), values.get(SLOW)));

  private final Sma fastSma;
  private final Sma slowSma;

  /**
   * Over the last bars.
   *
   * @param fast at least 1, usually 5
   * @param slow above fast, usually 34
   */
  public AwesomeOscillator(int fast, int slow) {
    super(DEFINITION, SLOW.check(slow));
    Check.argument(slow > FAST.check(fast), "slow must be > fast, was %s", slow);
    fastSma = part(new Sma(fast));
    slowSma = part(new Sma(slow));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double middle = (high + low) / 2.0;
    return publish(fastSma.update(middle) - slowSma.update(middle));
  }
}

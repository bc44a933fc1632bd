package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.ArcherTrend;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Archer's on-balance volume: two exponential averages of the on-balance volume and which way they
 * run, as {@link ArcherTrend} says it of prices. Outputs: 0 long-run, 1 short-run, 2 fast, 3 slow,
 * 4 obv. Ready {@code lookback} bars after both averages are. Source: K. Johnson (2017), "Archer
 * On-Balance Volume". As pandas-ta's aobv; its extremes of the on-balance volume are {@code max}
 * and {@code min} of output 4.
 */
public final class ArcherObv extends BarIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 4, 1, 100_000);

  private static final IntParameter SLOW = Parameter.integer("slow", 12, 1, 100_000);

  private static final IntParameter LOOKBACK = Parameter.integer("lookback", 2, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME, "archer-obv", "Archer on-balance volume: which way its averages run")
          .source("K. Johnson (2017), Archer On-Balance Volume")
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(LOOKBACK)
          .output("long-run", Unit.NUMBER)
          .output("short-run", Unit.NUMBER)
          .output("fast", Unit.VOLUME)
          .output("slow", Unit.VOLUME)
          .output("obv", Unit.VOLUME)
          .memory(Memory.LASTING)
          .makes(values -> new ArcherObv(values.get(FAST), values.get(SLOW), values.get(LOOKBACK)));

  private final Obv obv;

  private final ArcherTrend trend;

  /**
   * Over the last bars.
   *
   * @param fast at least 1, usually 4
   * @param slow at least 1, usually 12
   * @param lookback at least 1, usually 2
   */
  public ArcherObv(int fast, int slow, int lookback) {
    super(DEFINITION, Math.max(FAST.check(fast), SLOW.check(slow)) + LOOKBACK.check(lookback));
    obv = part(new Obv());
    trend = part(new ArcherTrend(fast, slow, lookback, "ema"));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double total = obv.update(open, high, low, close, volume);
    trend.update(total);
    set(2, trend.value(2));
    set(3, trend.value(3));
    set(4, total);
    return publish(trend.value(0), trend.value(1));
  }
}

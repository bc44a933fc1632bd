package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingRange;

/**
 * Chandelier exit: {@code width} average true ranges below the highest high, as the stop of a long
 * position, and above the lowest low, as that of a short one. Outputs: 0 long-stop, 1 short-stop.
 * Ready after {@code length + 1} bars. Source: C. LeBeau, in A. Elder (2002), "Come Into My Trading
 * Room".
 */
public final class ChandelierExit extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 22, 1, 100_000);
  private static final DecimalParameter WIDTH = Parameter.decimal("width", 3, 0, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLATILITY, "chandelier-exit", "Chandelier exit")
          .source("C. LeBeau, in A. Elder (2002), Come Into My Trading Room")
          .parameter(LENGTH)
          .parameter(WIDTH)
          .output("long-stop", Unit.PRICE)
          .output("short-stop", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new ChandelierExit(values.get(LENGTH), values.get(WIDTH)));

  private final double width;
  private final Atr range;
  private final RollingRange extremes;

  /**
   * Over the last bars.
   *
   * @param length at least 1
   * @param width average true ranges from the extreme, at least 0, usually 3
   */
  public ChandelierExit(int length, double width) {
    super(DEFINITION, LENGTH.check(length) + 1);
    this.width = WIDTH.check(width);
    range = part(new Atr(length));
    extremes = part(new RollingRange(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double distance = width * range.update(open, high, low, close, volume);
    extremes.push(high, low);
    return publish(extremes.highest() - distance, extremes.lowest() + distance);
  }
}

package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.statistics.RollingMax;
import io.tradewind.analytics.indicator.statistics.RollingMin;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingRange;

/**
 * Chande Kroll stop: {@code width} average true ranges below the highest high and above the lowest
 * low of {@code length} bars, and of those, over {@code smooth} bars, the highest as the stop of a
 * short position and the lowest as that of a long one. Outputs: 0 long-stop, 1 short-stop. Ready
 * after {@code length + smooth} bars. Source: T. S. Chande and S. Kroll (1994), "The New Technical
 * Trader".
 */
public final class ChandeKrollStop extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 1, 100_000);
  private static final DecimalParameter WIDTH = Parameter.decimal("width", 1, 0, 1000);
  private static final IntParameter SMOOTH = Parameter.integer("smooth", 9, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLATILITY, "chande-kroll-stop", "Chande Kroll stop")
          .source("T. S. Chande and S. Kroll (1994), The New Technical Trader")
          .parameter(LENGTH)
          .parameter(WIDTH)
          .parameter(SMOOTH)
          .output("long-stop", Unit.PRICE)
          .output("short-stop", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values ->
              new ChandeKrollStop(values.get(LENGTH), values.get(WIDTH), values.get(SMOOTH)));

  private final double width;
  private final Atr range;
  private final RollingRange extremes;
  private final RollingMax shortStop;
  private final RollingMin longStop;

  /**
   * Over the last bars.
   *
   * @param length at least 1
   * @param width average true ranges from the extreme, at least 0, usually 1
   * @param smooth bars whose stops are compared, at least 1, usually 9
   */
  public ChandeKrollStop(int length, double width, int smooth) {
    super(DEFINITION, LENGTH.check(length) + SMOOTH.check(smooth));
    this.width = WIDTH.check(width);
    range = part(new Atr(length));
    extremes = part(new RollingRange(length));
    shortStop = part(new RollingMax(smooth));
    longStop = part(new RollingMin(smooth));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double distance = width * range.update(open, high, low, close, volume);
    extremes.push(high, low);
    if (!range.isReady()) {
      return publish(Double.NaN);
    }
    return publish(
        longStop.update(extremes.lowest() + distance),
        shortStop.update(extremes.highest() - distance));
  }
}

package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.RollingSum;

/**
 * Kaufman's adaptive moving average: {@code kama += s^2 (x - kama)}. The efficiency ratio {@code e}
 * is how far the price came in {@code length} steps, over how far it went; {@code s} lies by it
 * between the factors of a slow and a fast exponential average, {@code s = slow + e (fast - slow)}.
 * It begins at the value before the first one it gives. Ready after {@code length + 1} values.
 * Source: P. J. Kaufman (1995), "Smarter Trading". As TA-Lib's KAMA, whose fast and slow lengths
 * are 2 and 30. A window without any movement counts as efficient ({@code e = 1}).
 *
 * <p>The way gone is summed anew over each window; TA-Lib's running sum keeps what rounding left,
 * and may so take a window without movement for one without efficiency.
 */
public final class Kama extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 2, 100_000);
  private static final IntParameter FAST = Parameter.integer("fast", 2, 1, 100_000);
  private static final IntParameter SLOW = Parameter.integer("slow", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "kama", "Kaufman's adaptive moving average")
          .source("P. J. Kaufman (1995), Smarter Trading")
          .taLib("KAMA")
          .parameter(LENGTH)
          .parameter(FAST)
          .parameter(SLOW)
          .output("kama", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Kama(values.get(LENGTH), values.get(FAST), values.get(SLOW)));

  private final double slowest;
  private final double span;
  private final Lag values;
  private final RollingSum way;
  private double previous = Double.NaN;
  private double kama = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length steps of the efficiency ratio, at least 2, usually 10 (TA-Lib's default is 30)
   * @param fast length of the average at full efficiency, usually 2
   * @param slow length of the average without any, usually 30
   */
  public Kama(int length, int fast, int slow) {
    super(DEFINITION, LENGTH.check(length) + 1);
    slowest = 2.0 / (SLOW.check(slow) + 1.0);
    span = 2.0 / (FAST.check(fast) + 1.0) - slowest;
    values = part(new Lag(length));
    way = part(new RollingSum(length));
  }

  @Override
  public double update(double value) {
    double before = values.push(value);
    if (seen() > 0) {
      way.add(Math.abs(value - previous));
    }
    if (way.isFull()) {
      double last = Double.isNaN(kama) && !isReady() ? previous : kama;
      double scale = slowest + span * efficiency(Math.abs(value - before));
      kama = last + scale * scale * (value - last);
    }
    previous = value;
    return publish(kama);
  }

  private double efficiency(double distance) {
    double gone = way.sum();
    return gone <= distance ? 1.0 : distance / gone;
  }

  @Override
  protected void resetOwn() {
    previous = Double.NaN;
    kama = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previous).writeDouble(kama);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previous = in.readDouble();
    kama = in.readDouble();
  }
}

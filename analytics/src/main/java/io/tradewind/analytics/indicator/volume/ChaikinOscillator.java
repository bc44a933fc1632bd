package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Chaikin oscillator: {@code ema(fast) - ema(slow)} of the {@link AccumulationDistribution} line,
 * each average beginning with the first value of the line. Ready after {@code slow} bars. Source:
 * M. Chaikin, in S. B. Achelis (1995), "Technical Analysis from A to Z". As TA-Lib's ADOSC, but
 * without the line: how far an average lies behind it is {@code gap = (1 - k) (gap + flow)}, so no
 * digits are lost beside a large total.
 */
public final class ChaikinOscillator extends BarIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 3, 1, 100_000);
  private static final IntParameter SLOW = Parameter.integer("slow", 10, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME,
              "chaikin-oscillator",
              "Chaikin oscillator: two averages of accumulation and distribution")
          .source("M. Chaikin; in S. B. Achelis (1995), Technical Analysis from A to Z")
          .taLib("ADOSC")
          .parameter(FAST)
          .parameter(SLOW)
          .output("chaikin-oscillator", Unit.VOLUME)
          .memory(Memory.FADING)
          .makes(values -> new ChaikinOscillator(values.get(FAST), values.get(SLOW)));

  private final double fastFactor;
  private final double slowFactor;
  private double fastGap;
  private double slowGap;

  /**
   * Over the last bars.
   *
   * @param fast at least 1, usually 3
   * @param slow length, above fast, usually 10
   */
  public ChaikinOscillator(int fast, int slow) {
    super(DEFINITION, SLOW.check(slow));
    Check.argument(slow > FAST.check(fast), "slow must be > fast, was %s", slow);
    fastFactor = 2.0 / (fast + 1.0);
    slowFactor = 2.0 / (slow + 1.0);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double flow = seen() == 0 ? 0.0 * volume : MoneyFlow.of(high, low, close, volume);
    fastGap = (1.0 - fastFactor) * (fastGap + flow);
    slowGap = (1.0 - slowFactor) * (slowGap + flow);
    return publish(slowGap - fastGap);
  }

  @Override
  protected void resetOwn() {
    fastGap = 0;
    slowGap = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(fastGap).writeDouble(slowGap);
  }

  @Override
  protected void loadOwn(StateReader in) {
    fastGap = in.readDouble();
    slowGap = in.readDouble();
  }
}

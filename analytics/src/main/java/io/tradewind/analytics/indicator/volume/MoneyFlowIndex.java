package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Money flow index, 0 to 100: {@code 100 p / (p + n)}, the money {@code tp volume} of those of the
 * last {@code length} bars whose typical price {@code tp = (high + low + close) / 3} rose, and of
 * those where it fell; 0 if there was neither. Ready after {@code length + 1} bars. Source: G.
 * Quong and A. Soudack (1989), "Volume-Weighted RSI: Money Flow", Stocks &amp; Commodities 7(3).
 * The sum of three prices depends in its last bit on their order, so a change below 1e-14 of the
 * two prices is none. As TA-Lib's MFI.
 */
public final class MoneyFlowIndex extends BarIndicator {
  private static final double NOISE = 1e-14;
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "mfi", "Money flow index, 0 to 100")
          .source(
              "G. Quong and A. Soudack (1989), Volume-Weighted RSI: Money Flow, Stocks &"
                  + " Commodities 7(3)")
          .taLib("MFI")
          .parameter(LENGTH)
          .output("mfi", Unit.PERCENT)
          .makes(values -> new MoneyFlowIndex(values.get(LENGTH)));

  private final RollingSum rises;
  private final RollingSum falls;
  private double previous = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 14
   */
  public MoneyFlowIndex(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    rises = part(new RollingSum(length));
    falls = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double typical = (high + low + close) / 3.0;
    double change = typical - previous;
    boolean still = Math.abs(change) <= NOISE * (Math.abs(typical) + Math.abs(previous));
    double direction = still ? 0.0 : Math.signum(change);
    double money = typical * volume;
    previous = typical;
    rises.add(money * Math.max(direction, 0.0));
    falls.add(money * Math.max(-direction, 0.0));
    double up = rises.sum();
    double both = up + falls.sum();
    return publish(both == 0 ? 0.0 : 100.0 * (up / both));
  }

  @Override
  protected void resetOwn() {
    previous = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previous);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previous = in.readDouble();
  }
}

package io.tradewind.analytics.indicator.momentum;

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
 * BRAR, two readings of sentiment over {@code length} bars: {@code ar = 100 sum(high - open) /
 * sum(open - low)}, {@code br = 100 sum(max(high - close', 0)) / sum(max(close' - low, 0))} with
 * the close before. Outputs: 0 ar, 1 br; 100 is balance, NaN where the lower sum is 0. Ready after
 * {@code length + 1} bars. As pandas-ta's brar, which puts 2e-16 where a difference is 0.
 */
public final class BrAr extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 26, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "brar",
              "BRAR: sentiment by what lies above and below open and close")
          .source("AR = 100 sum(high - open) / sum(open - low), BR likewise from the close before")
          .parameter(LENGTH)
          .sparse("ar", Unit.PERCENT)
          .sparse("br", Unit.PERCENT)
          .makes(values -> new BrAr(values.get(LENGTH)));

  private final RollingSum up;

  private final RollingSum down;

  private final RollingSum above;

  private final RollingSum below;

  private double previous = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 26
   */
  public BrAr(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    up = part(new RollingSum(length));
    down = part(new RollingSum(length));
    above = part(new RollingSum(length));
    below = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    up.add(high - open);
    down.add(open - low);
    above.add(Math.max(high - previous, 0.0));
    below.add(Math.max(previous - low, 0.0));
    previous = close;
    return publish(share(up.sum(), down.sum()), share(above.sum(), below.sum()));
  }

  private static double share(double top, double bottom) {
    return bottom == 0 ? Double.NaN : 100.0 * (top / bottom);
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

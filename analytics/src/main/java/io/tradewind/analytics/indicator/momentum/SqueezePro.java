package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Bars;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.RollingMoments;
import io.tradewind.analytics.window.RollingSum;

/**
 * Squeeze of three widths: whether two standard deviations of the last {@code length} closes are
 * less than 2, 1.5 and 1 mean true ranges, as {@link Squeeze} has it for one, and the simple
 * average of {@code smooth} changes over {@code momentum} bars. Outputs: 0 momentum; 1 wide, 2
 * normal and 3 narrow, each 1 if squeezed, else 0. Ready after {@code length + 1} bars, or when the
 * momentum is. Source: J. F. Carter (2005), "Mastering the Trade". As pandas-ta's squeeze_pro, and
 * output 0 as its squeeze.
 */
public final class SqueezePro extends BarIndicator {
  /** Bands and channel that differ by no more of themselves are equal. */
  private static final double SAME = 1e-9;

  private static final IntParameter LENGTH = Parameter.integer("length", 20, 2, 100_000);

  private static final IntParameter MOMENTUM = Parameter.integer("momentum", 12, 1, 100_000);

  private static final IntParameter SMOOTH = Parameter.integer("smooth", 6, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM, "squeeze-pro", "Squeeze of three widths with smoothed momentum")
          .source("J. F. Carter (2005), Mastering the Trade; Squeeze Pro")
          .parameter(LENGTH)
          .parameter(MOMENTUM)
          .parameter(SMOOTH)
          .output("momentum", Unit.PRICE)
          .output("wide", Unit.NUMBER)
          .output("normal", Unit.NUMBER)
          .output("narrow", Unit.NUMBER)
          .makes(values ->
              new SqueezePro(values.get(LENGTH), values.get(MOMENTUM), values.get(SMOOTH)));

  private final RollingMoments closes;

  private final RollingSum ranges;

  private final RollingSum changes;

  private final Lag before;

  private double previous = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 20
   * @param momentum bars between two closes, at least 1, usually 12
   * @param smooth changes in the mean, at least 1, usually 6
   */
  public SqueezePro(int length, int momentum, int smooth) {
    super(
        DEFINITION,
        Math.max(LENGTH.check(length) + 1, MOMENTUM.check(momentum) + SMOOTH.check(smooth)));
    closes = part(new RollingMoments(length));
    ranges = part(new RollingSum(length));
    changes = part(new RollingSum(smooth));
    before = part(new Lag(momentum));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    closes.add(close);
    ranges.add(Bars.trueRange(high, low, previous));
    previous = close;
    changes.add(close - before.push(close));
    double bands = 2.0 * closes.standardDeviation();
    double range = ranges.mean();
    set(1, squeezed(bands, 2.0 * range));
    set(2, squeezed(bands, 1.5 * range));
    set(3, squeezed(bands, range));
    return publish(changes.mean());
  }

  private static double squeezed(double bands, double channel) {
    if (Double.isNaN(bands + channel)) {
      return Double.NaN;
    }
    return bands < channel * (1.0 - SAME) ? 1.0 : 0.0;
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

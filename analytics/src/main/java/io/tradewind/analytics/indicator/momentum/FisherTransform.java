package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingRange;

/**
 * Fisher transform: with the middle price {@code m = (high + low) / 2} between its lowest and its
 * highest of {@code length} bars, {@code x = 0.66 ((m - lowest) / (highest - lowest) - 0.5) + 0.67
 * x'}, made 0.999 or -0.999 beyond 0.99, and {@code fisher = 0.5 ln((1 + x) / (1 - x)) + 0.5
 * fisher'}, both beginning with 0 at the first full window; without any range the middle counts.
 * The signal is the fisher before. Outputs: 0 fisher, 1 signal. Ready after {@code length} bars.
 * Source: J. F. Ehlers (2002), "Using the Fisher Transform", Stocks &amp; Commodities 20(11).
 */
public final class FisherTransform extends BarIndicator {
  private static final double EDGE = 0.99;
  private static final double LIMIT = 0.999;
  private static final IntParameter LENGTH = Parameter.integer("length", 9, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "fisher",
              "Fisher transform of where in its range the middle price lies")
          .source("J. F. Ehlers (2002), Using the Fisher Transform, Stocks & Commodities 20(11)")
          .parameter(LENGTH)
          .output("fisher", Unit.NUMBER)
          .output("signal", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new FisherTransform(values.get(LENGTH)));

  private final RollingRange extremes;
  private double position;
  private double fisher;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 9
   */
  public FisherTransform(int length) {
    super(DEFINITION, LENGTH.check(length));
    extremes = part(new RollingRange(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double middle = (high + low) / 2.0;
    extremes.push(middle, middle);
    if (!extremes.isFull()) {
      return publish(Double.NaN);
    }
    double range = extremes.range();
    double place = range == 0 ? 0.0 : (middle - extremes.lowest()) / range - 0.5;
    position = limited(0.66 * place + 0.67 * position);
    double before = fisher;
    fisher = 0.5 * StrictMath.log((1.0 + position) / (1.0 - position)) + 0.5 * before;
    return publish(fisher, before);
  }

  private static double limited(double position) {
    return Math.abs(position) > EDGE ? Math.copySign(LIMIT, position) : position;
  }

  @Override
  protected void resetOwn() {
    position = 0;
    fisher = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(position).writeDouble(fisher);
  }

  @Override
  protected void loadOwn(StateReader in) {
    position = in.readDouble();
    fisher = in.readDouble();
  }
}

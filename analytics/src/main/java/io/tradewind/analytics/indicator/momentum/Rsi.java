package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Bars;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.ExponentialMean;

/**
 * Relative strength index, 0 to 100: {@code 100 gain / (gain + loss)}, gain and loss being Wilder's
 * means of the rises and of the falls; 0 if there was neither. Ready after {@code length + 1}
 * values. Source: J. W. Wilder (1978), "New Concepts in Technical Trading Systems", section VI. As
 * TA-Lib's RSI, which may take a sum of very small moves as none; here only exact zero is.
 */
public final class Rsi extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "rsi", "Relative strength index, 0 to 100")
          .source("J. W. Wilder (1978), New Concepts in Technical Trading Systems, section VI")
          .taLib("RSI")
          .parameter(LENGTH)
          .output("rsi", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values -> new Rsi(values.get(LENGTH)));

  private final ExponentialMean gain;
  private final ExponentialMean loss;
  private double previous = Double.NaN;

  /**
   * Over the last changes.
   *
   * @param length at least 2, usually 14
   */
  public Rsi(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    gain = part(ExponentialMean.wilder(length));
    loss = part(ExponentialMean.wilder(length));
  }

  @Override
  public double update(double value) {
    double change = value - previous;
    previous = value;
    if (seen() == 0) {
      return publish(Double.NaN);
    }
    double rise = Bars.positive(change);
    return publish(share(gain.update(rise), loss.update(rise - change)));
  }

  private static double share(double up, double down) {
    return up + down == 0 ? 0.0 : 100.0 * (up / (up + down));
  }

  @Override
  protected void fill(double[] values, int from, double[][] outputs) {
    double[] out = outputs[0];
    ExponentialMean ups = gain.copy();
    ExponentialMean downs = loss.copy();
    double before = previous;
    for (int i = from; i < values.length; i++) {
      double change = values[i] - before;
      before = values[i];
      double rise = Bars.positive(change);
      out[i] = share(ups.follow(rise), downs.follow(rise - change));
    }
    gain.become(ups);
    loss.become(downs);
    previous = before;
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

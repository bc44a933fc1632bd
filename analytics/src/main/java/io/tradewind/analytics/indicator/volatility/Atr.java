package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.ExponentialMean;

/**
 * Average true range: Wilder's mean of the {@link TrueRange}, the first being the simple mean of
 * {@code length} ranges. Ready after {@code length + 1} bars. Source: J. W. Wilder (1978), "New
 * Concepts in Technical Trading Systems", section III. As TA-Lib's ATR.
 */
public final class Atr extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLATILITY, "atr", "Average true range")
          .source("J. W. Wilder (1978), New Concepts in Technical Trading Systems, section III")
          .taLib("ATR")
          .parameter(LENGTH)
          .output("atr", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Atr(values.get(LENGTH)));

  private final ExponentialMean mean;
  private double previousClose = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 14
   */
  public Atr(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    mean = part(ExponentialMean.wilder(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double range = TrueRange.of(high, low, previousClose);
    previousClose = close;
    return publish(seen() == 0 ? Double.NaN : mean.update(range));
  }

  @Override
  protected void fill(
      double[] open,
      double[] high,
      double[] low,
      double[] close,
      double[] volume,
      int from,
      double[][] outputs) {
    double[] out = outputs[0];
    ExponentialMean local = mean.copy();
    double before = previousClose;
    for (int i = from; i < out.length; i++) {
      out[i] = local.follow(TrueRange.of(high[i], low[i], before));
      before = close[i];
    }
    mean.become(local);
    previousClose = before;
  }

  @Override
  protected void resetOwn() {
    previousClose = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousClose);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousClose = in.readDouble();
  }
}

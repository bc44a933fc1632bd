package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.MovingAverages;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingRange;

/**
 * Stochastic, 0 to 100: {@code fastK = 100 (close - lowest) / (highest - lowest)} over {@code
 * length} bars, 0 if they have no range; {@code k} is an average of fastK, {@code d} an average of
 * k. Outputs: 0 k, 1 d. Ready, both together, when d is: with simple averages after {@code length +
 * smooth + signal - 2} bars, and with these it feels no more bars than that. Source: G. C. Lane
 * (1984), "Lane's Stochastics", Stocks and Commodities 2(3). As TA-Lib's STOCH; with {@code smooth}
 * 1 it is the fast stochastic, TA-Lib's STOCHF.
 */
public final class Stochastic extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);
  private static final IntParameter SMOOTH = Parameter.integer("smooth", 3, 1, 100_000);
  private static final IntParameter SIGNAL = Parameter.integer("signal", 3, 1, 100_000);
  private static final ChoiceParameter K_AVERAGE = MovingAverages.choice("k-average");
  private static final ChoiceParameter D_AVERAGE = MovingAverages.choice("d-average");

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "stochastic",
              "Stochastic, 0 to 100: where in its range the close lies")
          .source("G. C. Lane (1984), Lane's Stochastics, Stocks and Commodities 2(3)")
          .taLib("STOCH", "STOCHF")
          .parameter(LENGTH)
          .parameter(SMOOTH)
          .parameter(SIGNAL)
          .parameter(K_AVERAGE)
          .parameter(D_AVERAGE)
          .output("k", Unit.PERCENT)
          .output("d", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values ->
              new Stochastic(
                  values.get(LENGTH),
                  values.get(SMOOTH),
                  values.get(SIGNAL),
                  values.get(K_AVERAGE),
                  values.get(D_AVERAGE)));

  /** Bars that go through all steps together, so that they stay in the cache. */
  private static final int CHUNK = 1024;

  private final RollingRange extremes;
  private final SeriesIndicator kAverage;
  private final SeriesIndicator dAverage;

  /**
   * Over the last bars.
   *
   * @param length bars of the range, at least 1, usually 14 (TA-Lib's default is 5)
   * @param smooth fast values in k, at least 1, usually 3
   * @param signal values of k in d, at least 1, usually 3
   * @param kAverage kind of the average k
   * @param dAverage kind of the average d
   */
  public Stochastic(int length, int smooth, int signal, String kAverage, String dAverage) {
    this(
        LENGTH.check(length),
        MovingAverages.of(kAverage, SMOOTH.check(smooth)),
        MovingAverages.of(dAverage, SIGNAL.check(signal)));
  }

  /** With simple averages. */
  public Stochastic(int length, int smooth, int signal) {
    this(length, smooth, signal, "sma", "sma");
  }

  private Stochastic(int length, SeriesIndicator kAverage, SeriesIndicator dAverage) {
    super(DEFINITION, length + kAverage.warmup() + dAverage.warmup() - 2);
    extremes = part(new RollingRange(length));
    this.kAverage = part(kAverage);
    this.dAverage = part(dAverage);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    extremes.push(high, low);
    if (!extremes.isFull()) {
      return publish(Double.NaN);
    }
    double k = kAverage.update(share(extremes.highest(), extremes.lowest(), close));
    return publish(k, kAverage.isReady() ? dAverage.update(k) : Double.NaN);
  }

  private static double share(double top, double bottom, double close) {
    double whole = top - bottom;
    return whole == 0 ? 0.0 : 100.0 * ((close - bottom) / whole);
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
    for (int start = from; start < close.length; start += CHUNK) {
      fill(high, low, close, start, Math.min(start + CHUNK, close.length), outputs);
    }
  }

  private void fill(
      double[] high, double[] low, double[] close, int from, int to, double[][] outputs) {
    double[] top = outputs[0];
    double[] bottom = outputs[1];
    extremes.batch(high, low, from, to, top, bottom);
    double[] fast = new double[to - from];
    for (int i = 0; i < fast.length; i++) {
      fast[i] = share(top[from + i], bottom[from + i], close[from + i]);
    }
    double[] k = kAverage.batch(fast)[0];
    System.arraycopy(k, 0, outputs[0], from, k.length);
    System.arraycopy(dAverage.batch(k)[0], 0, outputs[1], from, k.length);
  }
}

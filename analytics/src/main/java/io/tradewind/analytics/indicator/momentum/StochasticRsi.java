package io.tradewind.analytics.indicator.momentum;

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
 * Stochastic of the {@link Rsi}, 0 to 100: where the rsi lies between its lowest and its highest of
 * {@code range} values, smoothed by an average ({@code k}) and once more ({@code d}). Outputs: 0 k,
 * 1 d. Ready, both together, when d is. Source: T. S. Chande and S. Kroll (1994), "The New
 * Technical Trader". With {@code smooth} 1 as TA-Lib's STOCHRSI; charts mostly smooth by 3. A range
 * of the rsi below 1e-11 is rounding, as it is while the price stands still, and gives 0.
 */
public final class StochasticRsi extends SeriesIndicator {
  private static final double NOISE = 1e-11;
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);
  private static final IntParameter RANGE = Parameter.integer("range", 14, 1, 100_000);
  private static final IntParameter SMOOTH = Parameter.integer("smooth", 3, 1, 100_000);
  private static final IntParameter SIGNAL = Parameter.integer("signal", 3, 1, 100_000);
  private static final ChoiceParameter AVERAGE = MovingAverages.choice("average");

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "stochastic-rsi", "Stochastic of the relative strength index")
          .source("T. S. Chande and S. Kroll (1994), The New Technical Trader")
          .taLib("STOCHRSI")
          .parameter(LENGTH)
          .parameter(RANGE)
          .parameter(SMOOTH)
          .parameter(SIGNAL)
          .parameter(AVERAGE)
          .output("k", Unit.PERCENT)
          .output("d", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values ->
              new StochasticRsi(
                  values.get(LENGTH),
                  values.get(RANGE),
                  values.get(SMOOTH),
                  values.get(SIGNAL),
                  values.get(AVERAGE)));

  private final Rsi rsi;
  private final RollingRange extremes;
  private final SeriesIndicator kAverage;
  private final SeriesIndicator dAverage;

  /**
   * Over the last values.
   *
   * @param length changes in the rsi, at least 2, usually 14
   * @param range values of the rsi in its range, at least 1, usually 14 (TA-Lib's default is 5)
   * @param smooth values in k, at least 1, usually 3
   * @param signal values of k in d, at least 1, usually 3
   * @param average kind of both averages
   */
  public StochasticRsi(int length, int range, int smooth, int signal, String average) {
    this(
        new Rsi(LENGTH.check(length)),
        RANGE.check(range),
        MovingAverages.of(average, SMOOTH.check(smooth)),
        MovingAverages.of(average, SIGNAL.check(signal)));
  }

  private StochasticRsi(Rsi rsi, int range, SeriesIndicator kAverage, SeriesIndicator dAverage) {
    super(DEFINITION, rsi.warmup() + range + kAverage.warmup() + dAverage.warmup() - 3);
    this.rsi = part(rsi);
    extremes = part(new RollingRange(range));
    this.kAverage = part(kAverage);
    this.dAverage = part(dAverage);
  }

  @Override
  public double update(double value) {
    double now = rsi.update(value);
    if (!rsi.isReady()) {
      return publish(Double.NaN);
    }
    extremes.push(now, now);
    if (!extremes.isFull()) {
      return publish(Double.NaN);
    }
    double range = extremes.range();
    double k = kAverage.update(range < NOISE ? 0.0 : 100.0 * ((now - extremes.lowest()) / range));
    return publish(k, kAverage.isReady() ? dAverage.update(k) : Double.NaN);
  }
}

package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.SortedWindow;

/**
 * True momentum oscillator: of the last {@code length} opens, this one included, how many the close
 * is above less how many it is below, smoothed by exponential averages of {@code calc} and then
 * {@code smooth} values. Outputs: 0 tmo; 1 signal, an exponential average of it of {@code smooth}
 * values. Between {@code -length} and {@code length}. Ready after {@code length + calc + 2 smooth -
 * 3} bars. Source: M. Hubbard (2018), "True Momentum Oscillator", published for thinkorswim.
 * pandas-ta's tmo leaves the open of this bar out.
 */
public final class TrueMomentum extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);

  private static final IntParameter CALC = Parameter.integer("calc", 5, 1, 100_000);

  private static final IntParameter SMOOTH = Parameter.integer("smooth", 3, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "tmo",
              "True momentum oscillator: the close against the opens before")
          .source("M. Hubbard (2018), True Momentum Oscillator")
          .parameter(LENGTH)
          .parameter(CALC)
          .parameter(SMOOTH)
          .output("tmo", Unit.NUMBER)
          .output("signal", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(
              values -> new TrueMomentum(values.get(LENGTH), values.get(CALC), values.get(SMOOTH)));

  private final SortedWindow opens;

  private final Ema calculated;

  private final Ema smoothed;

  private final Ema signal;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 14
   * @param calc at least 1, usually 5
   * @param smooth at least 1, usually 3
   */
  public TrueMomentum(int length, int calc, int smooth) {
    super(DEFINITION, LENGTH.check(length) + CALC.check(calc) + 2 * SMOOTH.check(smooth) - 3);
    opens = part(new SortedWindow(length));
    calculated = part(new Ema(calc));
    smoothed = part(new Ema(smooth));
    signal = part(new Ema(smooth));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    opens.add(open);
    if (!opens.isFull()) {
      return publish(Double.NaN, Double.NaN);
    }
    double count = opens.below(close) - (opens.size() - opens.notAbove(close));
    boolean known = !Double.isNaN(close + opens.get(opens.size() - 1));
    double first = calculated.update(known ? count : Double.NaN);
    if (!calculated.isReady()) {
      return publish(Double.NaN, Double.NaN);
    }
    double main = smoothed.update(first);
    return publish(main, smoothed.isReady() ? signal.update(main) : Double.NaN);
  }
}

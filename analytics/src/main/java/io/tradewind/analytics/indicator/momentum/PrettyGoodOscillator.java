package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Bars;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Pretty good oscillator: {@code (close - sma) / ema(tr)}, the distance from the simple average of
 * {@code length} closes counted in exponential averages of the true range; 0 without any range.
 * Ready after {@code length + 1} bars. Source: M. Johnson, the formula.
 */
public final class PrettyGoodOscillator extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "pgo",
              "Pretty good oscillator: distance from the average in true ranges")
          .source("M. Johnson: (close - sma) / ema of the true range")
          .parameter(LENGTH)
          .output("pgo", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new PrettyGoodOscillator(values.get(LENGTH)));

  private final Sma mean;
  private final Ema ema;
  private double previousClose = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 14
   */
  public PrettyGoodOscillator(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    mean = part(new Sma(length));
    ema = part(new Ema(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double range = Bars.trueRange(high, low, previousClose);
    previousClose = close;
    double distance = close - mean.update(close);
    double typical = seen() == 0 ? Double.NaN : ema.update(range);
    return publish(typical == 0 ? 0.0 : distance / typical);
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

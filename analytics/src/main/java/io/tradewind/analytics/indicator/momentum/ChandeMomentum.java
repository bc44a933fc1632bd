package io.tradewind.analytics.indicator.momentum;

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
 * Chande momentum oscillator with Wilder's smoothing, -100 to 100: {@code 100 (gain - loss) / (gain
 * + loss)}, gain and loss being Wilder's means of the rises and of the falls; 0 if there was
 * neither. It is twice the {@link Rsi} less 100. Ready after {@code length + 1} values. Source: T.
 * S. Chande and S. Kroll (1994), "The New Technical Trader". They sum the changes of the last
 * values, as {@link ChandeMomentumPlain} does. As TA-Lib's CMO.
 */
public final class ChandeMomentum extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "cmo",
              "Chande momentum oscillator with smoothed changes, -100 to 100")
          .source("T. S. Chande and S. Kroll (1994), The New Technical Trader")
          .taLib("CMO")
          .parameter(LENGTH)
          .output("cmo", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values -> new ChandeMomentum(values.get(LENGTH)));

  private final ExponentialMean gain;
  private final ExponentialMean loss;
  private double previous = Double.NaN;

  /**
   * Over the last changes.
   *
   * @param length at least 2, usually 14
   */
  public ChandeMomentum(int length) {
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
    double up = gain.update(Math.max(change, 0.0));
    double down = loss.update(Math.max(-change, 0.0));
    return publish(up + down == 0 ? 0.0 : 100.0 * ((up - down) / (up + down)));
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

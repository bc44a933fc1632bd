package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Chande momentum oscillator as its authors have it, -100 to 100: {@code 100 (gains - losses) /
 * (gains + losses)} with the sums of the last {@code length} rises and falls; 0 if there was
 * neither. Ready after {@code length + 1} values. Source: T. S. Chande and S. Kroll (1994), "The
 * New Technical Trader". As TA-Lib's CMOU.
 */
public final class ChandeMomentumPlain extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "cmo-plain", "Chande momentum oscillator, -100 to 100")
          .source("T. S. Chande and S. Kroll (1994), The New Technical Trader")
          .taLib("CMOU")
          .parameter(LENGTH)
          .output("cmo", Unit.PERCENT)
          .makes(values -> new ChandeMomentumPlain(values.get(LENGTH)));

  private final RollingSum gains;
  private final RollingSum losses;
  private double previous = Double.NaN;

  /**
   * Over the last changes.
   *
   * @param length at least 2, usually 14
   */
  public ChandeMomentumPlain(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    gains = part(new RollingSum(length));
    losses = part(new RollingSum(length));
  }

  @Override
  public double update(double value) {
    double change = value - previous;
    previous = value;
    gains.add(Math.max(change, 0.0));
    losses.add(Math.max(-change, 0.0));
    double up = gains.sum();
    double down = losses.sum();
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

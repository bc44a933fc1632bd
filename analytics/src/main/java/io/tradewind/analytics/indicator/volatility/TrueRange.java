package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.AbstractIndicator;
import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Bars;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * True range: {@code max(high - low, |high - close'|, |low - close'|)} with the close before.
 * Source: J. W. Wilder (1978), "New Concepts in Technical Trading Systems", section III. Ready
 * after 2 bars, because the first has no close before it, as in TA-Lib's TRANGE.
 */
public final class TrueRange extends AbstractIndicator implements BarIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLATILITY, "true-range", "True range of a bar and the close before it")
          .source("J. W. Wilder (1978), New Concepts in Technical Trading Systems, section III")
          .taLib("TRANGE")
          .output("true-range", Unit.PRICE)
          .makes(values -> new TrueRange());

  private double previousClose = Double.NaN;

  /** Of each bar and the close before it. */
  public TrueRange() {
    super(DEFINITION, 2);
  }

  /** The true range of a bar after a close. */
  public static double of(double high, double low, double previousClose) {
    return Bars.trueRange(high, low, previousClose);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double range = of(high, low, previousClose);
    previousClose = close;
    return publish(range);
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

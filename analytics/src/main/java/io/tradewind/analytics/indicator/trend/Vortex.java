package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Bars;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Vortex indicator: {@code plus = sum |high - low'| / sum tr} and {@code minus = sum |low - high'|
 * / sum tr} over {@code length} bars, with the low and high of the bar before and the true range; 0
 * without any range. Outputs: 0 plus, 1 minus. Ready after {@code length + 1} bars. Source: E.
 * Botes and D. Siepman (2010), "The Vortex Indicator", Stocks &amp; Commodities 28(1). As TA-Lib's
 * VORTEX.
 */
public final class Vortex extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.TREND, "vortex", "Vortex indicator: movement up and down against the range")
          .source(
              "E. Botes and D. Siepman (2010), The Vortex Indicator, Stocks & Commodities 28(1)")
          .taLib("VORTEX")
          .parameter(LENGTH)
          .output("plus", Unit.NUMBER)
          .output("minus", Unit.NUMBER)
          .makes(values -> new Vortex(values.get(LENGTH)));

  private final RollingSum rises;
  private final RollingSum falls;
  private final RollingSum ranges;
  private double previousHigh = Double.NaN;
  private double previousLow = Double.NaN;
  private double previousClose = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 14
   */
  public Vortex(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    rises = part(new RollingSum(length));
    falls = part(new RollingSum(length));
    ranges = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    rises.add(Math.abs(high - previousLow));
    falls.add(Math.abs(low - previousHigh));
    ranges.add(Bars.trueRange(high, low, previousClose));
    previousHigh = high;
    previousLow = low;
    previousClose = close;
    double range = ranges.sum();
    boolean none = range == 0;
    return publish(none ? 0.0 : rises.sum() / range, none ? 0.0 : falls.sum() / range);
  }

  @Override
  protected void resetOwn() {
    previousHigh = Double.NaN;
    previousLow = Double.NaN;
    previousClose = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousHigh).writeDouble(previousLow).writeDouble(previousClose);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousHigh = in.readDouble();
    previousLow = in.readDouble();
    previousClose = in.readDouble();
  }
}

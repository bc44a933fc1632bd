package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Bars;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Ultimate oscillator, 0 to 100: {@code 100 (4 a + 2 b + c) / 7}, each being the buying pressure
 * {@code close - min(low, close')} summed over the short, medium and long window and divided by the
 * true range summed over the same; 0 where there is no range. Ready after {@code long + 1} bars.
 * Source: L. Williams (1985), "The Ultimate Oscillator", Stocks &amp; Commodities 3(4). As TA-Lib's
 * ULTOSC, which puts the lengths in order; here they must be.
 */
public final class UltimateOscillator extends BarIndicator {
  private static final IntParameter SHORT = Parameter.integer("short", 7, 1, 100_000);
  private static final IntParameter MEDIUM = Parameter.integer("medium", 14, 1, 100_000);
  private static final IntParameter LONG = Parameter.integer("long", 28, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "ultimate", "Ultimate oscillator of three lengths, 0 to 100")
          .source("L. Williams (1985), The Ultimate Oscillator, Stocks & Commodities 3(4)")
          .taLib("ULTOSC")
          .parameter(SHORT)
          .parameter(MEDIUM)
          .parameter(LONG)
          .output("ultimate", Unit.PERCENT)
          .makes(values ->
              new UltimateOscillator(values.get(SHORT), values.get(MEDIUM), values.get(LONG)));

  private final RatioOfSums shortSums;
  private final RatioOfSums mediumSums;
  private final RatioOfSums longSums;
  private double previousClose = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param shortBars bars, at least 1, usually 7
   * @param medium bars, not below short, usually 14
   * @param longBars bars, not below medium, usually 28
   */
  public UltimateOscillator(int shortBars, int medium, int longBars) {
    super(DEFINITION, LONG.check(longBars) + 1);
    Check.argument(
        MEDIUM.check(medium) >= SHORT.check(shortBars) && longBars >= medium,
        "short <= medium <= long must hold, medium was %s",
        medium);
    shortSums = part(new RatioOfSums(shortBars));
    mediumSums = part(new RatioOfSums(medium));
    longSums = part(new RatioOfSums(longBars));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double pressure = close - Math.min(low, previousClose);
    double range = Bars.trueRange(high, low, previousClose);
    previousClose = close;
    double first = shortSums.update(pressure, range);
    double second = mediumSums.update(pressure, range);
    double third = longSums.update(pressure, range);
    return publish(100.0 * ((4.0 * first + 2.0 * second + third) / 7.0));
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

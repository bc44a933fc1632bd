package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Bars;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.ExponentialMean;

/**
 * Supertrend: a band of {@code width} average true ranges below the middle of the bars while the
 * trend is up, above it while it is down. A band only moves towards the price until a close passes
 * it; a close beyond the band of its trend turns the trend. Outputs: 0 supertrend, 1 trend (1 up,
 * -1 down). Ready after {@code length + 1} bars, with an upward trend. Source: O. Seban,
 * "Supertrend" (published on his site about 2009); average true range by J. W. Wilder (1978). As
 * TA-Lib's SUPERTREND. It remembers its path.
 */
public final class SuperTrend extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 2, 100_000);
  private static final DecimalParameter WIDTH = Parameter.decimal("width", 3, 0, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "supertrend", "Supertrend: a stop of average true ranges")
          .source("O. Seban (2009), Supertrend")
          .taLib("SUPERTREND")
          .parameter(LENGTH)
          .parameter(WIDTH)
          .output("supertrend", Unit.PRICE)
          .output("trend", Unit.NUMBER)
          .memory(Memory.LASTING)
          .makes(values -> new SuperTrend(values.get(LENGTH), values.get(WIDTH)));

  private final double width;
  private final ExponentialMean range;
  private double previousClose = Double.NaN;
  private double upper;
  private double lower;
  private boolean isUp = true;

  /**
   * Over the last bars.
   *
   * @param length bars of the average true range, at least 2, usually 10
   * @param width average true ranges from the middle of the bar, at least 0, usually 3
   */
  public SuperTrend(int length, double width) {
    super(DEFINITION, LENGTH.check(length) + 1);
    this.width = WIDTH.check(width);
    this.range = part(ExponentialMean.wilder(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    boolean hasBands = range.isReady();
    if (seen() > 0) {
      range.update(Bars.trueRange(high, low, previousClose));
    }
    double middle = (high + low) / 2.0;
    double distance = width * range.value();
    if (hasBands) {
      follow(middle + distance, middle - distance, close);
    } else {
      upper = middle + distance;
      lower = middle - distance;
    }
    previousClose = close;
    double band = isUp ? lower : upper;
    return publish(Double.isNaN(distance) ? distance : band, isUp ? 1.0 : -1.0);
  }

  private void follow(double basicUpper, double basicLower, double close) {
    if (basicUpper < upper || previousClose > upper) {
      upper = basicUpper;
    }
    if (basicLower > lower || previousClose < lower) {
      lower = basicLower;
    }
    isUp = isUp ? !(close < lower) : close > upper;
  }

  @Override
  protected void resetOwn() {
    previousClose = Double.NaN;
    upper = 0;
    lower = 0;
    isUp = true;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousClose).writeDouble(upper).writeDouble(lower).writeBoolean(isUp);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousClose = in.readDouble();
    upper = in.readDouble();
    lower = in.readDouble();
    isUp = in.readBoolean();
  }
}

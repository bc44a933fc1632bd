package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Gann HiLo activator: the simple average of the highs while the price is below it, that of the
 * lows while it is above. A close above the last bar's average of the highs changes to the lows,
 * one below the last bar's average of the lows to the highs; it begins below. Outputs: 0 activator,
 * 1 side (1 above, -1 below). Ready after {@code max(high-length, low-length)} bars. Source: R.
 * Krausz (1998), "The New Gann Swing Chartist", Stocks and Commodities 16(2). It remembers its
 * path. A close within 1e-13 of an average counts as on it, not beyond.
 */
public final class GannHiLo extends BarIndicator {
  private static final double NOISE = 1e-13;
  private static final IntParameter HIGH_LENGTH = Parameter.integer("high-length", 13, 1, 100_000);
  private static final IntParameter LOW_LENGTH = Parameter.integer("low-length", 21, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "gann-hilo", "Gann HiLo activator")
          .source("R. Krausz (1998), The New Gann Swing Chartist, TASC 16(2)")
          .parameter(HIGH_LENGTH)
          .parameter(LOW_LENGTH)
          .output("activator", Unit.PRICE)
          .output("side", Unit.NUMBER)
          .memory(Memory.LASTING)
          .makes(values -> new GannHiLo(values.get(HIGH_LENGTH), values.get(LOW_LENGTH)));

  private final Sma highs;
  private final Sma lows;
  private double side = -1.0;

  /**
   * Over the last bars.
   *
   * @param highLength bars of the average of the highs, at least 1, usually 13
   * @param lowLength bars of the average of the lows, at least 1, usually 21
   */
  public GannHiLo(int highLength, int lowLength) {
    super(DEFINITION, Math.max(HIGH_LENGTH.check(highLength), LOW_LENGTH.check(lowLength)));
    highs = part(new Sma(highLength));
    lows = part(new Sma(lowLength));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    if (isReady()) {
      side = isAbove(close, highs.value()) ? 1.0 : isAbove(lows.value(), close) ? -1.0 : side;
    }
    double top = highs.update(high);
    double bottom = lows.update(low);
    return publish(side > 0 ? bottom : top, side);
  }

  private static boolean isAbove(double price, double other) {
    return price - other > NOISE * Math.abs(other);
  }

  @Override
  protected void resetOwn() {
    side = -1.0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(side);
  }

  @Override
  protected void loadOwn(StateReader in) {
    side = in.readDouble();
  }
}

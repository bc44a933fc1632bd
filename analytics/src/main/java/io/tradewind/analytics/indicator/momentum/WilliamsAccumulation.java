package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.CompensatedSum;

/**
 * Williams accumulation and distribution: the running sum of how far a close that rose lies above
 * the true low {@code min(low, close')} and, negative, how far one that fell lies below the true
 * high {@code max(high, close')}; it begins with 0. Ready after 1 bar. Source: L. Williams (1972),
 * "The Secret of Selecting Stocks for Immediate and Substantial Gains". As TA-Lib's WAD, with a sum
 * that does not lose small moves beside a large total.
 */
public final class WilliamsAccumulation extends BarIndicator {

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "williams-ad", "Williams accumulation and distribution")
          .source(
              "L. Williams (1972), The Secret of Selecting Stocks for Immediate and Substantial"
                  + " Gains")
          .taLib("WAD")
          .output("williams-ad", Unit.PRICE)
          .memory(Memory.LASTING)
          .makes(values -> new WilliamsAccumulation());

  private final CompensatedSum total;
  private double previousClose = Double.NaN;

  /** Over all bars. */
  public WilliamsAccumulation() {
    super(DEFINITION, 1);
    total = part(new CompensatedSum());
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    if (close > previousClose) {
      total.add(close - Math.min(low, previousClose));
    } else if (close < previousClose) {
      total.add(close - Math.max(high, previousClose));
    }
    previousClose = close;
    return publish(total.value());
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

package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Bars;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.CompensatedSum;

/**
 * On-balance volume: the running sum of the volume, counted up where the close rose, down where it
 * fell, not at all where it stayed; it begins with the first bar's volume. Ready after 1 bar.
 * Source: J. E. Granville (1963), "New Key to Stock Market Profits". As TA-Lib's OBV, with a sum
 * that does not lose small volumes beside a large total.
 */
public final class Obv extends BarIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "obv", "On-balance volume")
          .source("J. E. Granville (1963), New Key to Stock Market Profits")
          .taLib("OBV")
          .output("obv", Unit.VOLUME)
          .memory(Memory.LASTING)
          .makes(values -> new Obv());

  private final CompensatedSum total;
  private double previousClose = Double.NaN;

  /** Over all bars. */
  public Obv() {
    super(DEFINITION, 1);
    total = part(new CompensatedSum());
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    int direction = Bars.above(close, previousClose) - Bars.above(previousClose, close);
    total.add(seen() == 0 ? volume : direction * volume);
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

package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Positive volume index: begun with 1000, it goes the way of the close, {@code index close /
 * close'}, at bars whose volume rose, and stays at the others and after a close of 0. Ready after 1
 * bar. Source: N. G. Fosback (1976), "Stock Market Logic". As TA-Lib's PVI.
 */
public final class PositiveVolumeIndex extends BarIndicator {

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "pvi", "Positive volume index: the price where volume rose")
          .source("N. G. Fosback (1976), Stock Market Logic")
          .taLib("PVI")
          .output("pvi", Unit.NUMBER)
          .memory(Memory.LASTING)
          .makes(values -> new PositiveVolumeIndex());

  private double index = 1000;
  private double previousClose = Double.NaN;
  private double previousVolume = Double.NaN;

  /** Over all bars. */
  public PositiveVolumeIndex() {
    super(DEFINITION, 1);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    if (volume > previousVolume && previousClose != 0) {
      index *= close / previousClose;
    }
    previousClose = close;
    previousVolume = volume;
    return publish(index);
  }

  @Override
  protected void resetOwn() {
    index = 1000;
    previousClose = Double.NaN;
    previousVolume = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(index).writeDouble(previousClose).writeDouble(previousVolume);
  }

  @Override
  protected void loadOwn(StateReader in) {
    index = in.readDouble();
    previousClose = in.readDouble();
    previousVolume = in.readDouble();
  }
}

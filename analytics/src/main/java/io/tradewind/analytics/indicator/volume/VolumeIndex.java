package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * What {@link NegativeVolumeIndex} and {@link PositiveVolumeIndex} share: all but the bars that
 * count.
 */
abstract class VolumeIndex extends BarIndicator {
  private double index = 1000;
  private double previousClose = Double.NaN;
  private double previousVolume = Double.NaN;

  /** Over all bars. */
  VolumeIndex(Definition definition) {
    super(definition, 1);
  }

  /** Whether a bar moves the index, by its volume and the one before it, which is NaN at first. */
  abstract boolean moves(double previous, double volume);

  @Override
  public final double update(double open, double high, double low, double close, double volume) {
    if (moves(previousVolume, volume) && previousClose != 0) {
      index *= close / previousClose;
    }
    previousClose = close;
    previousVolume = volume;
    return publish(index);
  }

  @Override
  protected final void resetOwn() {
    index = 1000;
    previousClose = Double.NaN;
    previousVolume = Double.NaN;
  }

  @Override
  protected final void saveOwn(StateWriter out) {
    out.writeDouble(index).writeDouble(previousClose).writeDouble(previousVolume);
  }

  @Override
  protected final void loadOwn(StateReader in) {
    index = in.readDouble();
    previousClose = in.readDouble();
    previousVolume = in.readDouble();
  }
}

package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Price and volume rank: 1 if close and volume did not fall, 2 if only the close did not, 3 if both
 * fell, 4 if only the close fell. Ready after 2 bars. Source: A. J. Macek (1994), "Price and Volume
 * Rank", Stocks &amp; Commodities 12(6).
 */
public final class PriceVolumeRank extends BarIndicator {

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "price-volume-rank", "Price and volume rank, 1 to 4")
          .source("A. J. Macek (1994), Price and Volume Rank, Stocks & Commodities 12(6)")
          .output("rank", Unit.NUMBER)
          .makes(values -> new PriceVolumeRank());

  private double previousClose = Double.NaN;
  private double previousVolume = Double.NaN;

  /** Of each bar and the one before. */
  public PriceVolumeRank() {
    super(DEFINITION, 2);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double move = close - previousClose;
    double change = volume - previousVolume;
    previousClose = close;
    previousVolume = volume;
    if (Double.isNaN(move + change)) {
      return publish(Double.NaN);
    }
    if (move >= 0) {
      return publish(change >= 0 ? 1.0 : 2.0);
    }
    return publish(change >= 0 ? 4.0 : 3.0);
  }

  @Override
  protected void resetOwn() {
    previousClose = Double.NaN;
    previousVolume = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousClose).writeDouble(previousVolume);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousClose = in.readDouble();
    previousVolume = in.readDouble();
  }
}

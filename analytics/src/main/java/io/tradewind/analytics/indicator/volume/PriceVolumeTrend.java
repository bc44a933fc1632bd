package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.CompensatedSum;

/**
 * Price and volume trend: the running sum of {@code volume (close - close') / close'}, beginning
 * with 0; a bar after a close of 0 counts 0. Ready after 1 bar. Source: S. B. Achelis (1995),
 * "Technical Analysis from A to Z". As TA-Lib's PVT, with a sum that does not lose small volumes
 * beside a large total.
 */
public final class PriceVolumeTrend extends BarIndicator {

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "pvt", "Price and volume trend")
          .source("S. B. Achelis (1995), Technical Analysis from A to Z")
          .taLib("PVT")
          .output("pvt", Unit.VOLUME)
          .memory(Memory.LASTING)
          .makes(values -> new PriceVolumeTrend());

  private final CompensatedSum total;
  private double previousClose = Double.NaN;

  /** Over all bars. */
  public PriceVolumeTrend() {
    super(DEFINITION, 1);
    total = part(new CompensatedSum());
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    if (seen() > 0 && previousClose != 0) {
      total.add(volume * ((close - previousClose) / previousClose));
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

package io.tradewind.analytics.indicator.transform;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Heikin-Ashi bars: the close is the mean of the four prices, the open the middle between open and
 * close of the Heikin-Ashi bar before (of the bar itself at the beginning), high and low take them
 * in. Outputs: 0 close, 1 open, 2 high, 3 low. Ready after 1 bar. Source: D. Valcu (2004), "Using
 * the Heikin-Ashi technique", Stocks and Commodities 22(2). As TA-Lib's HA, whose order of outputs
 * is open, high, low, close.
 */
public final class HeikinAshi extends BarIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TRANSFORM, "heikin-ashi", "Heikin-Ashi bars")
          .source("D. Valcu (2004), Using the Heikin-Ashi technique, TASC 22(2)")
          .taLib("HA")
          .output("close", Unit.PRICE)
          .output("open", Unit.PRICE)
          .output("high", Unit.PRICE)
          .output("low", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new HeikinAshi());

  private double nextOpen;

  /** Of each bar. */
  public HeikinAshi() {
    super(DEFINITION, 1);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double smoothOpen = isReady() ? nextOpen : (open + close) / 2.0;
    double smoothClose = (open + high + low + close) / 4.0;
    nextOpen = (smoothOpen + smoothClose) / 2.0;
    set(3, Math.min(low, Math.min(smoothOpen, smoothClose)));
    return publish(smoothClose, smoothOpen, Math.max(high, Math.max(smoothOpen, smoothClose)));
  }

  @Override
  protected void resetOwn() {
    nextOpen = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(nextOpen);
  }

  @Override
  protected void loadOwn(StateReader in) {
    nextOpen = in.readDouble();
  }
}

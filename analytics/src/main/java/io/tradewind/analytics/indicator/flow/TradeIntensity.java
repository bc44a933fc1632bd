package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.TradeIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Trades a second of late: each trade adds {@code k = ln 2 / half-life} and what was there decays
 * by {@code exp(-k dt)}, so that a steady stream of {@code n} trades a second settles at {@code n}
 * if they are much closer than the half-life. Then the same of buys, of sells, and of the volume in
 * base a second. It begins at 0, so it is too low in the first few half-lives. Ready after 1 trade;
 * between trades the value stands, decayed it is {@link #at}. A time that falls counts as no time.
 *
 * <p>The same sum is what excites a Hawkes process with an exponential kernel: its intensity is
 * {@code mu + alpha / k} times this (A. Hawkes (1971), "Spectra of some self-exciting and mutually
 * exciting point processes", Biometrika 58); mu and alpha are not fitted here.
 */
public final class TradeIntensity extends TradeIndicator {
  private static final DecimalParameter HALF_LIFE =
      Parameter.decimal("half-life-seconds", 10, 0.001, 86_400);
  private static final double NS = 1e-9;

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "trade-intensity", "Trades and volume a second of late")
          .source("sum of k exp(-k age) over all trades, k = ln 2 / half-life")
          .parameter(HALF_LIFE)
          .output("trades", Unit.NUMBER)
          .output("buys", Unit.NUMBER)
          .output("sells", Unit.NUMBER)
          .output("volume", Unit.VOLUME)
          .memory(Memory.FADING)
          .makes(values -> new TradeIntensity(values.get(HALF_LIFE)));

  private final double factor;
  private long lastNs;
  private double buys;
  private double sells;
  private double volume;

  /**
   * With a half-life.
   *
   * @param halfLifeSeconds at least 0.001
   */
  public TradeIntensity(double halfLifeSeconds) {
    super(DEFINITION, 1);
    factor = StrictMath.log(2) / HALF_LIFE.check(halfLifeSeconds);
  }

  @Override
  public double update(long timeNs, double price, double qty, boolean buy) {
    double decay = seen() == 0 ? 0.0 : decay(timeNs);
    double trade = factor + 0.0 * qty;
    buys = buys * decay + (buy ? trade : 0.0);
    sells = sells * decay + (buy ? 0.0 : trade);
    volume = volume * decay + factor * qty;
    lastNs = timeNs;
    set(3, volume);
    return publish(buys + sells, buys, sells);
  }

  /**
   * Trades a second as of a time with no trade since the last, NaN before the first.
   *
   * @param timeNs epoch nanoseconds, not before the last trade
   */
  public double at(long timeNs) {
    return value() * decay(timeNs);
  }

  private double decay(long timeNs) {
    return StrictMath.exp(-factor * NS * Math.max(0, timeNs - lastNs));
  }

  @Override
  protected void resetOwn() {
    lastNs = 0;
    buys = 0;
    sells = 0;
    volume = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeLong(lastNs).writeDouble(buys).writeDouble(sells).writeDouble(volume);
  }

  @Override
  protected void loadOwn(StateReader in) {
    lastNs = in.readLong();
    buys = in.readDouble();
    sells = in.readDouble();
    volume = in.readDouble();
  }
}

package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Volume with the sign of the change of the close, and the money that was traded, {@code close
 * volume}. Outputs: 0 net, 1 money, 2 net-money, which has the sign too. Ready after 2 bars. As
 * TradingView's Net Volume and pandas-ta's pvol.
 */
public final class NetVolume extends BarIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "net-volume", "Volume and money with the sign of the change")
          .source("volume times the sign of the change of the close")
          .output("net", Unit.VOLUME)
          .output("money", Unit.MONEY)
          .output("net-money", Unit.MONEY)
          .makes(values -> new NetVolume());

  private double previous = Double.NaN;

  /** Of each bar. */
  public NetVolume() {
    super(DEFINITION, 2);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double sign = Math.signum(close - previous);
    previous = close;
    double money = close * volume;
    return publish(sign * volume, money, sign * money);
  }

  @Override
  protected void resetOwn() {
    previous = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previous);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previous = in.readDouble();
  }
}

package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.ExponentialMean;

/**
 * Twiggs money flow, -1 to 1: Wilder's mean of {@code volume ((close - tl) - (th - close)) / (th -
 * tl)} over that of the volume, with the true high {@code th = max(high, close')} and the true low
 * {@code tl = min(low, close')}; a bar without true range counts 0, and without any volume it is 0.
 * Ready after {@code length + 1} bars. Source: C. Twiggs, the formula.
 */
public final class TwiggsMoneyFlow extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 21, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "twiggs-money-flow", "Twiggs money flow, -1 to 1")
          .source("C. Twiggs: the money flow of M. Chaikin by true highs and lows")
          .parameter(LENGTH)
          .output("twiggs-money-flow", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new TwiggsMoneyFlow(values.get(LENGTH)));

  private final ExponentialMean flows;
  private final ExponentialMean volumes;
  private double previousClose = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 21
   */
  public TwiggsMoneyFlow(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    flows = part(ExponentialMean.wilder(length));
    volumes = part(ExponentialMean.wilder(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double top = Math.max(high, previousClose);
    double bottom = Math.min(low, previousClose);
    previousClose = close;
    if (seen() == 0) {
      return publish(Double.NaN);
    }
    double flow = flows.update(MoneyFlow.of(top, bottom, close, volume));
    double total = volumes.update(volume);
    return publish(total == 0 ? 0.0 : flow / total);
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

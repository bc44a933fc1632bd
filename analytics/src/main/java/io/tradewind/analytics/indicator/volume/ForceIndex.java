package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Force index: the exponential average of {@code (close - close') volume}. Ready after {@code
 * length + 1} bars. Source: A. Elder (1993), "Trading for a Living". As TA-Lib's EFI.
 */
public final class ForceIndex extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 13, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME,
              "force-index",
              "Force index: exponential average of change times volume")
          .source("A. Elder (1993), Trading for a Living")
          .taLib("EFI")
          .parameter(LENGTH)
          .output("force-index", Unit.MONEY)
          .memory(Memory.FADING)
          .makes(values -> new ForceIndex(values.get(LENGTH)));

  private final Ema ema;
  private double previousClose = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 13
   */
  public ForceIndex(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    ema = part(new Ema(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double force = (close - previousClose) * volume;
    previousClose = close;
    return publish(seen() == 0 ? Double.NaN : ema.update(force));
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

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
 * Klinger oscillator as charts simplify it: the exponential average of {@code fast} bars less the
 * one of {@code slow} bars of the volume with the sign of the change of the typical price, which is
 * up if it stays. Outputs: 0 line, 1 signal, an exponential average of it of {@code signal} bars.
 * Ready after {@code slow + signal} bars. As TradingView's Klinger Oscillator, and pandas-ta's kvo,
 * where no change has no sign; S. J. Klinger's own volume force is {@code klinger}.
 */
public final class SignedVolumeOscillator extends BarIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 34, 1, 100_000);

  private static final IntParameter SLOW = Parameter.integer("slow", 55, 1, 100_000);

  private static final IntParameter SIGNAL = Parameter.integer("signal", 13, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "klinger-plain", "Klinger oscillator of plain signed volume")
          .source("two averages of the volume with the sign of the typical price")
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(SIGNAL)
          .output("line", Unit.VOLUME)
          .output("signal", Unit.VOLUME)
          .memory(Memory.FADING)
          .makes(values ->
              new SignedVolumeOscillator(values.get(FAST), values.get(SLOW), values.get(SIGNAL)));

  private final Ema quick;

  private final Ema quiet;

  private final Ema mean;

  private double previous = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param fast at least 1, usually 34
   * @param slow at least 1, usually 55
   * @param signal at least 1, usually 13
   */
  public SignedVolumeOscillator(int fast, int slow, int signal) {
    super(DEFINITION, Math.max(FAST.check(fast), SLOW.check(slow)) + SIGNAL.check(signal));
    quick = part(new Ema(fast));
    quiet = part(new Ema(slow));
    mean = part(new Ema(signal));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double price = high + low + close;
    double before = previous;
    previous = price;
    if (seen() == 0) {
      return publish(Double.NaN, Double.NaN);
    }
    double change = price - before;
    double force = change >= -1e-14 * price ? volume : -volume;
    if (Double.isNaN(change)) {
      force = Double.NaN;
    }
    double line = quick.update(force) - quiet.update(force);
    return publish(line, quick.isReady() && quiet.isReady() ? mean.update(line) : Double.NaN);
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

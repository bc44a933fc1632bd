package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.check.Check;
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
 * Klinger volume oscillator: {@code ema(fast) - ema(slow)} of the volume force {@code 100 volume
 * trend |2 dm / cm - 1|}. The trend is 1 if {@code high + low + close} rose, by more than the 1e-14
 * of it that may be rounding, otherwise -1; {@code dm = high - low}; {@code cm} sums dm since the
 * trend turned, beginning with the dm of the bar before; without any range the force is 0. The
 * signal is an exponential average of the oscillator. Outputs: 0 klinger, 1 signal. Ready, both
 * together, after {@code slow + signal} bars. Source: S. J. Klinger (1997), "Identifying Trends
 * with Volume Analysis", Stocks &amp; Commodities 15(12).
 */
public final class KlingerOscillator extends BarIndicator {
  private static final double NOISE = 1e-14;
  private static final IntParameter FAST = Parameter.integer("fast", 34, 1, 100_000);
  private static final IntParameter SLOW = Parameter.integer("slow", 55, 2, 100_000);
  private static final IntParameter SIGNAL = Parameter.integer("signal", 13, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "klinger", "Klinger volume oscillator")
          .source(
              "S. J. Klinger (1997), Identifying Trends with Volume Analysis, Stocks &"
                  + " Commodities 15(12)")
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(SIGNAL)
          .output("klinger", Unit.VOLUME)
          .output("signal", Unit.VOLUME)
          .memory(Memory.FADING)
          .makes(values ->
              new KlingerOscillator(values.get(FAST), values.get(SLOW), values.get(SIGNAL)));

  private final Ema fastEma;
  private final Ema slowEma;
  private final Ema signalEma;
  private double previousPrice = Double.NaN;
  private double previousRange;
  private double travelled;
  private double trend;

  /**
   * Over the last bars.
   *
   * @param fast length, at least 1, usually 34
   * @param slow length, above fast, usually 55
   * @param signal at least 1, usually 13
   */
  public KlingerOscillator(int fast, int slow, int signal) {
    super(DEFINITION, SLOW.check(slow) + SIGNAL.check(signal));
    Check.argument(slow > FAST.check(fast), "slow must be > fast, was %s", slow);
    fastEma = part(new Ema(fast));
    slowEma = part(new Ema(slow));
    signalEma = part(new Ema(signal));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double price = high + low + close;
    double range = high - low;
    boolean rose = price - previousPrice > NOISE * Math.abs(price);
    double direction = rose ? 1.0 : -1.0;
    travelled = direction == trend ? travelled + range : previousRange + range;
    trend = direction;
    previousPrice = price;
    previousRange = range;
    if (seen() == 0) {
      trend = 0;
      return publish(Double.NaN);
    }
    double share = travelled == 0 ? 0.0 : Math.abs(2.0 * (range / travelled) - 1.0);
    double force = 100.0 * volume * trend * share;
    double slow = slowEma.update(force);
    double klinger = fastEma.update(force) - slow;
    return publish(klinger, slowEma.isReady() ? signalEma.update(klinger) : Double.NaN);
  }

  @Override
  protected void resetOwn() {
    previousPrice = Double.NaN;
    previousRange = 0;
    travelled = 0;
    trend = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousPrice).writeDouble(previousRange).writeDouble(travelled);
    out.writeDouble(trend);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousPrice = in.readDouble();
    previousRange = in.readDouble();
    travelled = in.readDouble();
    trend = in.readDouble();
  }
}

package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Time segmented volume: the sum over {@code length} bars of {@code (close - close') volume}, and a
 * simple average of it as signal. Outputs: 0 tsv, 1 signal. Ready, both together, after {@code
 * length + signal} bars. Source: D. Worden, as charts have come to draw it; his own formula is not
 * public.
 */
public final class TimeSegmentedVolume extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 18, 1, 100_000);
  private static final IntParameter SIGNAL = Parameter.integer("signal", 10, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME,
              "time-segmented-volume",
              "Time segmented volume: change times volume, summed")
          .source("D. Worden: sum of (close - close') volume")
          .parameter(LENGTH)
          .parameter(SIGNAL)
          .output("tsv", Unit.MONEY)
          .output("signal", Unit.MONEY)
          .makes(values -> new TimeSegmentedVolume(values.get(LENGTH), values.get(SIGNAL)));

  private final RollingSum flows;
  private final Sma signalMean;
  private double previousClose = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 18
   * @param signal at least 1, usually 10
   */
  public TimeSegmentedVolume(int length, int signal) {
    super(DEFINITION, LENGTH.check(length) + SIGNAL.check(signal));
    flows = part(new RollingSum(length));
    signalMean = part(new Sma(signal));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    flows.add((close - previousClose) * volume);
    previousClose = close;
    double sum = flows.sum();
    return publish(sum, signalMean.update(sum));
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

package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Bars;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingMoments;
import io.tradewind.analytics.window.RollingRange;
import io.tradewind.analytics.window.RollingSum;
import io.tradewind.analytics.window.RollingTrend;

/**
 * Squeeze: whether the Bollinger bands ({@code bands} standard deviations) lie within the Keltner
 * channel ({@code channel} mean true ranges) around the same simple average of {@code length}
 * closes, and the momentum that is set free when they no longer do: the end of the least-squares
 * line, over {@code length} bars, of the close less the mean of that average and the middle of the
 * high-low range. Outputs: 0 momentum, 1 squeezed, which is 1 or 0. Ready after {@code 2 length -
 * 1} bars. Source: J. F. Carter (2005), "Mastering the Trade"; the momentum as charts have come to
 * draw it.
 */
public final class Squeeze extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 2, 100_000);
  private static final DecimalParameter BANDS = Parameter.decimal("bands", 2, 0.001, 1000);
  private static final DecimalParameter CHANNEL = Parameter.decimal("channel", 1.5, 0.001, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM, "squeeze", "Squeeze momentum, and whether the bands are squeezed")
          .source("J. F. Carter (2005), Mastering the Trade")
          .parameter(LENGTH)
          .parameter(BANDS)
          .parameter(CHANNEL)
          .output("momentum", Unit.PRICE)
          .output("squeezed", Unit.NUMBER)
          .makes(values -> new Squeeze(values.get(LENGTH), values.get(BANDS), values.get(CHANNEL)));

  private final double bands;
  private final double channel;
  private final RollingMoments closes;
  private final RollingSum ranges;
  private final RollingRange extremes;
  private final RollingTrend line;
  private double previousClose = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 20
   * @param bands standard deviations to a band, usually 2
   * @param channel mean true ranges to the edge of the channel, usually 1.5
   */
  public Squeeze(int length, double bands, double channel) {
    super(DEFINITION, 2 * LENGTH.check(length) - 1);
    this.bands = BANDS.check(bands);
    this.channel = CHANNEL.check(channel);
    closes = part(new RollingMoments(length));
    ranges = part(new RollingSum(length));
    extremes = part(new RollingRange(length));
    line = part(new RollingTrend(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    closes.add(close);
    ranges.add(Bars.trueRange(high, low, previousClose));
    previousClose = close;
    extremes.push(high, low);
    double middle = extremes.middle();
    line.add(closes.isFull() ? close - (middle + closes.mean()) / 2.0 : Double.NaN);
    boolean squeezed = bands * closes.standardDeviation() < channel * ranges.mean();
    return publish(line.end(), squeezed ? 1.0 : 0.0);
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

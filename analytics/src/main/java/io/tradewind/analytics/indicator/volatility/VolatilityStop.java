package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Bars;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.ExponentialMean;

/**
 * Volatility stop: {@code width} average true ranges below the highest close since the trend turned
 * up, only rising; above the lowest since it turned down, only falling. A close beyond the stop
 * turns the trend. Outputs: 0 stop, 1 trend (1 up, -1 down). Ready after {@code length + 1} bars,
 * with an upward trend. Source: J. W. Wilder (1978), "New Concepts in Technical Trading Systems",
 * section III. As TradingView's Volatility Stop, but the path begins when the average true range is
 * there, and that as TA-Lib's.
 */
public final class VolatilityStop extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 2, 100_000);

  private static final DecimalParameter WIDTH = Parameter.decimal("width", 2, 0, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLATILITY,
              "volatility-stop",
              "Volatility stop: a stop of average true ranges from the extreme close")
          .source("J. W. Wilder (1978), New Concepts in Technical Trading Systems, section III")
          .parameter(LENGTH)
          .parameter(WIDTH)
          .output("stop", Unit.PRICE)
          .output("trend", Unit.NUMBER)
          .memory(Memory.LASTING)
          .makes(values -> new VolatilityStop(values.get(LENGTH), values.get(WIDTH)));

  private final double width;

  private final ExponentialMean range;

  private double previous = Double.NaN;

  private double highest;

  private double lowest;

  private double stop;

  private double trend = 1.0;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 20
   * @param width average true ranges from the extreme to the stop, usually 2
   */
  public VolatilityStop(int length, double width) {
    super(DEFINITION, LENGTH.check(length) + 1);
    this.width = WIDTH.check(width);
    range = part(ExponentialMean.wilder(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    if (seen() > 0) {
      range.update(Bars.trueRange(high, low, previous));
    }
    previous = close;
    double distance = width * range.value();
    if (range.isReady()) {
      boolean fresh = seen() < warmup();
      highest = fresh ? close : Math.max(highest, close);
      lowest = fresh ? close : Math.min(lowest, close);
      follow(close, distance, fresh);
    }
    return publish(stop, trend);
  }

  private void follow(double close, double distance, boolean fresh) {
    if (trend > 0) {
      stop = fresh ? highest - distance : Math.max(stop, highest - distance);
    } else {
      stop = Math.min(stop, lowest + distance);
    }
    double turned = close - stop >= 0 ? 1.0 : -1.0;
    if (turned != trend) {
      trend = turned;
      highest = close;
      lowest = close;
      stop = close - trend * distance;
    }
  }

  @Override
  protected void resetOwn() {
    previous = Double.NaN;
    highest = 0;
    lowest = 0;
    stop = 0;
    trend = 1.0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previous)
        .writeDouble(highest)
        .writeDouble(lowest)
        .writeDouble(stop)
        .writeDouble(trend);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previous = in.readDouble();
    highest = in.readDouble();
    lowest = in.readDouble();
    stop = in.readDouble();
    trend = in.readDouble();
  }
}

package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * McGinley dynamic: {@code md += (x - md) / (length (x / md)^4)}, begun with the mean of the first
 * {@code length} values; it follows faster where the price falls below it. A step goes no further
 * than to the price, where the formula alone would overshoot after a fall by half in one bar, and
 * further each time. Ready after {@code length} values. Source: J. R. McGinley (1997), "The
 * McGinley Dynamic", Market Technicians Association Journal.
 */
public final class Mcginley extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "mcginley", "McGinley dynamic")
          .source("J. R. McGinley (1997), The McGinley Dynamic")
          .parameter(LENGTH)
          .output("mcginley", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Mcginley(values.get(LENGTH)));

  private final int length;
  private double sum;
  private double dynamic;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Mcginley(int length) {
    super(DEFINITION, LENGTH.check(length));
    this.length = length;
  }

  @Override
  public double update(double value) {
    if (isReady()) {
      double ratio = value / dynamic;
      double square = ratio * ratio;
      dynamic += (value - dynamic) * Math.min(1.0 / (length * square * square), 1.0);
    } else {
      sum += value;
      dynamic = sum / length;
    }
    return publish(dynamic);
  }

  @Override
  protected void resetOwn() {
    sum = 0;
    dynamic = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(sum).writeDouble(dynamic);
  }

  @Override
  protected void loadOwn(StateReader in) {
    sum = in.readDouble();
    dynamic = in.readDouble();
  }
}

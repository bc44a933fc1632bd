package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Greatest and smallest of all values so far. Outputs: 0 max, 1 min. Ready after 1 value. As {@code
 * ta.max} and {@code ta.min} of TradingView.
 */
public final class RunningExtremes extends SeriesIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "extremes", "Greatest and smallest of all values so far")
          .source("greatest and smallest so far")
          .output("max", Unit.PRICE)
          .output("min", Unit.PRICE)
          .memory(Memory.LASTING)
          .makes(values -> new RunningExtremes());

  private double max = Double.NEGATIVE_INFINITY;

  private double min = Double.POSITIVE_INFINITY;

  /** Of all values. */
  public RunningExtremes() {
    super(DEFINITION, 1);
  }

  @Override
  public double update(double value) {
    max = Math.max(max, value);
    min = Math.min(min, value);
    return publish(max, min);
  }

  @Override
  protected void resetOwn() {
    max = Double.NEGATIVE_INFINITY;
    min = Double.POSITIVE_INFINITY;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(max).writeDouble(min);
  }

  @Override
  protected void loadOwn(StateReader in) {
    max = in.readDouble();
    min = in.readDouble();
  }
}

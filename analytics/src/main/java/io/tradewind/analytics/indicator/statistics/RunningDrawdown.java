package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * How far the value is below the greatest so far, as a negative share of it in percent, 0 at a new
 * one. Ready after 1 value. It remembers the greatest for good.
 */
public final class RunningDrawdown extends SeriesIndicator {

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "drawdown", "Percent below the greatest so far")
          .source("100 (x / max - 1)")
          .output("drawdown", Unit.PERCENT)
          .memory(Memory.LASTING)
          .makes(values -> new RunningDrawdown());

  private double peak;

  /** Of each value. */
  public RunningDrawdown() {
    super(DEFINITION, 1);
  }

  @Override
  public double update(double value) {
    peak = seen() == 0 ? value : Math.max(peak, value);
    return publish(100.0 * (value / peak - 1.0));
  }

  @Override
  protected void resetOwn() {
    peak = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(peak);
  }

  @Override
  protected void loadOwn(StateReader in) {
    peak = in.readDouble();
  }
}

package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Whether the bar lies inside of the one before, {@code high < high'} and {@code low > low'}, and
 * whether it lies around it, {@code high > high'} and {@code low < low'}. Outputs: 0 inside, 1
 * outside; each 1 or 0. Ready after 2 bars. As pandas-ta's cdl_inside.
 */
public final class InsideBar extends BarIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STRUCTURE,
              "inside-bar",
              "Whether a bar lies inside of the one before, or around it")
          .source("high below the high before and low above the low before")
          .output("inside", Unit.NUMBER)
          .output("outside", Unit.NUMBER)
          .makes(values -> new InsideBar());

  private double previousHigh = Double.NaN;

  private double previousLow = Double.NaN;

  /** Of each bar. */
  public InsideBar() {
    super(DEFINITION, 2);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double up = high - previousHigh;
    double down = previousLow - low;
    previousHigh = high;
    previousLow = low;
    if (Double.isNaN(up + down)) {
      return publish(Double.NaN, Double.NaN);
    }
    return publish(up < 0 && down < 0 ? 1.0 : 0.0, up > 0 && down > 0 ? 1.0 : 0.0);
  }

  @Override
  protected void resetOwn() {
    previousHigh = Double.NaN;
    previousLow = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousHigh).writeDouble(previousLow);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousHigh = in.readDouble();
    previousLow = in.readDouble();
  }
}

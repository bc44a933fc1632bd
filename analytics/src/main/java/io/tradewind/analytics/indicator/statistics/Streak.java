package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * How many values in a row have risen, or, below 0, fallen; 0 after one that stayed. Ready after 2
 * values. It is the streak of the Connors RSI. pandas-ta's strict increasing and decreasing of a
 * length {@code n} are a streak of at least {@code n - 1}.
 */
public final class Streak extends SeriesIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STATISTICS, "streak", "How many values in a row have risen, below 0 fallen")
          .source("count of rises or falls in a row")
          .output("streak", Unit.BARS)
          .memory(Memory.FADING)
          .makes(values -> new Streak());

  private double previous = Double.NaN;

  private double streak;

  /** Of all values. */
  public Streak() {
    super(DEFINITION, 2);
  }

  @Override
  public double update(double value) {
    double change = value - previous;
    previous = value;
    if (change > 0) {
      streak = Math.max(streak, 0.0) + 1.0;
    } else if (change < 0) {
      streak = Math.min(streak, 0.0) - 1.0;
    } else {
      streak = 0;
    }
    return publish(Double.isNaN(change) ? change : streak);
  }

  @Override
  protected void resetOwn() {
    previous = Double.NaN;
    streak = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previous).writeDouble(streak);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previous = in.readDouble();
    streak = in.readDouble();
  }
}

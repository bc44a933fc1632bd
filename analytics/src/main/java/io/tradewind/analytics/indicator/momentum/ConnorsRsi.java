package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.statistics.Streak;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.SortedWindow;

/**
 * Connors RSI, 0 to 100: the mean of the {@link Rsi} of the values, of the rsi of the streak, and
 * of the rank of the last change. The streak counts how often in a row the value rose, or negative
 * fell; a value that stays makes it 0. The rank is the percentage of the {@code rank} changes
 * before, as fractions, that were below this one. Ready after {@code max(length, streak, rank + 1)
 * + 1} values. Source: L. Connors and C. Alvarez (2012), "An Introduction to ConnorsRSI".
 */
public final class ConnorsRsi extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 3, 2, 100_000);
  private static final IntParameter STREAK = Parameter.integer("streak", 2, 2, 100_000);
  private static final IntParameter RANK = Parameter.integer("rank", 100, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "connors-rsi",
              "Connors RSI: rsi, rsi of the streak, rank of the change")
          .source("L. Connors and C. Alvarez (2012), An Introduction to ConnorsRSI")
          .parameter(LENGTH)
          .parameter(STREAK)
          .parameter(RANK)
          .output("connors-rsi", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(
              values -> new ConnorsRsi(values.get(LENGTH), values.get(STREAK), values.get(RANK)));

  private final double percent;
  private final Rsi valueRsi;
  private final Rsi streakRsi;
  private final SortedWindow changes;
  private final Streak inRow;
  private double previous = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length changes in the rsi of the values, at least 2, usually 3
   * @param streak changes in the rsi of the streak, at least 2, usually 2
   * @param rank changes ranked, at least 1, usually 100
   */
  public ConnorsRsi(int length, int streak, int rank) {
    super(
        DEFINITION,
        Math.max(Math.max(LENGTH.check(length), STREAK.check(streak)), RANK.check(rank) + 1) + 1);
    percent = 100.0 / rank;
    valueRsi = part(new Rsi(length));
    streakRsi = part(new Rsi(streak));
    changes = part(new SortedWindow(rank));
    inRow = part(new Streak());
  }

  @Override
  public double update(double value) {
    double change = previous == 0 ? 0.0 : (value - previous) / previous;
    previous = value;
    double rsi = valueRsi.update(value);
    double run = inRow.update(value);
    double ofStreak = streakRsi.update(seen() == 0 ? 0.0 : run);
    if (seen() == 0) {
      return publish(Double.NaN);
    }
    double below = percent * changes.below(change);
    changes.add(change);
    return publish((rsi + ofStreak + below) / 3.0);
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

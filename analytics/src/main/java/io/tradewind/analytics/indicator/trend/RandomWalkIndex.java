package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Bars;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.ExponentialMean;
import io.tradewind.analytics.window.Lag;

/**
 * Random walk index: how far the price has come in {@code length} bars, over what a random walk
 * with the same average true range would: {@code high = (high - low[length]) / (atr sqrt(length))},
 * {@code low = (high[length] - low) / (atr sqrt(length))}; 0 without any range. Outputs: 0 high, 1
 * low; above 1 the move is more than chance. Ready after {@code length + 1} bars. Source: E. M.
 * Poulos (1991), "Of Trends and Random Walks", Stocks and Commodities 9(2), who takes the greatest
 * over all lengths from 2 on. As pandas-ta's rwi, of one length.
 */
public final class RandomWalkIndex extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.TREND,
              "random-walk",
              "Random walk index: moves against those of a random walk")
          .source("E. M. Poulos (1991), Of Trends and Random Walks, TASC 9(2)")
          .parameter(LENGTH)
          .output("high", Unit.NUMBER)
          .output("low", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new RandomWalkIndex(values.get(LENGTH)));

  private final double root;

  private final ExponentialMean range;

  private final Lag highs;

  private final Lag lows;

  private double previous = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 14
   */
  public RandomWalkIndex(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    root = Math.sqrt(length);
    range = part(ExponentialMean.wilder(length));
    highs = part(new Lag(length));
    lows = part(new Lag(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    if (seen() > 0) {
      range.update(Bars.trueRange(high, low, previous));
    }
    previous = close;
    double before = highs.push(high);
    double up = high - lows.push(low);
    double down = before - low;
    double walk = range.value() * root;
    return publish(walk == 0 ? 0.0 : up / walk, walk == 0 ? 0.0 : down / walk);
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

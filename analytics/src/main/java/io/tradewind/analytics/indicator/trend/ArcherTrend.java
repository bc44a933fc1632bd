package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;

/**
 * Archer's trends of two moving averages. Outputs: 0 long-run, 1 if the fast average has risen over
 * {@code lookback} bars while the slow one moved, else 0; 1 short-run, likewise fallen; 2 fast and
 * 3 slow, the averages. A move of less than 1e-12 of the average is none. Ready {@code lookback}
 * values after both averages are. Source: K. Johnson (2017), "Archer Moving Averages Trends". As
 * pandas-ta's amat.
 */
public final class ArcherTrend extends SeriesIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 8, 1, 100_000);

  private static final IntParameter SLOW = Parameter.integer("slow", 21, 1, 100_000);

  private static final IntParameter LOOKBACK = Parameter.integer("lookback", 2, 1, 100_000);

  private static final ChoiceParameter AVERAGE = MovingAverages.choice("average");

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.TREND,
              "archer-trend",
              "Archer moving average trends: which way two averages run")
          .source("K. Johnson (2017), Archer Moving Averages Trends")
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(LOOKBACK)
          .parameter(AVERAGE)
          .output("long-run", Unit.NUMBER)
          .output("short-run", Unit.NUMBER)
          .output("fast", Unit.PRICE)
          .output("slow", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values ->
              new ArcherTrend(
                  values.get(FAST), values.get(SLOW), values.get(LOOKBACK), values.get(AVERAGE)));

  private final SeriesIndicator fast;

  private final SeriesIndicator slow;

  private final Lag fastBefore;

  private final Lag slowBefore;

  /**
   * Over the last values.
   *
   * @param fast at least 1, usually 8
   * @param slow at least 1, usually 21
   * @param lookback bars between, at least 1, usually 2
   * @param average name of the average, see {@link MovingAverages}; pandas-ta has the exponential
   *     one
   */
  public ArcherTrend(int fast, int slow, int lookback, String average) {
    super(DEFINITION, warmup(fast, slow, average) + LOOKBACK.check(lookback));
    this.fast = part(MovingAverages.of(average, fast));
    this.slow = part(MovingAverages.of(average, slow));
    fastBefore = part(new Lag(lookback));
    slowBefore = part(new Lag(lookback));
  }

  @Override
  public double update(double value) {
    double quick = fast.update(value);
    double quiet = slow.update(value);
    double move = move(quick, fastBefore.push(quick));
    double drift = move(quiet, slowBefore.push(quiet));
    set(2, quick);
    set(3, quiet);
    if (Double.isNaN(move + drift)) {
      return publish(Double.NaN, Double.NaN);
    }
    return publish(move > 0 && drift != 0 ? 1.0 : 0.0, move < 0 && drift != 0 ? 1.0 : 0.0);
  }

  private static int warmup(int fast, int slow, String average) {
    return Math.max(
        MovingAverages.of(average, FAST.check(fast)).warmup(),
        MovingAverages.of(average, SLOW.check(slow)).warmup());
  }

  private static double move(double now, double before) {
    double change = now - before;
    return Math.abs(change) <= 1e-12 * Math.abs(now) ? 0.0 : change;
  }
}

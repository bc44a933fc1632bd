package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingMoments;

/**
 * BBTrend: of a short and a long Bollinger band, {@code 100 (|ls - ll| - |us - ul|) / ms} with the
 * lower bands {@code l}, the upper ones {@code u} and the short middle {@code ms}; above 0 in a
 * rise. Ready after {@code slow} values. Source: J. Bollinger, BBTrend. As TradingView's BBTrend,
 * both with deviations of the population.
 */
public final class BollingerTrend extends SeriesIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 20, 2, 100_000);

  private static final IntParameter SLOW = Parameter.integer("slow", 50, 2, 100_000);

  private static final DecimalParameter WIDTH = Parameter.decimal("width", 2, 0.001, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLATILITY,
              "bollinger-trend",
              "BBTrend: how two Bollinger bands lie to each other, in percent")
          .source("J. Bollinger; 100 (|lower - lower| - |upper - upper|) / middle")
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(WIDTH)
          .output("trend", Unit.PERCENT)
          .makes(
              values -> new BollingerTrend(values.get(FAST), values.get(SLOW), values.get(WIDTH)));

  private final double width;

  private final RollingMoments near;

  private final RollingMoments far;

  /**
   * Over the last values.
   *
   * @param fast at least 2, usually 20
   * @param slow at least 2, usually 50
   * @param width standard deviations from the middle to a band, usually 2
   */
  public BollingerTrend(int fast, int slow, double width) {
    super(DEFINITION, Math.max(FAST.check(fast), SLOW.check(slow)));
    this.width = WIDTH.check(width);
    near = part(new RollingMoments(fast));
    far = part(new RollingMoments(slow));
  }

  @Override
  public double update(double value) {
    near.add(value);
    far.add(value);
    double middle = near.mean();
    double gap = middle - far.mean();
    double widening = width * (near.standardDeviation() - far.standardDeviation());
    return publish(100.0 * (Math.abs(gap - widening) - Math.abs(gap + widening)) / middle);
  }
}

package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Ehlers' instantaneous trend line, which lags nowhere at a steady trend: {@code it = (a - a^2 / 4)
 * x + a^2 / 2 x' - (a - 3 a^2 / 4) x'' + 2 (1 - a) it' - (1 - a)^2 it''}; the first 6 outputs are
 * {@code (x + 2 x' + x'') / 4}, the input counting for what is missing. Its trigger runs ahead,
 * {@code 2 it - it''}. Outputs: 0 trend, 1 trigger. Ready after 7 values. Source: J. F. Ehlers
 * (2004), "Cybernetic Analysis for Stocks and Futures".
 */
public final class InstantaneousTrend extends SeriesIndicator {
  private static final DecimalParameter FACTOR = Parameter.decimal("factor", 0.07, 0.001, 0.999);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.TREND,
              "instantaneous-trend",
              "Ehlers' instantaneous trend line with its trigger")
          .source("J. F. Ehlers (2004), Cybernetic Analysis for Stocks and Futures")
          .parameter(FACTOR)
          .output("trend", Unit.PRICE)
          .output("trigger", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new InstantaneousTrend(values.get(FACTOR)));

  private final double factor;
  private double input;
  private double earlierInput;
  private double trend;
  private double earlierTrend;

  /**
   * With a factor.
   *
   * @param factor between 0 and 1, usually 0.07
   */
  public InstantaneousTrend(double factor) {
    super(DEFINITION, 7);
    this.factor = FACTOR.check(factor);
  }

  @Override
  public double update(double value) {
    if (seen() == 0) {
      input = value;
      earlierInput = value;
    }
    double rest = 1.0 - factor;
    double square = factor * factor;
    double next =
        isReady() || seen() == warmup() - 1
            ? (factor - square / 4.0) * value
                + square / 2.0 * input
                - (factor - 0.75 * square) * earlierInput
                + 2.0 * rest * trend
                - rest * rest * earlierTrend
            : (value + 2.0 * input + earlierInput) / 4.0;
    double trigger = 2.0 * next - earlierTrend;
    earlierInput = input;
    input = value;
    earlierTrend = trend;
    trend = next;
    return publish(next, trigger);
  }

  @Override
  protected void resetOwn() {
    input = 0;
    earlierInput = 0;
    trend = 0;
    earlierTrend = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(input).writeDouble(earlierInput).writeDouble(trend).writeDouble(earlierTrend);
  }

  @Override
  protected void loadOwn(StateReader in) {
    input = in.readDouble();
    earlierInput = in.readDouble();
    trend = in.readDouble();
    earlierTrend = in.readDouble();
  }
}

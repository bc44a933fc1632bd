package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.ExponentialMean;
import io.tradewind.analytics.window.Lag;

/**
 * Alligator: Wilder's averages of the middle price {@code (high + low) / 2}, of which the jaw tells
 * what it was 8 bars before, the teeth 5 and the lips 3, as they stand over this bar in a chart.
 * The gator is how far they are apart: above 0 jaw and teeth, below 0 teeth and lips. Outputs: 0
 * jaw, 1 teeth, 2 lips, 3 gator-upper, 4 gator-lower. Ready, all together, after {@code max(jaw +
 * 8, teeth + 5, lips + 3)} bars. Source: B. Williams (1998), "New Trading Dimensions".
 */
public final class Alligator extends BarIndicator {
  private static final IntParameter JAW = Parameter.integer("jaw", 13, 1, 100_000);
  private static final IntParameter TEETH = Parameter.integer("teeth", 8, 1, 100_000);
  private static final IntParameter LIPS = Parameter.integer("lips", 5, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.TREND, "alligator", "Alligator: three smoothed averages, each shifted forward")
          .source("B. Williams (1998), New Trading Dimensions")
          .parameter(JAW)
          .parameter(TEETH)
          .parameter(LIPS)
          .output("jaw", Unit.PRICE)
          .output("teeth", Unit.PRICE)
          .output("lips", Unit.PRICE)
          .output("gator-upper", Unit.PRICE)
          .output("gator-lower", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Alligator(values.get(JAW), values.get(TEETH), values.get(LIPS)));

  private final ExponentialMean jawMean;
  private final ExponentialMean teethMean;
  private final ExponentialMean lipsMean;
  private final Lag jawPast = part(new Lag(8));
  private final Lag teethPast = part(new Lag(5));
  private final Lag lipsPast = part(new Lag(3));

  /**
   * Over the last bars.
   *
   * @param jaw at least 1, usually 13
   * @param teeth at least 1, usually 8
   * @param lips at least 1, usually 5
   */
  public Alligator(int jaw, int teeth, int lips) {
    super(
        DEFINITION,
        Math.max(Math.max(JAW.check(jaw) + 8, TEETH.check(teeth) + 5), LIPS.check(lips) + 3));
    jawMean = part(ExponentialMean.wilder(jaw));
    teethMean = part(ExponentialMean.wilder(teeth));
    lipsMean = part(ExponentialMean.wilder(lips));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double middle = (high + low) / 2.0;
    double jaw = jawPast.push(jawMean.update(middle));
    double teeth = teethPast.push(teethMean.update(middle));
    double lips = lipsPast.push(lipsMean.update(middle));
    set(3, Math.abs(jaw - teeth));
    set(4, -Math.abs(teeth - lips));
    return publish(Double.isNaN(middle) ? middle : jaw, teeth, lips);
  }
}

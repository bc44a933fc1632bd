package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Bars;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.momentum.Rsi;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.RollingSum;

/**
 * AlphaTrend: a line {@code width} mean true ranges below the low that only rises while the
 * momentum is 50 or more, and above the high that only falls while it is less. The momentum is the
 * money flow index or, without volume, the relative strength index. Outputs: 0 alpha-trend; 1
 * direction, 1 if it is above where it was two bars ago, -1 below, 0 if equal. Ready after {@code
 * length + 3} bars. Source: K. Ozbilgic (2021), "AlphaTrend", published on TradingView, with the
 * simple mean of the true ranges. pandas-ta's alphatrend has Wilder's mean where TA-Lib is
 * installed.
 */
public final class AlphaTrend extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  private static final DecimalParameter WIDTH = Parameter.decimal("width", 1, 0, 1000);

  private static final ChoiceParameter MOMENTUM = Parameter.choice("momentum", "mfi", "rsi");

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME,
              "alpha-trend",
              "AlphaTrend: a stop of average true ranges that follows the money flow")
          .source("K. Ozbilgic (2021), AlphaTrend")
          .parameter(LENGTH)
          .parameter(WIDTH)
          .parameter(MOMENTUM)
          .output("alpha-trend", Unit.PRICE)
          .output("direction", Unit.NUMBER)
          .memory(Memory.LASTING)
          .makes(values ->
              new AlphaTrend(values.get(LENGTH), values.get(WIDTH), values.get(MOMENTUM)));

  private final double width;

  private final boolean flow;

  private final RollingSum ranges;

  private final MoneyFlowIndex money;

  private final Rsi relative;

  private final Lag before;

  private double previous = Double.NaN;

  private double line = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 14
   * @param width mean true ranges from the bar to the line, usually 1
   * @param momentum what tells the direction
   */
  public AlphaTrend(int length, double width, String momentum) {
    super(DEFINITION, LENGTH.check(length) + 3);
    this.width = WIDTH.check(width);
    flow = MOMENTUM.parse(momentum).equals("mfi");
    ranges = part(new RollingSum(length));
    money = part(new MoneyFlowIndex(length));
    relative = part(new Rsi(length));
    before = part(new Lag(2));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    if (seen() > 0) {
      ranges.add(Bars.trueRange(high, low, previous));
    }
    previous = close;
    double strength = flow ? money.update(open, high, low, close, volume) : relative.update(close);
    if (money.isReady() || relative.isReady()) {
      double distance = width * ranges.mean();
      double next = strength >= 50.0 ? low - distance : high + distance;
      boolean held = strength >= 50.0 ? next < line : next > line;
      line = held ? line : next;
    }
    double change = line - before.push(line);
    return publish(line, Math.signum(change));
  }

  @Override
  protected void resetOwn() {
    previous = Double.NaN;
    line = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previous).writeDouble(line);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previous = in.readDouble();
    line = in.readDouble();
  }
}

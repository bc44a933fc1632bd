package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Safe zone stops: {@code low - factor d} for who has bought and {@code high + factor u} for who
 * has sold, {@code d} being how far, on average, the lows of the last {@code length} bars lay below
 * the low before where they did, {@code u} likewise how far the highs lay above; 0 if none did.
 * Outputs: 0 long, 1 short. Ready after {@code length + 1} bars. Source: A. Elder (2002), "Come
 * Into My Trading Room". He does not let a stop go back; that is left to who holds it.
 */
public final class SafeZone extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 1, 100_000);
  private static final DecimalParameter FACTOR = Parameter.decimal("factor", 2, 0.001, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLATILITY, "safe-zone", "Elder's safe zone stops")
          .source("A. Elder (2002), Come Into My Trading Room")
          .parameter(LENGTH)
          .parameter(FACTOR)
          .output("long", Unit.PRICE)
          .output("short", Unit.PRICE)
          .makes(values -> new SafeZone(values.get(LENGTH), values.get(FACTOR)));

  private final double factor;
  private final RollingSum falls;
  private final RollingSum fallen;
  private final RollingSum rises;
  private final RollingSum risen;
  private double previousLow = Double.NaN;
  private double previousHigh = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 10
   * @param factor average noises away, usually 2 to 3
   */
  public SafeZone(int length, double factor) {
    super(DEFINITION, LENGTH.check(length) + 1);
    this.factor = FACTOR.check(factor);
    falls = part(new RollingSum(length));
    fallen = part(new RollingSum(length));
    rises = part(new RollingSum(length));
    risen = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double down = Math.max(previousLow - low, 0.0);
    double up = Math.max(high - previousHigh, 0.0);
    previousLow = low;
    previousHigh = high;
    falls.add(down);
    fallen.add(Math.signum(down));
    rises.add(up);
    risen.add(Math.signum(up));
    return publish(low - factor * mean(falls, fallen), high + factor * mean(rises, risen));
  }

  private static double mean(RollingSum moves, RollingSum count) {
    double bars = count.sum();
    return bars == 0 ? 0.0 : moves.sum() / bars;
  }

  @Override
  protected void resetOwn() {
    previousLow = Double.NaN;
    previousHigh = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousLow).writeDouble(previousHigh);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousLow = in.readDouble();
    previousHigh = in.readDouble();
  }
}

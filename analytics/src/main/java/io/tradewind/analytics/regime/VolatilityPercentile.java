package io.tradewind.analytics.regime;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.indicator.StandardDeviation;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.Arrays;

/**
 * Where the realised volatility stands among its own last values: the share of the window that is
 * below it, itself and equal ones counted half; above 0 and below 1, and 0.5 if all are equal.
 * Realised volatility is the population standard deviation of the last log returns of one bar.
 *
 * <p>Each update walks the window once. Ready after {@code length + window} prices; NaN before, and
 * while a NaN is in a window.
 */
public final class VolatilityPercentile implements Stateful {
  private final StandardDeviation deviation;
  private final double[] window;
  private final int warmup;
  private int head;
  private int seen;
  private double previousPrice = Double.NaN;
  private double percentile = Double.NaN;

  /**
   * Of a deviation over some returns, among some of its values.
   *
   * @param length returns in one volatility, at least 2
   * @param window volatilities, at least 2
   */
  public VolatilityPercentile(int length, int window) {
    Check.argument(window >= 2, "window must be >= 2, was %s", window);
    this.deviation = new StandardDeviation(length);
    this.window = new double[window];
    this.warmup = length + window;
  }

  /** Takes the next price, above 0, and returns the percentile, 0 to 1, NaN until ready. */
  public double update(double price) {
    if (seen > 0) {
      deviation.update(StrictMath.log(price / previousPrice));
    }
    previousPrice = price;
    if (deviation.isReady()) {
      window[head] = deviation.value();
      head = (head + 1) % window.length;
    }
    seen = Math.min(seen + 1, warmup);
    if (isReady()) {
      percentile = rank(deviation.value());
    }
    return percentile;
  }

  private double rank(double volatility) {
    int below = 0;
    int above = 0;
    boolean isKnown = true;
    for (double other : window) {
      below += other < volatility ? 1 : 0;
      above += other > volatility ? 1 : 0;
      isKnown &= !Double.isNaN(other);
    }
    return isKnown ? 0.5 * (window.length + below - above) / window.length : Double.NaN;
  }

  /** The latest percentile, 0 to 1, NaN until ready. */
  public double value() {
    return percentile;
  }

  /** Prices until the first percentile. */
  public int warmup() {
    return warmup;
  }

  /** Whether there is one. */
  public boolean isReady() {
    return seen == warmup;
  }

  /** Forgets everything, as if newly constructed. */
  public void reset() {
    deviation.reset();
    Arrays.fill(window, 0);
    head = 0;
    seen = 0;
    previousPrice = Double.NaN;
    percentile = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("volatility-percentile", 1).writeInt(seen).writeInt(head);
    out.writeDouble(previousPrice).writeDouble(percentile).writeDoubles(window);
    deviation.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("volatility-percentile", 1);
    seen = in.readInt();
    head = in.readInt();
    if (head < 0 || head >= window.length) {
      throw new StateException("slot " + head + " is outside of a window of " + window.length);
    }
    previousPrice = in.readDouble();
    percentile = in.readDouble();
    in.readDoubles(window);
    deviation.load(in);
  }
}

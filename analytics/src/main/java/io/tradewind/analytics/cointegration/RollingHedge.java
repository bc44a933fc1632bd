package io.tradewind.analytics.cointegration;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.RollingComoments;
import io.tradewind.analytics.window.RollingSum;

/**
 * The line of {@link EngleGranger} over the last {@code length} values of two series, value by
 * value, constant work each on average: ratio, intercept, spread and its z-score. Sums are kept by
 * blocks, so that nothing a value did outlives it. All are NaN until there are {@code length}
 * values, and while {@code x} does not move.
 */
public final class RollingHedge implements Resettable {
  private static final int FEWEST = 20;

  private final int length;
  private final RollingComoments together;
  private final RollingSum sumX;
  private final RollingSum sumY;
  private final Lag lastX;
  private final Lag lastY;

  /**
   * Without values.
   *
   * @param length at least 20
   */
  public RollingHedge(int length) {
    Check.argument(length >= FEWEST, "length must be >= %s, was %s", FEWEST, length);
    this.length = length;
    this.together = new RollingComoments(length);
    this.sumX = new RollingSum(length);
    this.sumY = new RollingSum(length);
    this.lastX = new Lag(length);
    this.lastY = new Lag(length);
  }

  /** Takes the next value of each. */
  public void add(double y, double x) {
    together.add(x, y);
    sumX.add(x);
    sumY.add(y);
    lastX.push(x);
    lastY.push(y);
  }

  /** Whether there are {@code length} values. */
  public boolean isFull() {
    return together.isFull();
  }

  /** Units of {@code x} that hedge one of {@code y}. */
  public double ratio() {
    double spread = together.firstSpread();
    return isFull() && spread > 0 ? together.coSpread() / spread : Double.NaN;
  }

  /** Where the line meets an {@code x} of 0. */
  public double intercept() {
    return sumY.mean() - ratio() * sumX.mean();
  }

  /** How far the last {@code y} lies above the line. */
  public double spread() {
    return lastY.ago(0) - sumY.mean() - ratio() * (lastX.ago(0) - sumX.mean());
  }

  /** Standard deviation of the spread in the window, that of the population. */
  public double deviation() {
    double left = together.secondSpread() - ratio() * together.coSpread();
    return Math.sqrt(Math.max(left, 0.0) / length);
  }

  /** How many deviations the spread is from 0; NaN if there are none. */
  public double zScore() {
    double deviation = deviation();
    return deviation > 0 ? spread() / deviation : Double.NaN;
  }

  /**
   * The test over the same values.
   *
   * @throws IllegalStateException if there are too few yet
   */
  public EngleGranger test() {
    Check.invariant(isFull(), "the window is not full yet");
    double[] x = new double[length];
    double[] y = new double[length];
    for (int i = 0; i < length; i++) {
      x[i] = lastX.ago(length - 1 - i);
      y[i] = lastY.ago(length - 1 - i);
    }
    return EngleGranger.of(y, x);
  }

  @Override
  public void reset() {
    together.reset();
    sumX.reset();
    sumY.reset();
    lastX.reset();
    lastY.reset();
  }

  @Override
  public void save(StateWriter out) {
    out.section("rolling-hedge", 1);
    together.save(out);
    sumX.save(out);
    sumY.save(out);
    lastX.save(out);
    lastY.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("rolling-hedge", 1);
    together.load(in);
    sumX.load(in);
    sumY.load(in);
    lastX.load(in);
    lastY.load(in);
  }
}

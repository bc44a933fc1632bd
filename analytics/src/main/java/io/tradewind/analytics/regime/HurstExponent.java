package io.tradewind.analytics.regime;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.indicator.Sma;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.Arrays;

/**
 * Hurst exponent of the logarithm of prices, 0 to 1: above 0.5 moves go on, below they come back,
 * at 0.5 they do neither.
 *
 * <p>The mean square of the moves over k bars grows as {@code k^(2 H)}; so {@code H} is half the
 * slope of the least-squares line through {@code ln(mean of the last length squares of x(t) - x(t -
 * k))} over {@code ln k}, for k = 1, 2, 4 and so on up to an eighth of the length. Each k has a
 * running mean: constant work, whatever the length. Source: T. Di Matteo, T. Aste and M. Dacorogna
 * (2005), "Long-term memories of developed and emerging markets", Journal of Banking and Finance
 * 29, the exponent of order 2, with doubling instead of successive k. The mean square and not the
 * variance, so that a steady drift counts as going on.
 *
 * <p>A random walk gives 0.5 on average, with a standard deviation of some 0.06 over 240 bars.
 * Without any move it is 0.5. Ready after {@code length} bars and the greatest k more; NaN before,
 * and while a NaN is within reach.
 */
public final class HurstExponent implements Stateful {
  private static final int SHORTEST = 32;
  private static final double RANDOM_WALK = 0.5;

  /** Keeps the logarithm finite where each second move undoes the first. */
  private static final double LEAST_RATIO = 0x1p-40;

  private final int length;
  private final int greatestLag;
  private final Sma[] squares;

  /** By lag: its part in the slope, so that {@code H = sum(weight ln(mean square))}. */
  private final double[] weights;

  private final double[] past;
  private int head;
  private int seen;
  private double exponent = Double.NaN;

  /**
   * Over the last moves.
   *
   * @param length at least {@value #SHORTEST}
   */
  public HurstExponent(int length) {
    Check.argument(length >= SHORTEST, "length must be >= 32, was %s", length);
    int lags = 32 - Integer.numberOfLeadingZeros(length / 8);
    this.length = length;
    this.greatestLag = 1 << (lags - 1);
    this.squares = new Sma[lags];
    this.weights = new double[lags];
    this.past = new double[greatestLag + 1];
    double middle = (lags - 1) / 2.0;
    double spread = 0;
    for (int i = 0; i < lags; i++) {
      squares[i] = new Sma(length);
      spread += (i - middle) * (i - middle);
    }
    for (int i = 0; i < lags; i++) {
      weights[i] = 0.5 * (i - middle) / (spread * StrictMath.log(2));
    }
  }

  /** Takes the next price, above 0, and returns the exponent, NaN until ready. */
  public double update(double price) {
    double x = StrictMath.log(price);
    past[head] = x;
    for (int i = 0; i < squares.length; i++) {
      int lag = 1 << i;
      if (seen >= lag) {
        double move = x - past[Math.floorMod(head - lag, past.length)];
        squares[i].update(move * move);
      }
    }
    head = (head + 1) % past.length;
    seen = Math.min(seen + 1, warmup());
    if (isReady()) {
      exponent = slope();
    }
    return exponent;
  }

  private double slope() {
    double first = squares[0].value();
    if (first == 0) {
      return RANDOM_WALK;
    }
    double sum = 0;
    for (int i = 0; i < squares.length; i++) {
      sum += weights[i] * StrictMath.log(Math.max(squares[i].value() / first, LEAST_RATIO));
    }
    return Math.clamp(sum, 0.0, 1.0);
  }

  /** The latest exponent, NaN until ready. */
  public double value() {
    return exponent;
  }

  /** Prices until the first exponent. */
  public int warmup() {
    return length + greatestLag;
  }

  /** Whether there is one. */
  public boolean isReady() {
    return seen == warmup();
  }

  /** Forgets everything, as if newly constructed. */
  public void reset() {
    for (Sma square : squares) {
      square.reset();
    }
    Arrays.fill(past, 0);
    head = 0;
    seen = 0;
    exponent = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("hurst-exponent", 1).writeInt(seen).writeInt(head);
    out.writeDouble(exponent).writeDoubles(past);
    for (Sma square : squares) {
      square.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("hurst-exponent", 1);
    seen = in.readInt();
    head = in.readInt();
    if (head < 0 || head >= past.length) {
      throw new StateException("slot " + head + " is outside of a ring of " + past.length);
    }
    exponent = in.readDouble();
    in.readDoubles(past);
    for (Sma square : squares) {
      square.load(in);
    }
  }
}

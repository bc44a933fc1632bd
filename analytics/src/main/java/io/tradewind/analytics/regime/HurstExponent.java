package io.tradewind.analytics.regime;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.RollingSum;

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
 * <p>A random walk gives 0.49 on average over 240 bars, with a standard deviation of 0.05. Without
 * any move it is 0.5. Ready after {@code length} bars and the greatest k more. Prices are above 0.
 */
public final class HurstExponent extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 240, 32, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.REGIME, "hurst", "Hurst exponent, above 0.5 where moves go on")
          .source("T. Di Matteo, T. Aste, M. Dacorogna (2005), Journal of Banking and Finance 29")
          .parameter(LENGTH)
          .output("hurst", Unit.NUMBER)
          .makes(values -> new HurstExponent(values.get(LENGTH)));

  private static final double RANDOM_WALK = 0.5;

  /** Keeps the logarithm finite where each second move undoes the first. */
  private static final double LEAST_RATIO = 0x1p-40;

  private final Lag past;
  private final RollingSum[] squares;

  /** By lag: its part in the slope, so that {@code H = sum(weight ln(mean square))}. */
  private final double[] weights;

  /**
   * Over the last moves.
   *
   * @param length at least 32
   */
  public HurstExponent(int length) {
    super(DEFINITION, LENGTH.check(length) + Integer.highestOneBit(length / 8));
    past = part(new Lag(Integer.highestOneBit(length / 8)));
    int lags = 1 + Integer.numberOfTrailingZeros(Integer.highestOneBit(length / 8));
    squares = new RollingSum[lags];
    weights = new double[lags];
    double middle = (lags - 1) / 2.0;
    double spread = 0;
    for (int i = 0; i < lags; i++) {
      squares[i] = part(new RollingSum(length));
      spread += (i - middle) * (i - middle);
    }
    for (int i = 0; i < lags; i++) {
      weights[i] = 0.5 * (i - middle) / (spread * StrictMath.log(2));
    }
  }

  @Override
  public double update(double price) {
    double x = StrictMath.log(price);
    for (int i = 0; i < squares.length; i++) {
      int lag = 1 << i;
      if (seen() >= lag) {
        double move = x - past.ago(lag - 1);
        squares[i].add(move * move);
      }
    }
    past.push(x);
    return publish(seen() >= warmup() - 1 ? exponent() : Double.NaN);
  }

  private double exponent() {
    double first = squares[0].sum();
    if (first == 0) {
      return RANDOM_WALK;
    }
    double sum = 0;
    for (int i = 0; i < squares.length; i++) {
      sum += weights[i] * StrictMath.log(Math.max(squares[i].sum() / first, LEAST_RATIO));
    }
    return Math.clamp(sum, 0.0, 1.0);
  }
}

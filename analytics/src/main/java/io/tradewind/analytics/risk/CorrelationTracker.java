package io.tradewind.analytics.risk;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * The correlation of each pair of aligned series of returns, exponentially weighted and about a
 * mean of 0: {@code correlation = sum(w a b) / sqrt(sum(w a^2) sum(w b^2))}, the last return
 * weighing 1, the one before lambda, and so on back. Source: J.P. Morgan and Reuters (1996),
 * "RiskMetrics Technical Document", 4th edition, section 5.2.
 *
 * <p>Where a return is missing (NaN or infinite), the pairs of that series stay as they were and
 * forget nothing; a pair's two variances are therefore those of the returns that both had, so that
 * a correlation is always within -1 and 1. The matrix is positive semidefinite if nothing was
 * missing.
 *
 * <p>NaN until a pair has seen the warm-up in returns that both had, and while one of the two has
 * not moved. An update does constant work for each pair, and neither it nor reading allocates.
 */
public final class CorrelationTracker implements Resettable {
  private final int series;
  private final double lambda;
  private final int warmup;

  /** By pair: see {@link #pair}. */
  private final long[] seen;

  private final double[] products;

  /** By pair, of the first and of the second of the two. */
  private final double[] firstSquares;

  private final double[] secondSquares;

  /**
   * Of so many series.
   *
   * @param series at least 2
   * @param lambda above 0 and below 1; 0.94 for daily returns, half the weight in 11 of them
   * @param warmup returns of both before a pair is told, at least 2
   */
  public CorrelationTracker(int series, double lambda, int warmup) {
    Check.argument(series >= 2, "series must be >= 2, was %s", series);
    Check.argument(lambda > 0 && lambda < 1, "lambda must be > 0 and < 1, was %s", lambda);
    Check.argument(warmup >= 2, "warmup must be >= 2, was %s", warmup);
    this.series = series;
    this.lambda = lambda;
    this.warmup = warmup;
    int pairs = series * (series - 1) / 2;
    this.seen = new long[pairs];
    this.products = new double[pairs];
    this.firstSquares = new double[pairs];
    this.secondSquares = new double[pairs];
  }

  /**
   * Takes the returns of one moment.
   *
   * @param returns {@code [series]}, fractions, NaN where missing
   */
  public void update(double[] returns) {
    Check.argument(
        returns.length == series, "returns must be of all series, were %s", returns.length);
    for (int second = 1; second < series; second++) {
      double b = returns[second];
      for (int first = 0; first < second; first++) {
        double a = returns[first];
        if (Double.isFinite(a) && Double.isFinite(b)) {
          add(pair(first, second), a, b);
        }
      }
    }
  }

  private void add(int pair, double a, double b) {
    seen[pair]++;
    products[pair] = lambda * products[pair] + a * b;
    firstSquares[pair] = lambda * firstSquares[pair] + a * a;
    secondSquares[pair] = lambda * secondSquares[pair] + b * b;
  }

  /** The place of a pair in the triangle below the diagonal; first is the smaller. */
  private static int pair(int first, int second) {
    return second * (second - 1) / 2 + first;
  }

  /** Of two series, -1 to 1, of one with itself 1; NaN until known. */
  public double correlation(int a, int b) {
    Check.argument(a >= 0 && a < series, "series must exist, was %s", a);
    Check.argument(b >= 0 && b < series, "series must exist, was %s", b);
    if (a == b) {
      return 1;
    }
    int pair = pair(Math.min(a, b), Math.max(a, b));
    double deviations = Math.sqrt(firstSquares[pair]) * Math.sqrt(secondSquares[pair]);
    if (seen[pair] < warmup || deviations == 0) {
      return Double.NaN;
    }
    return Math.clamp(products[pair] / deviations, -1.0, 1.0);
  }

  /**
   * Writes all correlations.
   *
   * @param into {@code [series][series]}, symmetric, 1 on the diagonal
   */
  public void copyTo(double[][] into) {
    Check.argument(
        into.length == series, "the matrix must have a row a series, had %s", into.length);
    for (int a = 0; a < series; a++) {
      for (int b = 0; b < series; b++) {
        into[a][b] = correlation(a, b);
      }
    }
  }

  /** How many series there are. */
  public int series() {
    return series;
  }

  @Override
  public void reset() {
    Arrays.fill(seen, 0);
    Arrays.fill(products, 0);
    Arrays.fill(firstSquares, 0);
    Arrays.fill(secondSquares, 0);
  }

  @Override
  public void save(StateWriter out) {
    out.section("correlation-tracker", 1).writeLongs(seen).writeDoubles(products);
    out.writeDoubles(firstSquares).writeDoubles(secondSquares);
  }

  @Override
  public void load(StateReader in) {
    in.section("correlation-tracker", 1);
    long[] counts = in.readLongs();
    if (counts.length != seen.length) {
      throw new StateException("expected " + seen.length + " pairs, found " + counts.length);
    }
    System.arraycopy(counts, 0, seen, 0, counts.length);
    in.readDoubles(products);
    in.readDoubles(firstSquares);
    in.readDoubles(secondSquares);
  }
}

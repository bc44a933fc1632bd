package io.tradewind.simulation.synthetic;

import io.tradewind.analytics.check.Check;
import java.util.Arrays;

/** How the moves of symbols go together, checked to be possible. */
public final class Correlation {
  /** A matrix with less than this left for a symbol of its own is taken for singular. */
  private static final double LEAST_OWN = 1e-10;

  /** The lower triangle, row after row: the matrix is this times its transpose. */
  private final double[][] factor;

  /**
   * Of a matrix {@code [symbols][symbols]}.
   *
   * @throws IllegalArgumentException unless it is square, symmetric, 1 on the diagonal and positive
   *     definite
   */
  public Correlation(double[][] matrix) {
    Check.argument(matrix.length >= 1, "a correlation needs a symbol");
    for (int i = 0; i < matrix.length; i++) {
      checkRow(matrix, i);
    }
    this.factor = cholesky(matrix);
  }

  /** The same for each pair. */
  public static Correlation uniform(int symbols, double correlation) {
    Check.argument(symbols >= 1, "symbols must be >= 1, was %s", symbols);
    double[][] matrix = new double[symbols][symbols];
    for (int i = 0; i < symbols; i++) {
      Arrays.fill(matrix[i], correlation);
      matrix[i][i] = 1;
    }
    return new Correlation(matrix);
  }

  /** How many symbols. */
  public int symbols() {
    return factor.length;
  }

  /** Of two symbols. */
  public double of(int one, int other) {
    double sum = 0;
    for (int k = 0; k <= Math.min(one, other); k++) {
      sum += factor[one][k] * factor[other][k];
    }
    return sum;
  }

  /**
   * Turns independent normal numbers into correlated ones, in place: from the last symbol back,
   * since each takes only from those before it.
   */
  void apply(double[] normals) {
    for (int i = factor.length - 1; i >= 0; i--) {
      double[] row = factor[i];
      double sum = 0;
      for (int k = 0; k <= i; k++) {
        sum += row[k] * normals[k];
      }
      normals[i] = sum;
    }
  }

  private static void checkRow(double[][] matrix, int i) {
    Check.argument(
        matrix[i].length == matrix.length,
        "a correlation must be square: %s rows, but row %s has %s",
        matrix.length,
        i,
        matrix[i].length);
    Check.argument(
        matrix[i][i] == 1, "a symbol's correlation with itself must be 1, was %s", matrix[i][i]);
    for (int k = 0; k < i; k++) {
      Check.argument(
          matrix[i][k] == matrix[k][i],
          "a correlation must be symmetric: %s and %s have %s and %s",
          i,
          k,
          matrix[i][k],
          matrix[k][i]);
      Check.argument(
          matrix[i][k] >= -1 && matrix[i][k] <= 1,
          "a correlation must be within -1 and 1, was %s",
          matrix[i][k]);
    }
  }

  /** By rows, after A.-L. Cholesky; fails where a symbol has nothing of its own left. */
  private static double[][] cholesky(double[][] matrix) {
    double[][] factor = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      factor[i] = new double[i + 1];
      double own = 1;
      for (int k = 0; k < i; k++) {
        double sum = matrix[i][k];
        for (int j = 0; j < k; j++) {
          sum -= factor[i][j] * factor[k][j];
        }
        factor[i][k] = sum / factor[k][k];
        own -= factor[i][k] * factor[i][k];
      }
      Check.argument(
          own > LEAST_OWN,
          "correlations must be positive definite: symbol %s cannot go with those before it so",
          i);
      factor[i][i] = Math.sqrt(own);
    }
    return factor;
  }
}

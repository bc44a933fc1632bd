package io.tradewind.analytics.cointegration;

import io.tradewind.analytics.check.Check;

/**
 * The augmented Dickey-Fuller regression without constant, {@code d(t) = g s(t - 1) + sum of c(k)
 * d(t - k) for k = 1 to lags} with {@code d(t) = s(t) - s(t - 1)}: how fast a series comes back to
 * 0. Its statistic is that of Student for {@code g}, the more negative the surer it comes back.
 * Sources: D. A. Dickey and W. A. Fuller (1979), Journal of the American Statistical Association
 * 74; S. E. Said and D. A. Dickey (1984), Biometrika 71.
 *
 * <p>Least squares by the method of Gram and Schmidt, each column made orthogonal twice, with the
 * level last: then {@code g / se(g)} is the part of the target that lies along it, over the
 * residual deviation.
 */
public final class DickeyFuller {
  /** A column is none of its own when less than this share of it is left. */
  private static final double COLLINEAR = 1e-12;

  private DickeyFuller() {}

  /**
   * How many lags: {@code floor(4 (n / 100)^(1/4))}, so that 100 values have 4 and 1000 have 7.
   * Source: G. W. Schwert (1989), Journal of Business and Economic Statistics 7, his l4. A rule by
   * the length alone keeps one window comparable with the next, which a choice by information
   * criterion does not.
   *
   * @param values how many there are, at least 1
   */
  public static int lags(int values) {
    Check.argument(values >= 1, "values must be >= 1, was %s", values);
    return (int) Math.floor(4 * Math.sqrt(Math.sqrt(values / 100.0)));
  }

  /**
   * The statistic; NaN if the series, or its change, does not move.
   *
   * @param series {@code [values]}, finite, more than {@code 2 lags + 2}
   * @param lags of the change, at least 0
   */
  public static double statistic(double[] series, int lags) {
    Check.argument(lags >= 0, "lags must be >= 0, was %s", lags);
    Check.argument(
        series.length > 2L * lags + 2,
        "values must be > %s with %s lags, were %s",
        2L * lags + 2,
        lags,
        series.length);
    int rows = series.length - 1 - lags;
    double[][] columns = new double[lags + 1][rows];
    double[] target = new double[rows];
    for (int row = 0; row < rows; row++) {
      int now = row + lags + 1;
      target[row] = series[now] - series[now - 1];
      for (int lag = 1; lag <= lags; lag++) {
        columns[lag - 1][row] = series[now - lag] - series[now - lag - 1];
      }
      columns[lags][row] = series[now - 1];
    }
    return studentOfLast(columns, target);
  }

  private static double studentOfLast(double[][] columns, double[] target) {
    double along = 0;
    for (int column = 0; column < columns.length; column++) {
      if (!makeUnit(columns, column)) {
        return Double.NaN;
      }
      along = takeAway(columns[column], target);
    }
    int free = target.length - columns.length;
    double residual = dot(target, target) / free;
    return residual == 0 ? Double.NaN : along / Math.sqrt(residual);
  }

  /** Makes a column orthogonal to those before it and of length 1; whether there is one left. */
  private static boolean makeUnit(double[][] columns, int at) {
    double[] column = columns[at];
    double before = Math.sqrt(dot(column, column));
    for (int pass = 0; pass < 2; pass++) {
      for (int other = 0; other < at; other++) {
        takeAway(columns[other], column);
      }
    }
    double norm = Math.sqrt(dot(column, column));
    if (!(norm > COLLINEAR * before)) {
      return false;
    }
    for (int row = 0; row < column.length; row++) {
      column[row] /= norm;
    }
    return true;
  }

  /** Takes out of a vector what lies along a unit one, and returns how much that was. */
  private static double takeAway(double[] unit, double[] vector) {
    double along = dot(unit, vector);
    for (int row = 0; row < vector.length; row++) {
      vector[row] -= along * unit[row];
    }
    return along;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int row = 0; row < one.length; row++) {
      sum += one[row] * other[row];
    }
    return sum;
  }
}

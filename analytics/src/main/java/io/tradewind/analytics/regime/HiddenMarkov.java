package io.tradewind.analytics.regime;

import io.tradewind.analytics.check.Check;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A hidden Markov model: at each step the market is in one of a few states, which follow one
 * another with fixed probabilities and are not seen; what is seen, the observation, is normal with
 * a mean and a variance for each feature in each state, independent given the state. Immutable.
 * Source: L. Rabiner (1989), "A tutorial on hidden Markov models and selected applications in
 * speech recognition", Proceedings of the IEEE 77(2); for markets J. Hamilton (1989), Econometrica
 * 57(2).
 *
 * <p>Everything is reckoned with logarithms, so that long series and extreme values do not
 * underflow. A feature of an observation that is not finite is missing and left out.
 */
public final class HiddenMarkov {
  private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);
  private static final double SUM_TOLERANCE = 1e-9;

  private final double[] start;
  private final double[][] transition;
  private final double[][] means;
  private final double[][] variances;
  private final double[] logStart;
  private final double[][] logTransition;
  private final double[][] logVariances;

  /**
   * Of known parameters.
   *
   * @param start {@code [states]}, the probabilities of the first state
   * @param transition {@code [states][states]}, from the first to the second, each row summing to 1
   * @param means {@code [states][features]}
   * @param variances {@code [states][features]}, each above 0
   */
  public HiddenMarkov(
      double[] start, double[][] transition, double[][] means, double[][] variances) {
    int states = start.length;
    Check.argument(states >= 1, "states must be >= 1, were %s", states);
    int features = means.length == 0 ? 0 : means[0].length;
    requireRows("transition", transition, states, states);
    requireRows("means", means, states, features);
    requireRows("variances", variances, states, features);
    requireProbabilities(start);
    for (int state = 0; state < states; state++) {
      requireProbabilities(transition[state]);
      for (double variance : variances[state]) {
        Check.argument(variance > 0, "a variance must be > 0, was %s", variance);
      }
    }
    this.start = start.clone();
    this.transition = copy(transition);
    this.means = copy(means);
    this.variances = copy(variances);
    this.logStart = logs(start);
    this.logTransition = logs(transition);
    this.logVariances = logs(variances);
  }

  private static void requireRows(String name, double[][] matrix, int rows, int columns) {
    Check.argument(
        matrix.length == rows, "%s must have %s rows, had %s", name, rows, matrix.length);
    for (double[] row : matrix) {
      Check.argument(
          row.length == columns && columns >= 1,
          "%s must have %s columns, had %s",
          name,
          columns,
          row.length);
      for (double value : row) {
        Check.argument(Double.isFinite(value), "%s must be finite, one was %s", name, value);
      }
    }
  }

  private static void requireProbabilities(double[] row) {
    double sum = 0;
    for (double value : row) {
      Check.argument(value >= 0 && value <= 1, "a probability must be 0 to 1, was %s", value);
      sum += value;
    }
    Check.argument(Math.abs(sum - 1) <= SUM_TOLERANCE, "probabilities must sum to 1, were %s", sum);
  }

  private static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }

  private static double[] logs(double[] values) {
    double[] logs = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      logs[i] = StrictMath.log(values[i]);
    }
    return logs;
  }

  private static double[][] logs(double[][] values) {
    double[][] logs = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      logs[i] = logs(values[i]);
    }
    return logs;
  }

  /** How many states there are. */
  public int states() {
    return start.length;
  }

  /** How many numbers an observation has. */
  public int features() {
    return means[0].length;
  }

  /** The probability that the first state is this one. */
  public double start(int state) {
    return start[state];
  }

  /** The probability that after one state comes another, or the same again. */
  public double transition(int from, int to) {
    return transition[from][to];
  }

  /** The mean of a feature in a state. */
  public double mean(int state, int feature) {
    return means[state][feature];
  }

  /** The variance of a feature in a state. */
  public double variance(int state, int feature) {
    return variances[state][feature];
  }

  double logStart(int state) {
    return logStart[state];
  }

  double logTransition(int from, int to) {
    return logTransition[from][to];
  }

  /**
   * The logarithm of the density of an observation in a state, {@code -1/2 sum(ln(2 pi v) + (x -
   * m)^2 / v)} over the features that are finite; 0 if none is.
   */
  public double logDensity(int state, double[] observation) {
    double sum = 0;
    for (int feature = 0; feature < observation.length; feature++) {
      double x = observation[feature];
      if (Double.isFinite(x)) {
        double deviation = x - means[state][feature];
        sum += LOG_TWO_PI + logVariances[state][feature];
        sum += deviation * deviation / variances[state][feature];
      }
    }
    return -0.5 * sum;
  }

  /**
   * The single most likely sequence of states, the lower state where two are as likely. It looks
   * back from the end and is therefore for labelling what is past; {@link HiddenMarkovFilter} is
   * for the present. Source: A. Viterbi (1967), IEEE Transactions on Information Theory 13(2).
   *
   * @param observations {@code [steps][features]}
   * @return {@code [steps]}
   */
  public int[] mostLikelyPath(double[][] observations) {
    int steps = observations.length;
    int[] path = new int[steps];
    if (steps == 0) {
      return path;
    }
    int[][] cameFrom = new int[steps][states()];
    double[] best = new double[states()];
    double[] next = new double[states()];
    for (int state = 0; state < states(); state++) {
      best[state] = logStart[state] + logDensity(state, observations[0]);
    }
    for (int step = 1; step < steps; step++) {
      for (int state = 0; state < states(); state++) {
        int from = bestBefore(best, state);
        cameFrom[step][state] = from;
        next[state] =
            best[from] + logTransition[from][state] + logDensity(state, observations[step]);
      }
      System.arraycopy(next, 0, best, 0, next.length);
    }
    path[steps - 1] = greatest(best);
    for (int step = steps - 1; step > 0; step--) {
      path[step - 1] = cameFrom[step][path[step]];
    }
    return path;
  }

  private int bestBefore(double[] best, int state) {
    int from = 0;
    for (int other = 1; other < best.length; other++) {
      if (best[other] + logTransition[other][state] > best[from] + logTransition[from][state]) {
        from = other;
      }
    }
    return from;
  }

  private static int greatest(double[] values) {
    int greatest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[greatest]) {
        greatest = i;
      }
    }
    return greatest;
  }

  /**
   * This model with its states in the order of their spread, the product of the variances, the
   * narrowest first; of equal ones the lower mean of the first feature. So states keep their
   * numbers from one fit to the next.
   */
  HiddenMarkov inOrder() {
    Integer[] order = new Integer[states()];
    double[] spread = new double[states()];
    for (int state = 0; state < order.length; state++) {
      order[state] = state;
      for (double logVariance : logVariances[state]) {
        spread[state] += logVariance;
      }
    }
    Arrays.sort(
        order,
        Comparator.<Integer>comparingDouble(state -> spread[state])
            .thenComparingDouble(state -> means[state][0]));
    double[] newStart = new double[states()];
    double[][] newTransition = new double[states()][states()];
    double[][] newMeans = new double[states()][];
    double[][] newVariances = new double[states()][];
    for (int i = 0; i < order.length; i++) {
      newStart[i] = start[order[i]];
      newMeans[i] = means[order[i]];
      newVariances[i] = variances[order[i]];
      for (int j = 0; j < order.length; j++) {
        newTransition[i][j] = transition[order[i]][order[j]];
      }
    }
    return new HiddenMarkov(newStart, newTransition, newMeans, newVariances);
  }
}

package io.tradewind.analytics.regime;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.analytics.statistics.Sample;

/**
 * A hidden Markov model fitted to observations: the most likely of several searches, each by the
 * method of Baum and Welch from a beginning of its own. At the beginning a state has the mean and
 * variance of a random stretch of the observations and stays as it is with probability 0.9. The
 * states of the result are in the order of their spread, the narrowest first.
 *
 * @param model the result
 * @param logLikelihood of the observations under the model, natural logarithm
 * @param iterations of the search that was taken
 * @param converged whether that search ended because it gained no more
 */
public record HiddenMarkovFit(
    HiddenMarkov model, double logLikelihood, int iterations, boolean converged) {
  private static final double STAY = 0.9;

  /** Variances are at least this share of the variance of all observations. */
  private static final double VARIANCE_FLOOR = 1e-6;

  /** Squares of greater ones, summed, might overflow. */
  private static final double GREATEST = 1e100;

  /**
   * How long and how often to search.
   *
   * @param starts how many searches, at least 1
   * @param iterations at most, of each search, at least 1
   * @param tolerance a search ends when an iteration gains less log-likelihood than this for each
   *     observation; at least 0
   * @param seed equal seeds give equal results
   */
  public record Search(int starts, int iterations, double tolerance, long seed) {
    /** Checks all. */
    public Search {
      Check.argument(starts >= 1, "starts must be >= 1, was %s", starts);
      Check.argument(iterations >= 1, "iterations must be >= 1, was %s", iterations);
      Check.argument(tolerance >= 0, "tolerance must be >= 0, was %s", tolerance);
    }

    /** Two dozen searches of at most 200 iterations, to a millionth for each observation. */
    public static Search seeded(long seed) {
      return new Search(24, 200, 1e-6, seed);
    }
  }

  /**
   * Fits a model.
   *
   * @param observations {@code [steps][features]}, at least two for each state, finite and within
   *     {@value #GREATEST}, each feature with some variance
   * @param states at least 1
   */
  public static HiddenMarkovFit of(double[][] observations, int states, Search search) {
    Check.argument(states >= 1, "states must be >= 1, was %s", states);
    Check.argument(
        observations.length >= 2L * states,
        "observations must be >= 2 for each of %s states, were %s",
        states,
        observations.length);
    double[] floors = varianceFloors(observations);
    SplitMix random = new SplitMix(search.seed());
    HiddenMarkov beginning = begin(observations, floors, states, random);
    HiddenMarkovFit best = search(observations, floors, beginning, search);
    for (int i = 1; i < search.starts(); i++) {
      beginning = begin(observations, floors, states, random);
      HiddenMarkovFit other = search(observations, floors, beginning, search);
      best = other.logLikelihood > best.logLikelihood ? other : best;
    }
    return new HiddenMarkovFit(
        best.model.inOrder(), best.logLikelihood, best.iterations, best.converged);
  }

  private static HiddenMarkovFit search(
      double[][] observations, double[] floors, HiddenMarkov beginning, Search search) {
    BaumWelch steps = new BaumWelch(observations, floors, beginning);
    double tolerance = search.tolerance() * observations.length;
    for (int i = 1; i <= search.iterations(); i++) {
      double before = steps.logLikelihood();
      steps.improve();
      if (steps.logLikelihood() - before <= tolerance) {
        return new HiddenMarkovFit(steps.model(), steps.logLikelihood(), i, true);
      }
    }
    return new HiddenMarkovFit(steps.model(), steps.logLikelihood(), search.iterations(), false);
  }

  private static HiddenMarkov begin(
      double[][] observations, double[] floors, int states, SplitMix random) {
    int features = floors.length;
    int length = Math.max(2, observations.length / (5 * states));
    double[] start = new double[states];
    double[][] transition = new double[states][states];
    double[][] means = new double[states][features];
    double[][] spreads = new double[states][features];
    for (int state = 0; state < states; state++) {
      start[state] = 1.0 / states;
      for (int to = 0; to < states; to++) {
        transition[state][to] = states == 1 ? 1 : to == state ? STAY : (1 - STAY) / (states - 1);
      }
      int from = random.nextInt(observations.length - length + 1);
      for (int feature = 0; feature < features; feature++) {
        double[] stretch = column(observations, feature, from, length);
        double deviation = Sample.standardDeviation(stretch);
        means[state][feature] = Sample.mean(stretch);
        spreads[state][feature] = Math.max(deviation * deviation, floors[feature]);
      }
    }
    return new HiddenMarkov(start, transition, means, spreads);
  }

  private static double[] varianceFloors(double[][] observations) {
    int features = observations[0].length;
    Check.argument(features >= 1, "features must be >= 1, were %s", features);
    for (double[] observation : observations) {
      Check.argument(
          observation.length == features,
          "observations must have %s features, one had %s",
          features,
          observation.length);
      for (double x : observation) {
        Check.argument(Math.abs(x) <= GREATEST, "observations must be within 1e100, one was %s", x);
      }
    }
    double[] floors = new double[features];
    for (int feature = 0; feature < features; feature++) {
      double[] all = column(observations, feature, 0, observations.length);
      double deviation = Sample.standardDeviation(all);
      floors[feature] = VARIANCE_FLOOR * deviation * deviation;
      Check.argument(floors[feature] > 0, "feature %s must vary", feature);
    }
    return floors;
  }

  private static double[] column(double[][] observations, int feature, int from, int length) {
    double[] column = new double[length];
    for (int i = 0; i < length; i++) {
      column[i] = observations[from + i][feature];
    }
    return column;
  }
}

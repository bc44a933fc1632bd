package io.tradewind.analytics.regime;

import java.util.Arrays;

/**
 * Makes a {@link HiddenMarkov} more likely, step by step, for given observations: expectation and
 * maximisation in log space. No step makes it less likely. Source: L. Baum, T. Petrie, G. Soules
 * and N. Weiss (1970), Annals of Mathematical Statistics 41(1); sections III A, III C and IV A of
 * Rabiner (1989), with logarithms in place of scale factors.
 *
 * <p>A variance is held at or above a floor for its feature, which is still the best choice there
 * is above the floor; a state that nothing belongs to keeps what it had.
 */
final class BaumWelch {
  private final double[][] observations;
  private final double[] varianceFloors;
  private final int states;

  /** By step and state: the density of the observation, of the past, of the future. */
  private final double[][] density;

  private final double[][] forward;
  private final double[][] backward;
  private final double[] terms;
  private HiddenMarkov model;
  private double logLikelihood;

  BaumWelch(double[][] observations, double[] varianceFloors, HiddenMarkov model) {
    int steps = observations.length;
    this.observations = observations;
    this.varianceFloors = varianceFloors;
    this.model = model;
    this.states = model.states();
    this.density = new double[steps][states];
    this.forward = new double[steps][states];
    this.backward = new double[steps][states];
    this.terms = new double[states];
    expect();
  }

  HiddenMarkov model() {
    return model;
  }

  /** Of the observations under the model. */
  double logLikelihood() {
    return logLikelihood;
  }

  /** Replaces the model by one that is at least as likely. */
  void improve() {
    model = maximise();
    expect();
  }

  private void expect() {
    int last = observations.length - 1;
    for (int step = 0; step <= last; step++) {
      for (int state = 0; state < states; state++) {
        density[step][state] = model.logDensity(state, observations[step]);
      }
    }
    for (int step = 0; step <= last; step++) {
      for (int state = 0; state < states; state++) {
        forward[step][state] = density[step][state] + logReached(step, state);
      }
    }
    Arrays.fill(backward[last], 0);
    for (int step = last - 1; step >= 0; step--) {
      for (int state = 0; state < states; state++) {
        for (int to = 0; to < states; to++) {
          terms[to] =
              model.logTransition(state, to) + density[step + 1][to] + backward[step + 1][to];
        }
        backward[step][state] = LogSum.of(terms);
      }
    }
    logLikelihood = LogSum.of(forward[last]);
  }

  private double logReached(int step, int state) {
    if (step == 0) {
      return model.logStart(state);
    }
    for (int from = 0; from < states; from++) {
      terms[from] = forward[step - 1][from] + model.logTransition(from, state);
    }
    return LogSum.of(terms);
  }

  private HiddenMarkov maximise() {
    double[] start = new double[states];
    double[][] transition = new double[states][states];
    double[][] means = new double[states][model.features()];
    double[][] variances = new double[states][model.features()];
    for (int state = 0; state < states; state++) {
      start[state] = membership(0, state);
      countTransitions(state, transition[state]);
      describe(state, means[state], variances[state]);
    }
    normalise(start);
    return new HiddenMarkov(start, transition, means, variances);
  }

  /** The probability of a state at a step, given all observations. */
  private double membership(int step, int state) {
    return StrictMath.exp(forward[step][state] + backward[step][state] - logLikelihood);
  }

  private void countTransitions(int from, double[] counts) {
    for (int step = 0; step + 1 < observations.length; step++) {
      double past = forward[step][from] - logLikelihood;
      for (int to = 0; to < states; to++) {
        double future = density[step + 1][to] + backward[step + 1][to];
        counts[to] += StrictMath.exp(past + model.logTransition(from, to) + future);
      }
    }
    if (!normalise(counts)) {
      for (int to = 0; to < states; to++) {
        counts[to] = model.transition(from, to);
      }
    }
  }

  private void describe(int state, double[] mean, double[] variance) {
    double weight = 0;
    for (int step = 0; step < observations.length; step++) {
      double membership = membership(step, state);
      weight += membership;
      for (int feature = 0; feature < mean.length; feature++) {
        mean[feature] += membership * observations[step][feature];
      }
    }
    if (weight < Double.MIN_NORMAL) {
      for (int feature = 0; feature < mean.length; feature++) {
        mean[feature] = model.mean(state, feature);
        variance[feature] = model.variance(state, feature);
      }
      return;
    }
    for (int feature = 0; feature < mean.length; feature++) {
      mean[feature] /= weight;
      double spread = spread(state, feature, mean[feature]) / weight;
      variance[feature] = Math.max(spread, varianceFloors[feature]);
    }
  }

  private double spread(int state, int feature, double mean) {
    double sum = 0;
    for (int step = 0; step < observations.length; step++) {
      double deviation = observations[step][feature] - mean;
      sum += membership(step, state) * deviation * deviation;
    }
    return sum;
  }

  /** To a sum of 1; whether there was anything to normalise. */
  private static boolean normalise(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    if (sum < Double.MIN_NORMAL) {
      return false;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return true;
  }
}

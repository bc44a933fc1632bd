package io.tradewind.analytics.risk;

import io.tradewind.analytics.check.Check;

/** The variance about 0 of all values so far, the last weighing 1, the one before lambda. */
final class WeightedVariance {
  private final double lambda;
  private double squares;
  private double weights;

  WeightedVariance(double lambda) {
    Check.argument(lambda > 0 && lambda < 1, "lambda must be > 0 and < 1, was %s", lambda);
    this.lambda = lambda;
  }

  void add(double value) {
    squares = lambda * squares + value * value;
    weights = lambda * weights + 1;
  }

  /** NaN of nothing. */
  double value() {
    return squares / weights;
  }
}

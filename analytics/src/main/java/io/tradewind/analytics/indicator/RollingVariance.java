package io.tradewind.analytics.indicator;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Mean and population variance of the last {@code length} values from their sum and the sum of
 * their squares, {@code var = (n S2 - S1^2) / n^2}. The textbook warns of this formula because it
 * cancels; here both sums have 106 bits, which leaves more than a double's worth of digits even
 * where the deviation is a billionth of the mean. A standard deviation below 2^-48 of the root mean
 * square is rounding of the last bit and taken as zero, so that a flat window is flat.
 */
final class RollingVariance {
  private static final double NOISE = 0x1p-96;

  private final int length;
  private final RollingSum values;
  private final RollingSum squares;

  RollingVariance(int length) {
    this.length = length;
    this.values = new RollingSum(length);
    this.squares = new RollingSum(length);
  }

  void add(double value) {
    values.add(value);
    squares.addProduct(value, value);
  }

  boolean isFull() {
    return values.isFull();
  }

  double mean() {
    return values.mean();
  }

  double standardDeviation() {
    return Math.sqrt(variance());
  }

  double variance() {
    DoubleDouble s1 = values.sum();
    DoubleDouble s2 = squares.sum();
    double n = length;
    double mine = n * s2.high();
    double mineError = Math.fma(n, s2.high(), -mine) + n * s2.low();
    double other = s1.high() * s1.high();
    double otherError = Math.fma(s1.high(), s1.high(), -other) + 2 * s1.high() * s1.low();
    double difference = mine - other;
    double differenceError = DoubleDouble.twoSumError(mine, -other, difference);
    double spread = difference + (differenceError + (mineError - otherError));
    return spread <= mine * NOISE ? 0.0 : spread / (n * n);
  }

  void reset() {
    values.reset();
    squares.reset();
  }

  void save(StateWriter out) {
    values.save(out);
    squares.save(out);
  }

  void load(StateReader in) {
    values.load(in);
    squares.load(in);
  }
}

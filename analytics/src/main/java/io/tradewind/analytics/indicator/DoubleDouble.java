package io.tradewind.analytics.indicator;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * A sum kept as the unevaluated pair {@code high + low}, about 106 bits: what one double cannot
 * hold goes into {@code low}, so that a long sum of prices has no drift.
 *
 * <p>Source: T. J. Dekker (1971), "A floating-point technique for extending the available
 * precision", Numerische Mathematik 18; the accurate addition is algorithm 6 (AccurateDWPlusDW) of
 * Joldes, Muller and Popescu (2017), "Tight and rigorous error bounds for basic building blocks of
 * double-word arithmetic", ACM TOMS 44(2).
 */
final class DoubleDouble {
  private double high;
  private double low;

  double high() {
    return high;
  }

  double low() {
    return low;
  }

  void clear() {
    set(0.0, 0.0);
  }

  void set(double newHigh, double newLow) {
    high = newHigh;
    low = newLow;
  }

  void set(DoubleDouble other) {
    set(other.high, other.low);
  }

  void add(DoubleDouble other) {
    add(other.high, other.low);
  }

  void add(double value) {
    add(value, 0.0);
  }

  void add(double otherHigh, double otherLow) {
    double sum = high + otherHigh;
    double sumError = twoSumError(high, otherHigh, sum);
    double tail = low + otherLow;
    double tailError = twoSumError(low, otherLow, tail);
    double carry = sumError + tail;
    double middle = sum + carry;
    double rest = tailError + (carry - (middle - sum));
    high = middle + rest;
    low = rest - (high - middle);
  }

  /** Adds {@code factor * other}; exact up to the 106 bits if the factor is a small integer. */
  void addScaled(DoubleDouble other, double factor) {
    double product = other.high * factor;
    add(product, Math.fma(other.high, factor, -product) + other.low * factor);
  }

  /** The quotient, rounded once or nearly so: {@code n} equal values over {@code n} give them. */
  double dividedBy(double divisor) {
    double quotient = high / divisor;
    double rest = Math.fma(-quotient, divisor, high) + low;
    return quotient + rest / divisor;
  }

  void save(StateWriter out) {
    out.writeDouble(high).writeDouble(low);
  }

  void load(StateReader in) {
    high = in.readDouble();
    low = in.readDouble();
  }

  /** What {@code sum = a + b} lost (Knuth, TAOCP volume 2, section 4.2.2, theorem B). */
  static double twoSumError(double a, double b, double sum) {
    double bRounded = sum - a;
    return (a - (sum - bRounded)) + (b - bRounded);
  }
}

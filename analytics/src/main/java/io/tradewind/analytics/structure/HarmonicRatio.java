package io.tradewind.analytics.structure;

/**
 * A ratio of two legs of a harmonic pattern and the range that it should be in, both above 0. The
 * points are named by how many came after them, so D is 0 and X is 4.
 *
 * @param to end of the leg
 * @param from start of the leg
 * @param baseTo end of the leg that it is measured in
 * @param baseFrom start of that leg
 * @param low least ratio
 * @param high greatest ratio
 */
record HarmonicRatio(int to, int from, int baseTo, int baseFrom, double low, double high) {
  private static final int D = 0;
  private static final int C = 1;
  private static final int B = 2;
  private static final int A = 3;
  private static final int X = 4;

  /** AB/XA. */
  static HarmonicRatio b(double low, double high) {
    return new HarmonicRatio(B, A, A, X, low, high);
  }

  /** BC/AB. */
  static HarmonicRatio c(double low, double high) {
    return new HarmonicRatio(C, B, B, A, low, high);
  }

  /** CD/BC. */
  static HarmonicRatio cd(double low, double high) {
    return new HarmonicRatio(D, C, C, B, low, high);
  }

  /** AD/XA. */
  static HarmonicRatio d(double low, double high) {
    return new HarmonicRatio(D, A, A, X, low, high);
  }

  /** XC/XA. */
  static HarmonicRatio cOfX(double low, double high) {
    return new HarmonicRatio(C, X, A, X, low, high);
  }

  /** CD/XC. */
  static HarmonicRatio dOfC(double low, double high) {
    return new HarmonicRatio(D, C, C, X, low, high);
  }

  /** CD/AB. */
  static HarmonicRatio equal() {
    return new HarmonicRatio(D, C, B, A, 1, 1);
  }

  /** Swings that it looks at. */
  int points() {
    return 1 + Math.max(from, baseFrom);
  }

  boolean endsAtD() {
    return to == D;
  }

  double base(Swings s) {
    return Math.abs(s.price(baseTo) - s.price(baseFrom));
  }

  /** How far the swings' ratio is outside of its range, as a part of the bound that it misses. */
  double missed(Swings s) {
    double ratio = Math.abs(s.price(to) - s.price(from)) / base(s);
    if (ratio < low) {
      return (low - ratio) / low;
    }
    return ratio > high ? (ratio - high) / high : 0;
  }
}

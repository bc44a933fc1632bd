package io.tradewind.strategies;

/** How sure evidence makes: from one half, where it only just suffices, to 1. */
final class Confidence {
  private Confidence() {}

  /** One half, and half of the mean of the evidence, each piece from 0 to 1. */
  static double of(double... evidence) {
    double sum = 0;
    for (double piece : evidence) {
      sum += piece;
    }
    return 0.5 + 0.5 * sum / evidence.length;
  }

  /** How far a value is on its way from one to another, 0 to 1; 0 of NaN. */
  static double between(double value, double from, double to) {
    double share = (value - from) / (to - from);
    return share > 0 ? Math.min(share, 1.0) : 0;
  }
}

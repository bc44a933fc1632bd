package io.tradewind.analytics.indicator.volume;

/** The volume of a bar weighed by where in its range it closed, as M. Chaikin has it. */
final class MoneyFlow {
  private MoneyFlow() {}

  /** From -volume, closed at the low, to volume, closed at the high; 0 without range. */
  static double of(double high, double low, double close, double volume) {
    double range = high - low;
    return range == 0 ? 0.0 : ((close - low) - (high - close)) / range * volume;
  }
}

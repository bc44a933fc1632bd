package io.tradewind.analytics.indicator.flow;

/** What can be said of the levels of a book, each array {@code [levels]} with the best first. */
final class Levels {
  static final double BPS = 1e4;

  private Levels() {}

  /** The middle of the best bid and ask, NaN unless both are there. */
  static double mid(double[] bidPrices, double[] bidQtys, double[] askPrices, double[] askQtys) {
    boolean bothThere =
        bidQtys.length > 0 && askQtys.length > 0 && bidQtys[0] > 0 && askQtys[0] > 0;
    return bothThere ? (bidPrices[0] + askPrices[0]) / 2 : Double.NaN;
  }

  /** How far a price lies from the middle, in basis points of it. */
  static double distance(double price, double mid) {
    return Math.abs(price - mid) / mid * BPS;
  }

  /** What waits on the best levels together. */
  static double quantity(double[] qtys, int levels) {
    double sum = 0;
    int count = Math.min(levels, qtys.length);
    for (int i = 0; i < count; i++) {
      sum += qtys[i];
    }
    return sum;
  }
}

package io.tradewind.analytics.indicator;

/**
 * Point of control and value area of a stretch of candles as the definition reads, all rows and all
 * bars looked at anew: the model of the profiles that stream.
 */
final class NaiveProfile {
  private static final double SAME = 1e-9;

  private NaiveProfile() {}

  /** Of the bars from {@code begin} to before {@code end}: poc, area high, area low. */
  static double[] of(Candles candles, int begin, int end, int rows, double share) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = begin; i < end; i++) {
      low = Math.min(low, candles.low()[i]);
      high = Math.max(high, candles.high()[i]);
    }
    double width = width(low, high, rows);
    double first = Math.floor(low / width);
    double[] volumes = new double[(int) (Math.floor(high / width) - first) + 1];
    for (int i = begin; i < end; i++) {
      for (int row = 0; row < volumes.length; row++) {
        volumes[row] += inRow(candles, i, (first + row) * width, width);
      }
    }
    return measure(volumes, first, width, low, high, share);
  }

  private static double width(double low, double high, int rows) {
    double width = Math.scalb(1.0, Math.getExponent(high) - 30);
    while (Math.floor(high / width) - Math.floor(low / width) + 1 > rows) {
      width *= 2;
    }
    return width;
  }

  private static double inRow(Candles candles, int bar, double bottom, double width) {
    double low = candles.low()[bar];
    double high = candles.high()[bar];
    double volume = candles.volume()[bar];
    if (low == high) {
      return low >= bottom && low < bottom + width ? volume : 0;
    }
    double part = Math.min(high, bottom + width) - Math.max(low, bottom);
    return part <= 0 ? 0 : part / (high - low) * volume;
  }

  private static double[] measure(
      double[] volumes, double first, double width, double low, double high, double share) {
    double total = sum(volumes, 0, volumes.length);
    if (total == 0) {
      return new double[] {Double.NaN, Double.NaN, Double.NaN};
    }
    int poc = busiest(volumes);
    int from = poc;
    int to = poc + 1;
    while (sum(volumes, from, to) < share * total * (1 - SAME)) {
      double above = sum(volumes, to, Math.min(to + 2, volumes.length));
      double below = sum(volumes, Math.max(from - 2, 0), from);
      boolean even = Math.abs(above - below) <= SAME * Math.max(above, below);
      boolean up = even ? to - 1 - poc <= poc - from : above > below;
      if (from == 0 || (to < volumes.length && up)) {
        to = Math.min(to + 2, volumes.length);
      } else {
        from = Math.max(from - 2, 0);
      }
    }
    return new double[] {
      Math.clamp((first + poc + 0.5) * width, low, high),
      Math.clamp((first + to) * width, low, high),
      Math.clamp((first + from) * width, low, high)
    };
  }

  private static int busiest(double[] volumes) {
    double most = 0;
    for (double volume : volumes) {
      most = Math.max(most, volume);
    }
    int best = -1;
    double centre = (volumes.length - 1) / 2.0;
    for (int row = 0; row < volumes.length; row++) {
      boolean as = volumes[row] >= most * (1 - SAME);
      if (as && (best < 0 || Math.abs(row - centre) < Math.abs(best - centre))) {
        best = row;
      }
    }
    return best;
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }
}

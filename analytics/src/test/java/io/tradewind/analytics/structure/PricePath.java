package io.tradewind.analytics.structure;

import java.util.Arrays;

/**
 * A price that goes in straight legs between corners, one bar being one price: {@code "80 110 100"}
 * with 10 bars a leg, {@code "80 110/5 100"} with 5 for the first. After the last corner it turns
 * and goes one part in a hundred a bar, so that the corner becomes known one bar later.
 */
@SuppressWarnings("ArrayRecordComponent") // a drawing, never compared
record PricePath(double[] corners, int[] legs) {
  private static final int LEG = 10;
  private static final int TAIL = 3;

  static PricePath of(String drawing) {
    String[] words = drawing.strip().split(" +");
    double[] corners = new double[words.length];
    int[] legs = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      String[] parts = words[i].split("/");
      corners[i] = Double.parseDouble(parts[0]);
      legs[i] = parts.length > 1 ? Integer.parseInt(parts[1]) : LEG;
    }
    return new PricePath(corners, legs);
  }

  PricePath mirrored(double around) {
    return new PricePath(Arrays.stream(corners).map(x -> 2 * around - x).toArray(), legs);
  }

  PricePath scaled(double factor) {
    return new PricePath(Arrays.stream(corners).map(x -> x * factor).toArray(), legs);
  }

  PricePath stretched(int factor) {
    return new PricePath(corners, Arrays.stream(legs).map(x -> x * factor).toArray());
  }

  /** The bar of a corner. */
  int bar(int corner) {
    return Arrays.stream(legs, 1, corner + 1).sum();
  }

  double[] prices() {
    int last = corners.length - 1;
    double[] prices = new double[bar(last) + 1 + TAIL];
    for (int i = 1; i <= last; i++) {
      for (int step = 0; step <= legs[i]; step++) {
        double part = step / (double) legs[i];
        prices[bar(i - 1) + step] = corners[i - 1] + part * (corners[i] - corners[i - 1]);
      }
      prices[bar(i)] = corners[i];
    }
    double back = Math.signum(corners[last - 1] - corners[last]) * 0.01 * corners[last];
    for (int step = 1; step <= TAIL; step++) {
      prices[bar(last) + step] = corners[last] + step * back;
    }
    return prices;
  }

  /** What is known of it at its last corner. */
  Swings swings() {
    SwingDetector detector = ZigZag.ofPercent(0.5);
    for (double price : prices()) {
      if (detector.update(price, price, price)
          && detector.swings().bar(0) == bar(corners.length - 1)) {
        return detector.swings();
      }
    }
    throw new AssertionError("the last corner never became known");
  }
}

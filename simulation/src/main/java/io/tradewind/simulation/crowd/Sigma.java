package io.tradewind.simulation.crowd;

import io.tradewind.core.time.Utc;

/**
 * The deviation of the logarithm of a price over a second as of late: its squared moves over their
 * times, averaged with weights that halve in a minute.
 */
final class Sigma {
  private static final long HALF_LIFE_NS = 60 * Utc.SECOND_NS;

  /** Of a price that moves 3 % a day: what is taken for granted at first. */
  private static final double USUAL = 0.03 / Math.sqrt(86_400);

  /** It is never taken to be less than this. */
  private static final double LEAST = USUAL / 5;

  private double variance = USUAL * USUAL;
  private double lastPrice;
  private long lastNs;

  /** The first price is where it begins; prices of one time count as one move. */
  void onPrice(double price, long timeNs) {
    if (lastPrice == 0) {
      lastPrice = price;
      lastNs = timeNs;
    }
    if (timeNs > lastNs) {
      double move = StrictMath.log(price / lastPrice);
      double seconds = (double) (timeNs - lastNs) / Utc.SECOND_NS;
      double left = MakerModel.left(timeNs - lastNs, HALF_LIFE_NS);
      variance = left * variance + (1 - left) * move * move / seconds;
      lastPrice = price;
      lastNs = timeNs;
    }
  }

  double perSecond() {
    return Math.max(LEAST, Math.sqrt(variance));
  }
}

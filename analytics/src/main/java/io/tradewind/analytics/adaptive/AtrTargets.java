package io.tradewind.analytics.adaptive;

import io.tradewind.analytics.check.Check;
import java.util.List;

/**
 * Targets so many average true ranges from a price. The range as a ratio of the price is held
 * within bounds, so that targets are neither within the costs nor out of reach. Pure.
 *
 * @param multiples of the range, rising
 * @param least ratio of the price that a range counts as
 * @param most ratio of the price that a range counts as
 */
public record AtrTargets(List<Double> multiples, double least, double most) {
  /** Two and four ranges, each from 0.5 % to 10 %: with a stop at two, 1.5 to 1 in the mean. */
  public static final AtrTargets SHIPPED = new AtrTargets(List.of(2.0, 4.0), 0.005, 0.1);

  /** Checks the ranges. */
  public AtrTargets {
    multiples = List.copyOf(multiples);
    Check.argument(!multiples.isEmpty(), "targets need a multiple");
    for (int i = 0; i < multiples.size(); i++) {
      double before = i == 0 ? 0 : multiples.get(i - 1);
      Check.argument(
          multiples.get(i) > before, "multiples must rise from above 0, number %s does not", i + 1);
    }
    Check.argument(
        least >= 0 && least <= most,
        "ranges must be 0 <= least <= most, were %s and %s",
        least,
        most);
    Check.argument(
        most * multiples.getLast() < 1,
        "the furthest target must be less than the price away, was %s ranges of up to %s",
        multiples.getLast(),
        most);
  }

  /**
   * The prices, the nearest first.
   *
   * @param sign 1 for a long, -1 for a short
   * @param price of the entry
   * @param atr average true range in quote
   * @return {@code [multiples]}, or {@code [0]} where the range is not known
   */
  public double[] prices(int sign, double price, double atr) {
    double ratio = atr / price;
    if (!(ratio >= 0)) {
      return new double[0];
    }
    double range = Math.clamp(ratio, least, most);
    double[] prices = new double[multiples.size()];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = price * (1 + sign * multiples.get(i) * range);
    }
    return prices;
  }
}

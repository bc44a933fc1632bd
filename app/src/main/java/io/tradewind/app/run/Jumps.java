package io.tradewind.app.run;

import io.tradewind.app.terminal.Text;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Utc;
import java.util.Optional;

/**
 * Prices within a run that may be no prices: a candle that opens more than a tenth away from the
 * close that it follows without a gap, or that goes up or down by more than half of its open.
 */
final class Jumps {
  private static final double MOST_BETWEEN = 0.1;
  private static final double MOST_WITHIN = 0.5;

  private Jumps() {}

  /** A sentence on the jumps within a span, empty where there are none. */
  static Optional<String> describe(String symbol, CandleColumns feed, Span span) {
    long count = 0;
    double largest = 0;
    long largestAtNs = 0;
    for (int row = feed.firstRowFrom(span.fromNs()); row < feed.size(); row++) {
      double jump = feed.openTimeNs(row) < span.toNs() ? jump(feed, row) : 0;
      if (jump != 0) {
        count++;
        if (farther(jump, largest) != largest) {
          largest = jump;
          largestAtNs = feed.openTimeNs(row);
        }
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    return Optional.of(
        Text.of(
            "%s: %,d %s of the price that may be no trade at all, the largest %+.0f %% at %s;"
                + " orders fill on it as on any other",
            symbol, count, count == 1 ? "jump" : "jumps", 100 * largest, Utc.format(largestAtNs)));
  }

  /** How far the price of a row goes too far, as a share of where it came from; else 0. */
  private static double jump(CandleColumns feed, int row) {
    double open = feed.open(row);
    boolean follows = row > 0 && feed.openTimeNs(row) == feed.closeTimeNs(row - 1);
    double between = follows ? open / feed.close(row - 1) - 1 : 0;
    double within = farther(feed.low(row) / open - 1, feed.high(row) / open - 1);
    return farther(
        Math.abs(between) > MOST_BETWEEN ? between : 0,
        Math.abs(within) > MOST_WITHIN ? within : 0);
  }

  /** Of two changes the larger, where a half and a double are alike; the second of equal ones. */
  private static double farther(double one, double other) {
    return Math.abs(Math.log1p(one)) > Math.abs(Math.log1p(other)) ? one : other;
  }
}

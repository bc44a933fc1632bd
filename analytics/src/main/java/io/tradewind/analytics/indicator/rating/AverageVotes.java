package io.tradewind.analytics.indicator.rating;

import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.structure.Ichimoku;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.indicator.trend.Hma;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.indicator.trend.Vwma;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fourteen averages of the close and the Ichimoku cloud; the rules are {@link TechnicalRatings}'.
 */
final class AverageVotes extends Votes {
  /** Closes in the longest average. */
  static final int LONGEST = 200;

  private static final int[] LENGTHS = {10, 20, 30, 50, 100, LONGEST};
  private static final int KIJUN = 1;
  private static final int SPAN_A = 2;
  private static final int SPAN_B = 3;

  /** This bar being the first, the cloud over it is that of 26 bars ago. */
  private static final int DISPLACEMENT = 27;

  private final SeriesIndicator[] averages =
      Stream.concat(
              IntStream.of(LENGTHS)
                  .boxed()
                  .flatMap(length -> Stream.of(new Sma(length), new Ema(length))),
              Stream.of(new Hma(9)))
          .map(this::part)
          .toArray(SeriesIndicator[]::new);
  private final Vwma weighted = part(new Vwma(20));
  private final Ichimoku ichimoku = part(new Ichimoku(9, 26, 52, DISPLACEMENT));

  @Override
  double update(double open, double high, double low, double close, double volume) {
    double margin = margin(close);
    double votes = 0;
    for (SeriesIndicator average : averages) {
      votes += above(close, average.update(close), margin);
    }
    votes += above(close, weighted.update(open, high, low, close, volume), margin);
    ichimoku.update(open, high, low, close, volume);
    votes +=
        cloud(
            above(ichimoku.value(SPAN_A), ichimoku.value(SPAN_B), margin),
            above(ichimoku.value(KIJUN), ichimoku.value(SPAN_A), margin),
            above(ichimoku.value(), ichimoku.value(KIJUN), margin),
            above(close, ichimoku.value(), margin));
    return votes / (averages.length + 2);
  }

  /** The votes of all four if they are one, else 0. */
  static double cloud(double spans, double base, double conversion, double price) {
    double sum = spans + base + conversion + price;
    return vote(sum == 4, sum == -4, sum);
  }
}

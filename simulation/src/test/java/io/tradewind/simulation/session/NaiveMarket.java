package io.tradewind.simulation.session;

import io.tradewind.analytics.risk.ValueAtRisk;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.risk.limit.MarketRisk;
import io.tradewind.core.time.Utc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the markets of a world move, reckoned anew at each question from all candles that have
 * closed, by the words of the specification. Of all feeds there is a candle at each time.
 */
final class NaiveMarket {
  private static final int LEAST_DAYS = 60;

  /** Of a normal distribution, at 95 %. */
  private static final double Z = 1.6448536269514722;

  private final List<CandleColumns> feeds;

  NaiveMarket(List<CandleColumns> feeds) {
    this.feeds = feeds;
  }

  /** Returns of the days that had ended when the candle after these rows began to be lived. */
  private List<Double> returns(int instrument, int rows) {
    CandleColumns all = feeds.get(instrument);
    List<Double> closes = new ArrayList<>();
    for (int row = 0; row + 1 < rows; row++) {
      if (day(all, row) < day(all, row + 1)) {
        closes.add((double) all.close(row));
      }
    }
    List<Double> returns = new ArrayList<>();
    for (int i = 1; i < closes.size(); i++) {
      returns.add(closes.get(i) / closes.get(i - 1) - 1);
    }
    return returns;
  }

  private static long day(CandleColumns rows, int row) {
    return Utc.epochDay(rows.closeTimeNs(row) - 1);
  }

  /** Whether so much has been seen that nothing is assumed any more. */
  boolean isKnown(int rows) {
    return returns(0, rows).size() >= MarketRisk.WARMUP;
  }

  /** Weighted mean of the products of two instruments' returns. */
  private static double product(List<Double> a, List<Double> b) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < a.size(); i++) {
      double weight = StrictMath.pow(ValueAtRisk.LAMBDA, a.size() - 1 - i);
      sum += weight * a.get(i) * b.get(i);
      weights += weight;
    }
    return sum / weights;
  }

  /** Of a day. */
  private double deviation(int instrument, int rows) {
    List<Double> returns = returns(instrument, rows);
    return returns.size() < MarketRisk.WARMUP
        ? MarketRisk.ASSUMED_VOLATILITY
        : Math.sqrt(product(returns, returns));
  }

  double correlation(int a, int b, int rows) {
    List<Double> first = returns(a, rows);
    List<Double> second = returns(b, rows);
    return a == b || first.size() < MarketRisk.WARMUP
        ? 1
        : product(first, second) / Math.sqrt(product(first, first) * product(second, second));
  }

  /** Standard deviation of a day's return of what is held. */
  double deviation(double[] exposures, int rows) {
    double variance = 0;
    for (int a = 0; a < exposures.length; a++) {
      for (int b = 0; b < exposures.length; b++) {
        variance +=
            exposures[a]
                * exposures[b]
                * correlation(a, b, rows)
                * deviation(a, rows)
                * deviation(b, rows);
      }
    }
    return Math.sqrt(Math.max(0, variance));
  }

  /** What a day loses in one case of twenty. */
  double valueAtRisk(double[] exposures, int rows) {
    double[] all = new double[returns(0, rows).size()];
    for (int i = 0; i < exposures.length; i++) {
      List<Double> returns = returns(i, rows);
      for (int day = 0; day < all.length; day++) {
        all[day] += exposures[i] * returns.get(day);
      }
    }
    if (all.length < LEAST_DAYS) {
      return Z * deviation(exposures, rows);
    }
    Arrays.sort(all);
    double place = 0.05 * (all.length - 1);
    int below = (int) place;
    return -(all[below] + (place - below) * (all[below + 1] - all[below]));
  }
}

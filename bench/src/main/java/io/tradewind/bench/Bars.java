package io.tradewind.bench;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.DepthIndicator;
import io.tradewind.analytics.indicator.Indicator;
import io.tradewind.analytics.indicator.PairIndicator;
import io.tradewind.analytics.indicator.QuoteIndicator;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.TimedBarIndicator;
import io.tradewind.analytics.indicator.TradeIndicator;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.Crossing;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The walk as arrays of doubles, and how to feed them to any indicator. */
final class Bars {
  private static final int LEVELS = 5;

  private final long[] time;
  private final double[] open;
  private final double[] high;
  private final double[] low;
  private final double[] close;
  private final double[] volume;
  private final boolean[] buys;
  private final double[][] bidPrices;
  private final double[][] askPrices;
  private final double[][] qtys;

  Bars(int size) {
    CandleColumns candles = Walk.candles(1, size);
    time = new long[size];
    open = new double[size];
    high = new double[size];
    low = new double[size];
    close = new double[size];
    volume = new double[size];
    buys = new boolean[size];
    for (int i = 0; i < size; i++) {
      time[i] = candles.openTimeNs(i);
      open[i] = Crossing.toDouble(candles.open(i), Walk.PRICE_SCALE);
      high[i] = Crossing.toDouble(candles.high(i), Walk.PRICE_SCALE);
      low[i] = Crossing.toDouble(candles.low(i), Walk.PRICE_SCALE);
      close[i] = Crossing.toDouble(candles.close(i), Walk.PRICE_SCALE);
      volume[i] = Crossing.toDouble(candles.volume(i), Walk.QTY_SCALE);
      buys[i] = close[i] > open[i];
    }
    bidPrices = levels(low, -1);
    askPrices = levels(high, 1);
    qtys = levels(volume, 1);
  }

  private static double[][] levels(double[] best, int direction) {
    double[][] books = new double[best.length][LEVELS];
    for (int i = 0; i < best.length; i++) {
      for (int level = 0; level < LEVELS; level++) {
        books[i][level] = best[i] * (1 + direction * 0.0001 * level);
      }
    }
    return books;
  }

  double[][] batch(Indicator indicator) {
    return switch (indicator) {
      case SeriesIndicator series -> series.batch(close);
      case PairIndicator pair -> pair.batch(high, low);
      case BarIndicator whole -> whole.batch(open, high, low, close, volume);
      case TimedBarIndicator timed -> timed.batch(time, open, high, low, close, volume);
      case TradeIndicator trades -> trades.batch(time, close, volume, buys);
      case QuoteIndicator quotes -> quotes.batch(time, low, volume, high, volume);
      case DepthIndicator depth -> depth.batch(time, bidPrices, qtys, askPrices, qtys);
    };
  }

  /** Writes open, high, low, close and volume one after the other, big endian, for the peer. */
  static void write(Path file, int size) throws IOException {
    Bars bars = new Bars(size);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (double[] column :
          Arrays.asList(bars.open, bars.high, bars.low, bars.close, bars.volume)) {
        for (double value : column) {
          out.writeDouble(value);
        }
      }
    }
  }
}

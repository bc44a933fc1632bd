package io.tradewind.analytics.indicator;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Bars as columns, each {@code [bars]}, and how to feed them to any indicator: one of two series
 * gets highs and lows, one of trades a trade at each close, one of quotes low and high as bid and
 * ask, one of books three levels around them.
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared as a whole
public record Candles(
    long[] timeNs, double[] open, double[] high, double[] low, double[] close, double[] volume) {
  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final int LEVELS = 3;

  /** Tests run side by side, and some measure what is allocated. */
  private static final ThreadLocal<double[][]> BOOK =
      ThreadLocal.withInitial(() -> new double[4][LEVELS]);

  /** An hour each. */
  public Candles(double[] open, double[] high, double[] low, double[] close, double[] volume) {
    this(hours(close.length), open, high, low, close, volume);
  }

  private static long[] hours(int bars) {
    long[] times = new long[bars];
    Arrays.setAll(times, i -> (472_222 + i) * HOUR_NS);
    return times;
  }

  /** A random walk whose bars all have a range and a volume. */
  static Candles random(long seed, int bars) {
    Candles made = empty(bars);
    SplittableRandom random = new SplittableRandom(seed);
    double price = 100;
    for (int i = 0; i < bars; i++) {
      made.open[i] = price * (1 + 0.002 * (random.nextDouble() - 0.5));
      price = made.open[i] * (1 + 0.02 * (random.nextDouble() - 0.5));
      made.close[i] = price;
      made.high[i] = Math.max(made.open[i], price) * (1.0001 + 0.005 * random.nextDouble());
      made.low[i] = Math.min(made.open[i], price) * (0.9999 - 0.005 * random.nextDouble());
      made.volume[i] = 1 + 1000 * random.nextDouble();
    }
    return made;
  }

  /** Bars that are all one price. */
  static Candles flat(double price, int bars) {
    Candles made = empty(bars);
    for (double[] column : new double[][] {made.open, made.high, made.low, made.close}) {
      Arrays.fill(column, price);
    }
    Arrays.fill(made.volume, 1);
    return made;
  }

  static Candles empty(int bars) {
    return new Candles(
        new double[bars], new double[bars], new double[bars], new double[bars], new double[bars]);
  }

  /** How many there are. */
  public int bars() {
    return close.length;
  }

  Candles first(int bars) {
    return range(0, bars);
  }

  Candles last(int bars) {
    return range(bars() - bars, bars());
  }

  private Candles range(int from, int to) {
    return new Candles(
        Arrays.copyOfRange(timeNs, from, to),
        Arrays.copyOfRange(open, from, to),
        Arrays.copyOfRange(high, from, to),
        Arrays.copyOfRange(low, from, to),
        Arrays.copyOfRange(close, from, to),
        Arrays.copyOfRange(volume, from, to));
  }

  /** All prices and all volumes times a factor. */
  Candles scaled(double prices, double volumes) {
    return new Candles(
        timeNs,
        times(open, prices),
        times(high, prices),
        times(low, prices),
        times(close, prices),
        times(volume, volumes));
  }

  private static double[] times(double[] column, double factor) {
    return Arrays.stream(column).map(x -> x * factor).toArray();
  }

  double feed(Indicator indicator, int bar) {
    return switch (indicator) {
      case SeriesIndicator series -> series.update(close[bar]);
      case PairIndicator pair -> pair.update(high[bar], low[bar]);
      case BarIndicator whole ->
          whole.update(open[bar], high[bar], low[bar], close[bar], volume[bar]);
      case TimedBarIndicator timed ->
          timed.update(timeNs[bar], open[bar], high[bar], low[bar], close[bar], volume[bar]);
      case TradeIndicator trades ->
          trades.update(timeNs[bar], close[bar], volume[bar], close[bar] > open[bar]);
      case QuoteIndicator quotes ->
          quotes.update(timeNs[bar], low[bar], bidQty(bar), high[bar], volume[bar]);
      case DepthIndicator depth -> {
        double[][] book = book(bar);
        yield depth.update(timeNs[bar], book[0], book[1], book[2], book[3]);
      }
    };
  }

  private double bidQty(int bar) {
    return volume[bar] * (open[bar] / close[bar]);
  }

  private double[][] book(int bar) {
    double[][] book = BOOK.get();
    for (int level = 0; level < LEVELS; level++) {
      book[0][level] = low[bar] * (1 - 0.001 * level);
      book[1][level] = bidQty(bar) * (1 + level);
      book[2][level] = high[bar] * (1 + 0.001 * level);
      book[3][level] = volume[bar] * (1 + level);
    }
    return book;
  }

  /** The same by arrays. */
  double[][] batch(Indicator indicator) {
    return switch (indicator) {
      case SeriesIndicator series -> series.batch(close);
      case PairIndicator pair -> pair.batch(high, low);
      case BarIndicator whole -> whole.batch(open, high, low, close, volume);
      case TimedBarIndicator timed -> timed.batch(timeNs, open, high, low, close, volume);
      case TradeIndicator trades -> trades.batch(timeNs, close, volume, buys());
      case QuoteIndicator quotes -> quotes.batch(timeNs, low, bidQtys(), high, volume);
      case DepthIndicator depth -> depth.batch(timeNs, books(0), books(1), books(2), books(3));
    };
  }

  private boolean[] buys() {
    boolean[] buys = new boolean[bars()];
    for (int bar = 0; bar < buys.length; bar++) {
      buys[bar] = close[bar] > open[bar];
    }
    return buys;
  }

  private double[] bidQtys() {
    double[] qtys = new double[bars()];
    Arrays.setAll(qtys, this::bidQty);
    return qtys;
  }

  private double[][] books(int column) {
    double[][] books = new double[bars()][];
    for (int bar = 0; bar < books.length; bar++) {
      books[bar] = book(bar)[column].clone();
    }
    return books;
  }

  /** All outputs of all bars, {@code [outputs][bars]}. */
  double[][] run(Indicator indicator) {
    double[][] out = new double[indicator.outputs()][bars()];
    for (int bar = 0; bar < bars(); bar++) {
      feed(indicator, bar);
      for (int output = 0; output < out.length; output++) {
        out[output][bar] = indicator.value(output);
      }
    }
    return out;
  }
}

package io.tradewind.analytics.indicator;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Bars as columns, each {@code [bars]}, and how to feed them to any indicator. */
final class Candles {
  private final double[] open;
  private final double[] high;
  private final double[] low;
  private final double[] close;
  private final double[] volume;

  Candles(double[] open, double[] high, double[] low, double[] close, double[] volume) {
    this.open = open;
    this.high = high;
    this.low = low;
    this.close = close;
    this.volume = volume;
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

  double[] open() {
    return open;
  }

  double[] high() {
    return high;
  }

  double[] low() {
    return low;
  }

  double[] close() {
    return close;
  }

  double[] volume() {
    return volume;
  }

  int bars() {
    return close.length;
  }

  Candles first(int bars) {
    return new Candles(
        Arrays.copyOf(open, bars),
        Arrays.copyOf(high, bars),
        Arrays.copyOf(low, bars),
        Arrays.copyOf(close, bars),
        Arrays.copyOf(volume, bars));
  }

  double feed(Indicator indicator, int bar) {
    return switch (indicator) {
      case SeriesIndicator series -> series.update(close[bar]);
      case BarIndicator whole ->
          whole.update(open[bar], high[bar], low[bar], close[bar], volume[bar]);
    };
  }

  double[] batch(Indicator indicator) {
    return switch (indicator) {
      case SeriesIndicator series -> series.batch(close);
      case BarIndicator whole -> whole.batch(open, high, low, close, volume);
    };
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

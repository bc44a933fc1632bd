package io.tradewind.analytics.indicator;

import io.tradewind.analytics.catalog.Specification;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The indicators as their definitions read, over whole arrays, with a rescan of the window for each
 * bar: the model that the streaming ones are held against.
 */
final class NaiveIndicators {
  private final Candles candles;

  NaiveIndicators(Candles candles) {
    this.candles = candles;
  }

  /** All outputs of a specimen, {@code [outputs][bars]}. */
  Optional<double[][]> of(Specification specimen) {
    double[] a =
        specimen.definition().parameters().stream()
            .mapToDouble(p -> specimen.values().get(p) instanceof Number n ? n.doubleValue() : 0)
            .toArray();
    double[] close = candles.close();
    double[][] model =
        switch (specimen.definition().name()) {
          case "adx" -> adx((int) a[0]);
          case "atr" -> one(wilder(trueRange(), (int) a[0]));
          case "bollinger" ->
              specimen.id().contains("sma") && a[3] == 1
                  ? bollinger((int) a[0], a[1])
                  : new double[0][];
          case "cci" -> one(window(typical(), (int) a[0], NaiveIndicators::cci));
          case "donchian" -> donchian((int) a[0]);
          case "ema" -> one(ema(close, (int) a[0]));
          case "macd" -> macd((int) a[0], (int) a[1], (int) a[2]);
          case "obv" -> one(obv());
          case "rate-of-change" ->
              one(window(close, (int) a[0] + 1, w -> (w[w.length - 1] / w[0] - 1) * 100));
          case "max" -> one(window(close, (int) a[0], NaiveIndicators::max));
          case "min" -> one(window(close, (int) a[0], NaiveIndicators::min));
          case "rolling-vwap" -> one(vwap((int) a[0]));
          case "rsi" -> one(rsi((int) a[0]));
          case "sma" -> one(window(close, (int) a[0], NaiveIndicators::mean));
          case "standard-deviation" -> one(window(close, (int) a[0], w -> a[1] * deviation(w)));
          case "stochastic" ->
              specimen.id().matches("stochastic\\([0-9,]+\\)")
                  ? stochastic((int) a[0], (int) a[1], (int) a[2])
                  : new double[0][];
          case "true-range" -> one(trueRange());
          case "wma" -> one(window(close, (int) a[0], NaiveIndicators::weightedMean));
          default -> new double[0][];
        };
    return Optional.of(model).filter(outputs -> outputs.length > 0);
  }

  private static double[][] one(double[] output) {
    return new double[][] {output};
  }

  /** A function of each full window without NaN. */
  private static double[] window(double[] x, int length, ToDoubleFunction<double[]> function) {
    double[] out = nans(x.length);
    for (int i = length - 1; i < x.length; i++) {
      double[] w = Arrays.copyOfRange(x, i - length + 1, i + 1);
      if (!Double.isNaN(w[0])) {
        out[i] = function.applyAsDouble(w);
      }
    }
    return out;
  }

  private static double[] nans(int length) {
    double[] out = new double[length];
    Arrays.fill(out, Double.NaN);
    return out;
  }

  private static int firstValue(double[] x) {
    int i = 0;
    while (i < x.length && Double.isNaN(x[i])) {
      i++;
    }
    return i;
  }

  static double mean(double[] w) {
    return Arrays.stream(w).sum() / w.length;
  }

  private static double weightedMean(double[] w) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += (i + 1) * w[i];
    }
    return sum / (w.length * (w.length + 1) / 2.0);
  }

  private static double deviation(double[] w) {
    double mean = mean(w);
    return Math.sqrt(mean(Arrays.stream(w).map(x -> (x - mean) * (x - mean)).toArray()));
  }

  private static double max(double[] w) {
    return Arrays.stream(w).max().orElseThrow();
  }

  private static double min(double[] w) {
    return Arrays.stream(w).min().orElseThrow();
  }

  private static double cci(double[] w) {
    double mean = mean(w);
    double deviation = mean(Arrays.stream(w).map(x -> Math.abs(x - mean)).toArray());
    double distance = w[w.length - 1] - mean;
    boolean flat = Math.abs(distance) < 1e-13 * mean || deviation < 1e-13 * mean;
    return flat ? 0 : distance / (0.015 * deviation);
  }

  private double[] typical() {
    double[] out = new double[candles.bars()];
    for (int i = 0; i < out.length; i++) {
      out[i] = (candles.high()[i] + candles.low()[i] + candles.close()[i]) / 3;
    }
    return out;
  }

  private static double[] smooth(double[] x, int length, double factor) {
    double[] out = nans(x.length);
    int first = firstValue(x) + length - 1;
    for (int i = first; i < x.length; i++) {
      out[i] =
          i == first
              ? mean(Arrays.copyOfRange(x, i - length + 1, i + 1))
              : factor * x[i] + (1 - factor) * out[i - 1];
    }
    return out;
  }

  private static double[] ema(double[] x, int length) {
    return smooth(x, length, 2.0 / (length + 1));
  }

  private static double[] wilder(double[] x, int length) {
    return smooth(x, length, 1.0 / length);
  }

  private double[][] bollinger(int length, double width) {
    double[] middle = window(candles.close(), length, NaiveIndicators::mean);
    double[] deviation = window(candles.close(), length, NaiveIndicators::deviation);
    return new double[][] {middle, plus(middle, deviation, width), plus(middle, deviation, -width)};
  }

  private static double[] plus(double[] a, double[] b, double factor) {
    double[] out = new double[a.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] + factor * b[i];
    }
    return out;
  }

  private double[][] donchian(int length) {
    double[] upper = window(candles.high(), length, NaiveIndicators::max);
    double[] lower = window(candles.low(), length, NaiveIndicators::min);
    double[] middle = plus(upper, plus(lower, upper, -1), 0.5);
    return new double[][] {upper, lower, middle};
  }

  private double[][] macd(int fast, int slow, int signal) {
    double[] late = candles.close().clone();
    Arrays.fill(late, 0, Math.min(late.length, slow - fast), Double.NaN);
    double[] line = plus(ema(late, fast), ema(candles.close(), slow), -1);
    double[] average = ema(line, signal);
    Arrays.fill(line, 0, Math.min(line.length, slow + signal - 2), Double.NaN);
    return new double[][] {line, average, plus(line, average, -1)};
  }

  private double[] obv() {
    double[] close = candles.close();
    double[] out = candles.volume().clone();
    for (int i = 1; i < out.length; i++) {
      out[i] = out[i - 1] + Math.signum(close[i] - close[i - 1]) * out[i];
    }
    return out;
  }

  private double[] vwap(int length) {
    double[] typical = typical();
    double[] out = nans(typical.length);
    for (int i = length - 1; i < out.length; i++) {
      double traded = 0;
      double volume = 0;
      for (int j = i - length + 1; j <= i; j++) {
        traded += typical[j] * candles.volume()[j];
        volume += candles.volume()[j];
      }
      out[i] = traded / volume;
    }
    return out;
  }

  private double[] rsi(int length) {
    double[] close = candles.close();
    double[] up = nans(close.length);
    double[] down = nans(close.length);
    for (int i = 1; i < close.length; i++) {
      up[i] = Math.max(close[i] - close[i - 1], 0);
      down[i] = Math.max(close[i - 1] - close[i], 0);
    }
    double[] gain = wilder(up, length);
    double[] loss = wilder(down, length);
    double[] out = nans(close.length);
    for (int i = length; i < out.length; i++) {
      double both = gain[i] + loss[i];
      out[i] = both == 0 ? 0 : 100 * gain[i] / both;
    }
    return out;
  }

  private double[][] stochastic(int length, int smooth, int signal) {
    double[][] channel = donchian(length);
    double[] fast = nans(candles.bars());
    for (int i = length - 1; i < fast.length; i++) {
      double range = channel[0][i] - channel[1][i];
      fast[i] = range == 0 ? 0 : 100 * (candles.close()[i] - channel[1][i]) / range;
    }
    double[] k = window(fast, smooth, NaiveIndicators::mean);
    double[] d = window(k, signal, NaiveIndicators::mean);
    Arrays.fill(k, 0, Math.min(k.length, length + smooth + signal - 3), Double.NaN);
    return new double[][] {k, d};
  }

  private double[] trueRange() {
    double[] out = nans(candles.bars());
    for (int i = 1; i < out.length; i++) {
      double before = candles.close()[i - 1];
      out[i] = Math.max(candles.high()[i], before) - Math.min(candles.low()[i], before);
    }
    return out;
  }

  private double[][] adx(int length) {
    double[][] movement = movements();
    double[] range = wilderSum(trueRange(), length);
    double[] plus = wilderSum(movement[0], length);
    double[] minus = wilderSum(movement[1], length);
    double[] dx = nans(range.length);
    double[][] out = {dx, nans(range.length), nans(range.length)};
    for (int i = length; i < range.length; i++) {
      double both = plus[i] + minus[i];
      boolean undefined = range[i] == 0 || both == 0;
      dx[i] = undefined ? Double.NaN : 100 * Math.abs(plus[i] - minus[i]) / both;
      if (i >= 2 * length - 1) {
        out[1][i] = range[i] == 0 ? 0 : 100 * plus[i] / range[i];
        out[2][i] = range[i] == 0 ? 0 : 100 * minus[i] / range[i];
      }
    }
    out[0] = adxOf(dx, length);
    return out;
  }

  private static double[] adxOf(double[] dx, int length) {
    double[] out = nans(dx.length);
    double sum = 0;
    for (int i = length; i < dx.length; i++) {
      if (i < 2 * length) {
        sum += Double.isNaN(dx[i]) ? 0 : dx[i];
        out[i] = i == 2 * length - 1 ? sum / length : Double.NaN;
      } else {
        out[i] = Double.isNaN(dx[i]) ? out[i - 1] : out[i - 1] + (dx[i] - out[i - 1]) / length;
      }
    }
    return out;
  }

  /** Up and down, NaN for the first bar. */
  private double[][] movements() {
    double[] up = nans(candles.bars());
    double[] down = nans(candles.bars());
    for (int i = 1; i < up.length; i++) {
      double rise = candles.high()[i] - candles.high()[i - 1];
      double fall = candles.low()[i - 1] - candles.low()[i];
      up[i] = rise > fall && rise > 0 ? rise : 0;
      down[i] = fall > rise && fall > 0 ? fall : 0;
    }
    return new double[][] {up, down};
  }

  private static double[] wilderSum(double[] x, int length) {
    double[] out = nans(x.length);
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      sum = i < length ? sum + x[i] : sum - sum / length + x[i];
      out[i] = sum;
    }
    return out;
  }
}

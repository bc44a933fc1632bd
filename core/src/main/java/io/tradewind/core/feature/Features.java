package io.tradewind.core.feature;

/**
 * The features that strategies ask for most, by name; {@link #of(String)} has every indicator of
 * the catalogue. Each is ready after the warm-up of its indicator; those of one series are fed with
 * closes unless {@link FeatureSpec#of(PriceSource...)} says otherwise. For an indicator of your own
 * use {@link FeatureSpec#of(String, java.util.function.Supplier)}.
 */
public final class Features {
  private Features() {}

  /**
   * Any indicator of the catalogue, such as {@code kama(10)} or {@code ema(12) of high}; the
   * command {@code indicators} lists them.
   *
   * @throws IllegalArgumentException saying what is wrong and what there is
   */
  public static FeatureSpec of(String text) {
    return FeatureSpec.parse(text);
  }

  /** Simple moving average. */
  public static FeatureSpec sma(int length) {
    return FeatureSpec.parse("sma(" + length + ")");
  }

  /** Exponential moving average. */
  public static FeatureSpec ema(int length) {
    return FeatureSpec.parse("ema(" + length + ")");
  }

  /** Linearly weighted moving average. */
  public static FeatureSpec wma(int length) {
    return FeatureSpec.parse("wma(" + length + ")");
  }

  /** Relative strength index, 0 to 100. */
  public static FeatureSpec rsi(int length) {
    return FeatureSpec.parse("rsi(" + length + ")");
  }

  /** MACD; outputs: line, signal, histogram. */
  public static FeatureSpec macd(int fast, int slow, int signal) {
    return FeatureSpec.parse("macd(" + fast + "," + slow + "," + signal + ")");
  }

  /** Bollinger bands; outputs: middle, upper, lower. */
  public static FeatureSpec bollinger(int length, double width) {
    return FeatureSpec.parse("bollinger(" + length + "," + width + ")");
  }

  /** Standard deviation of the population. */
  public static FeatureSpec standardDeviation(int length) {
    return FeatureSpec.parse("standard-deviation(" + length + ")");
  }

  /** True range, in quote. */
  public static FeatureSpec trueRange() {
    return FeatureSpec.parse("true-range()");
  }

  /** Average true range (Wilder), in quote. */
  public static FeatureSpec atr(int length) {
    return FeatureSpec.parse("atr(" + length + ")");
  }

  /** Directional movement; outputs: ADX, +DI, -DI, each 0 to 100. */
  public static FeatureSpec adx(int length) {
    return FeatureSpec.parse("adx(" + length + ")");
  }

  /** Slow stochastic; outputs: %K, %D, each 0 to 100. */
  public static FeatureSpec stochastic(int length, int smooth, int signal) {
    return FeatureSpec.parse("stochastic(" + length + "," + smooth + "," + signal + ")");
  }

  /** Commodity channel index. */
  public static FeatureSpec cci(int length) {
    return FeatureSpec.parse("cci(" + length + ")");
  }

  /** On-balance volume, in base. */
  public static FeatureSpec obv() {
    return FeatureSpec.parse("obv()");
  }

  /** Donchian channel; outputs: upper, lower, middle. */
  public static FeatureSpec donchian(int length) {
    return FeatureSpec.parse("donchian(" + length + ")");
  }

  /** Volume-weighted average price over the last candles. */
  public static FeatureSpec rollingVwap(int length) {
    return FeatureSpec.parse("rolling-vwap(" + length + ")");
  }

  /** Rate of change, in percent. */
  public static FeatureSpec rateOfChange(int length) {
    return FeatureSpec.parse("rate-of-change(" + length + ")");
  }

  /** Highest value of the last ones. */
  public static FeatureSpec max(int length) {
    return FeatureSpec.parse("max(" + length + ")");
  }

  /** Lowest value of the last ones. */
  public static FeatureSpec min(int length) {
    return FeatureSpec.parse("min(" + length + ")");
  }
}

package io.tradewind.core.feature;

import io.tradewind.analytics.indicator.Adx;
import io.tradewind.analytics.indicator.Atr;
import io.tradewind.analytics.indicator.BollingerBands;
import io.tradewind.analytics.indicator.Cci;
import io.tradewind.analytics.indicator.Donchian;
import io.tradewind.analytics.indicator.Ema;
import io.tradewind.analytics.indicator.Macd;
import io.tradewind.analytics.indicator.Obv;
import io.tradewind.analytics.indicator.RateOfChange;
import io.tradewind.analytics.indicator.RollingMax;
import io.tradewind.analytics.indicator.RollingMin;
import io.tradewind.analytics.indicator.RollingVwap;
import io.tradewind.analytics.indicator.Rsi;
import io.tradewind.analytics.indicator.Sma;
import io.tradewind.analytics.indicator.StandardDeviation;
import io.tradewind.analytics.indicator.Stochastic;
import io.tradewind.analytics.indicator.TrueRange;
import io.tradewind.analytics.indicator.Wma;

/**
 * The features at hand, by name. Each is ready after the warm-up of its indicator; those of one
 * series are fed with closes unless {@link FeatureSpec#of(PriceSource)} says otherwise. For an
 * indicator of your own use {@link FeatureSpec#of(String, java.util.function.Supplier)}.
 */
public final class Features {
  private Features() {}

  /** Simple moving average. */
  public static FeatureSpec sma(int length) {
    return FeatureSpec.of("sma(" + length + ")", () -> new Sma(length));
  }

  /** Exponential moving average. */
  public static FeatureSpec ema(int length) {
    return FeatureSpec.of("ema(" + length + ")", () -> new Ema(length));
  }

  /** Linearly weighted moving average. */
  public static FeatureSpec wma(int length) {
    return FeatureSpec.of("wma(" + length + ")", () -> new Wma(length));
  }

  /** Relative strength index, 0 to 100. */
  public static FeatureSpec rsi(int length) {
    return FeatureSpec.of("rsi(" + length + ")", () -> new Rsi(length));
  }

  /** MACD; outputs: line, signal, histogram. */
  public static FeatureSpec macd(int fast, int slow, int signal) {
    return FeatureSpec.of(
        "macd(" + fast + "," + slow + "," + signal + ")", () -> new Macd(fast, slow, signal));
  }

  /** Bollinger bands; outputs: middle, upper, lower. */
  public static FeatureSpec bollinger(int length, double width) {
    return FeatureSpec.of(
        "bollinger(" + length + "," + width + ")", () -> new BollingerBands(length, width));
  }

  /** Standard deviation of the population. */
  public static FeatureSpec standardDeviation(int length) {
    return FeatureSpec.of(
        "standard-deviation(" + length + ")", () -> new StandardDeviation(length));
  }

  /** True range, in quote. */
  public static FeatureSpec trueRange() {
    return FeatureSpec.of("true-range()", TrueRange::new);
  }

  /** Average true range (Wilder), in quote. */
  public static FeatureSpec atr(int length) {
    return FeatureSpec.of("atr(" + length + ")", () -> new Atr(length));
  }

  /** Directional movement; outputs: ADX, +DI, -DI, each 0 to 100. */
  public static FeatureSpec adx(int length) {
    return FeatureSpec.of("adx(" + length + ")", () -> new Adx(length));
  }

  /** Slow stochastic; outputs: %K, %D, each 0 to 100. */
  public static FeatureSpec stochastic(int length, int smooth, int signal) {
    return FeatureSpec.of(
        "stochastic(" + length + "," + smooth + "," + signal + ")",
        () -> new Stochastic(length, smooth, signal));
  }

  /** Commodity channel index. */
  public static FeatureSpec cci(int length) {
    return FeatureSpec.of("cci(" + length + ")", () -> new Cci(length));
  }

  /** On-balance volume, in base. */
  public static FeatureSpec obv() {
    return FeatureSpec.of("obv()", Obv::new);
  }

  /** Donchian channel; outputs: upper, lower, middle. */
  public static FeatureSpec donchian(int length) {
    return FeatureSpec.of("donchian(" + length + ")", () -> new Donchian(length));
  }

  /** Volume-weighted average price over the last candles. */
  public static FeatureSpec rollingVwap(int length) {
    return FeatureSpec.of("rolling-vwap(" + length + ")", () -> new RollingVwap(length));
  }

  /** Rate of change, in percent. */
  public static FeatureSpec rateOfChange(int length) {
    return FeatureSpec.of("rate-of-change(" + length + ")", () -> new RateOfChange(length));
  }

  /** Highest value of the last ones. */
  public static FeatureSpec max(int length) {
    return FeatureSpec.of("max(" + length + ")", () -> new RollingMax(length));
  }

  /** Lowest value of the last ones. */
  public static FeatureSpec min(int length) {
    return FeatureSpec.of("min(" + length + ")", () -> new RollingMin(length));
  }
}

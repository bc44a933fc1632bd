package io.tradewind.analytics.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * An indicator to be tested: how it is constructed, as the golden file spells it, and the warm-up
 * that is expected of it. Every class must be in {@link #ALL} at least once.
 */
record Specimen(String name, int warmup, Supplier<Indicator> maker) {
  static final List<Specimen> ALL =
      List.of(
          new Specimen("Adx(2)", 4, () -> new Adx(2)),
          new Specimen("Adx(14)", 28, () -> new Adx(14)),
          new Specimen("Atr(2)", 3, () -> new Atr(2)),
          new Specimen("Atr(14)", 15, () -> new Atr(14)),
          new Specimen("BollingerBands(5,1.5)", 5, () -> new BollingerBands(5, 1.5)),
          new Specimen("BollingerBands(20,2.0)", 20, () -> new BollingerBands(20, 2)),
          new Specimen("Cci(2)", 2, () -> new Cci(2)),
          new Specimen("Cci(14)", 14, () -> new Cci(14)),
          new Specimen("Donchian(20)", 20, () -> new Donchian(20)),
          new Specimen("Ema(2)", 2, () -> new Ema(2)),
          new Specimen("Ema(9)", 9, () -> new Ema(9)),
          new Specimen("Ema(20)", 20, () -> new Ema(20)),
          new Specimen("Macd(3,7,1)", 7, () -> new Macd(3, 7, 1)),
          new Specimen("Macd(12,26,9)", 34, () -> new Macd(12, 26, 9)),
          new Specimen("Obv()", 1, Obv::new),
          new Specimen("RateOfChange(1)", 2, () -> new RateOfChange(1)),
          new Specimen("RateOfChange(10)", 11, () -> new RateOfChange(10)),
          new Specimen("RollingMax(2)", 2, () -> new RollingMax(2)),
          new Specimen("RollingMax(9)", 9, () -> new RollingMax(9)),
          new Specimen("RollingMax(20)", 20, () -> new RollingMax(20)),
          new Specimen("RollingMin(2)", 2, () -> new RollingMin(2)),
          new Specimen("RollingMin(9)", 9, () -> new RollingMin(9)),
          new Specimen("RollingMin(20)", 20, () -> new RollingMin(20)),
          new Specimen("RollingVwap(10)", 10, () -> new RollingVwap(10)),
          new Specimen("Rsi(2)", 3, () -> new Rsi(2)),
          new Specimen("Rsi(14)", 15, () -> new Rsi(14)),
          new Specimen("Sma(2)", 2, () -> new Sma(2)),
          new Specimen("Sma(9)", 9, () -> new Sma(9)),
          new Specimen("Sma(20)", 20, () -> new Sma(20)),
          new Specimen("StandardDeviation(2)", 2, () -> new StandardDeviation(2)),
          new Specimen("StandardDeviation(9)", 9, () -> new StandardDeviation(9)),
          new Specimen("StandardDeviation(20)", 20, () -> new StandardDeviation(20)),
          new Specimen("Stochastic(5,1,4)", 8, () -> new Stochastic(5, 1, 4)),
          new Specimen("Stochastic(14,3,3)", 18, () -> new Stochastic(14, 3, 3)),
          new Specimen("TrueRange()", 2, TrueRange::new),
          new Specimen("Wma(2)", 2, () -> new Wma(2)),
          new Specimen("Wma(9)", 9, () -> new Wma(9)),
          new Specimen("Wma(20)", 20, () -> new Wma(20)));

  static List<Specimen> all() {
    return ALL;
  }

  Indicator make() {
    return maker.get();
  }

  String kind() {
    return name.substring(0, name.indexOf('('));
  }

  /** The arguments in the name. */
  double[] arguments() {
    String inside = name.substring(name.indexOf('(') + 1, name.length() - 1);
    return Arrays.stream(inside.split(","))
        .filter(text -> !text.isEmpty())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  @Override
  public String toString() {
    return name;
  }
}

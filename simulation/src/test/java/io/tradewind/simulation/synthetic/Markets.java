package io.tradewind.simulation.synthetic;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;

/** Markets for tests, and what their candles say. */
final class Markets {
  /** One weather without drift, 3 % a day. */
  static final List<VolatilityRegime> STEADY =
      List.of(new VolatilityRegime("normal", 0.03, 0, 10, List.of(0.0)));

  private Markets() {}

  static List<SyntheticSymbol> symbols(int count) {
    List<SyntheticSymbol> symbols = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      symbols.add(new SyntheticSymbol(TestInstruments.perp("S" + i + "/USDT"), 40_000, 1, 10_000));
    }
    return symbols;
  }

  /** Normal moves of one size without jumps, every hour alike in volume. */
  static MarketModel plain(int symbols) {
    return plain(symbols, Garch.NONE, Double.POSITIVE_INFINITY, 16);
  }

  static MarketModel plain(int symbols, Garch garch, double tailDegrees, int steps) {
    return new MarketModel(
        symbols(symbols),
        Correlation.uniform(symbols, symbols == 1 ? 0 : 0.5),
        STEADY,
        garch,
        tailDegrees,
        Jumps.NONE,
        VolumeShape.DEFAULT,
        steps,
        MarketModel.DEFAULT_START_NS);
  }

  static MarketModel with(MarketModel model, List<VolatilityRegime> regimes) {
    return new MarketModel(
        model.symbols(),
        model.correlation(),
        regimes,
        model.garch(),
        model.tailDegrees(),
        model.jumps(),
        model.volume(),
        model.stepsPerCandle(),
        model.startNs());
  }

  static MarketModel with(MarketModel model, VolumeShape volume) {
    return new MarketModel(
        model.symbols(),
        model.correlation(),
        model.regimes(),
        model.garch(),
        model.tailDegrees(),
        model.jumps(),
        volume,
        model.stepsPerCandle(),
        model.startNs());
  }

  static MarketModel with(MarketModel model, Correlation correlation) {
    return new MarketModel(
        model.symbols(),
        correlation,
        model.regimes(),
        model.garch(),
        model.tailDegrees(),
        model.jumps(),
        model.volume(),
        model.stepsPerCandle(),
        model.startNs());
  }

  /** Of closes, by logarithm. */
  static double[] returns(CandleColumns candles) {
    double[] returns = new double[candles.size() - 1];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = Math.log((double) candles.close(i + 1) / candles.close(i));
    }
    return returns;
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  static double deviation(double[] values) {
    return Math.sqrt(covariance(values, values, 0));
  }

  static double correlation(double[] one, double[] other) {
    return covariance(one, other, 0) / deviation(one) / deviation(other);
  }

  static double autocorrelation(double[] values, int lag) {
    return covariance(values, values, lag) / covariance(values, values, 0);
  }

  private static double covariance(double[] one, double[] other, int lag) {
    double meanOfOne = mean(one);
    double meanOfOther = mean(other);
    double sum = 0;
    for (int i = lag; i < one.length; i++) {
      sum += (one[i] - meanOfOne) * (other[i - lag] - meanOfOther);
    }
    return sum / one.length;
  }

  static double kurtosis(double[] values) {
    double mean = mean(values);
    double fourth = 0;
    for (double value : values) {
      fourth += Math.pow(value - mean, 4) / values.length;
    }
    return fourth / Math.pow(deviation(values), 4);
  }

  static double[] squares(double[] values) {
    double[] squares = values.clone();
    for (int i = 0; i < squares.length; i++) {
      squares[i] *= squares[i];
    }
    return squares;
  }
}

package io.tradewind.core.feature;

/** Where the values of features are read. */
public interface FeatureValues {

  /** A feature's latest value, NaN before the first. */
  double value(Feature feature);

  /** A feature's value one candle (of the feature's interval) before. */
  double previous(Feature feature);

  /**
   * The values of a feature of a window, NaN until there are enough candles; computed, or as they
   * were while the candles are the same.
   */
  double[] values(WindowFeature feature);
}

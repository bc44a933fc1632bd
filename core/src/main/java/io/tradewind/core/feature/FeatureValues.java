package io.tradewind.core.feature;

/** Where the values of features are read. */
public interface FeatureValues {

  /** A feature's latest value, NaN before the first. */
  double value(Feature feature);

  /** A feature's value one candle (of the feature's interval) before. */
  double previous(Feature feature);
}

package io.tradewind.core.feature;

/** Where the values of features are read. */
public interface FeatureValues {

  /** A feature's latest value, NaN before the first. */
  double value(Feature feature);

  /**
   * Copies the latest values of places side by side, as {@link #value} gives them one by one.
   *
   * @param slot the first place, see {@link Feature#slot}
   * @param into from {@code at} on
   * @param count how many
   */
  void copy(int slot, double[] into, int at, int count);

  /** A feature's value one candle (of the feature's interval) before. */
  double previous(Feature feature);

  /**
   * The values of a feature of a window, NaN until there are enough candles; computed, or as they
   * were while the candles are the same.
   */
  double[] values(WindowFeature feature);
}

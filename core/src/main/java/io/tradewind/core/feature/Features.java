package io.tradewind.core.feature;

import io.tradewind.analytics.indicator.Ema;

/** The features at hand, by name. For one of your own use {@link FeatureSpec#of}. */
public final class Features {
  private Features() {}

  /** Exponential moving average of the closes. */
  public static FeatureSpec ema(int length) {
    return FeatureSpec.of("ema(" + length + ")", () -> new Ema(length));
  }
}

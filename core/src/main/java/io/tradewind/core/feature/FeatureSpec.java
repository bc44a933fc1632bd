package io.tradewind.core.feature;

import io.tradewind.analytics.indicator.Indicator;
import java.util.function.Supplier;

/**
 * What is computed: two specifications with one id are the same feature and are computed once.
 *
 * @param id names the indicator with its arguments and source, such as {@code ema(12) of close}
 * @param source what a series indicator is fed with
 * @param indicator makes a new one
 */
public record FeatureSpec(String id, PriceSource source, Supplier<Indicator> indicator) {

  /** Of the closes, or of whole bars where the indicator takes those. */
  public static FeatureSpec of(String id, Supplier<Indicator> indicator) {
    return new FeatureSpec(id, PriceSource.CLOSE, indicator);
  }

  /** Fed with another price. */
  public FeatureSpec of(PriceSource other) {
    return new FeatureSpec(id + " of " + other.label(), other, indicator);
  }
}

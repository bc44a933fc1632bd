package io.tradewind.core.feature;

import io.tradewind.core.time.Interval;

/** Where features are asked for before the first candle. */
public interface FeatureRequests {

  /**
   * A feature on candles of an interval; it changes only when such a candle has closed.
   *
   * @throws IllegalArgumentException if the interval is no multiple of the shortest there is, or if
   *     another feature has the id already
   */
  Feature feature(Interval interval, FeatureSpec spec);

  /**
   * A feature without a streaming form, of the last candles of an interval.
   *
   * @throws IllegalArgumentException if the interval is no multiple of the shortest there is, or if
   *     another feature has the id already
   */
  WindowFeature feature(Interval interval, WindowSpec spec);
}

package io.tradewind.core.strategy;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureFrame;
import io.tradewind.core.feature.FeatureRequests;
import io.tradewind.core.feature.FeatureSet;
import io.tradewind.core.feature.FeatureSpec;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.time.Interval;
import java.util.List;

/** What a strategy can ask for before the first candle. */
public interface Preparation extends FeatureRequests {

  /** The value of a declared parameter. */
  <T> T get(Parameter<T> parameter);

  /** The run's interval: the one that {@code onBar} is called for. */
  Interval interval();

  /** The run's instruments, in the order of their {@link BarContext#instrumentIndex}. */
  List<InstrumentId> instruments();

  /** A feature on candles of the run's interval. */
  default Feature feature(FeatureSpec spec) {
    return feature(interval(), spec);
  }

  /** All features of a set; fill a row with them by {@link FeatureFrame#fill}. */
  default FeatureFrame features(FeatureSet set) {
    return set.on(interval(), this);
  }

  /**
   * Asks that exits which go by the average true range can be given to single positions, by {@link
   * EntrySignal#exits}.
   */
  void ranges();

  /** Asks for {@code onBar} at the closes of a longer interval, too. */
  void bars(Interval interval);

  /** Asks for {@code onTrade}. In a run on candles there are no trades: it is never called. */
  default void trades() {}

  /** Asks for {@code onBook}, as {@link #trades}. */
  default void book() {}
}

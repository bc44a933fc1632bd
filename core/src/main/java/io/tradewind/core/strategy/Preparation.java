package io.tradewind.core.strategy;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureFrame;
import io.tradewind.core.feature.FeatureSet;
import io.tradewind.core.feature.FeatureSpec;
import io.tradewind.core.feature.WindowFeature;
import io.tradewind.core.feature.WindowSpec;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.time.Interval;
import java.util.List;

/** What a strategy can ask for before the first candle. */
public interface Preparation {

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

  /**
   * A feature on candles of a longer interval; it changes only when such a candle has closed.
   *
   * @throws IllegalArgumentException if the interval is no multiple of the run's
   */
  Feature feature(Interval interval, FeatureSpec spec);

  /**
   * A feature without a streaming form, of the last candles of an interval.
   *
   * @throws IllegalArgumentException if the interval is no multiple of the run's
   */
  WindowFeature feature(Interval interval, WindowSpec spec);

  /** All features of a set; fill a row with them by {@link FeatureFrame#fill}. */
  default FeatureFrame features(FeatureSet set) {
    return set.on(interval(), this::feature);
  }

  /** Asks for {@code onBar} at the closes of a longer interval, too. */
  void bars(Interval interval);
}

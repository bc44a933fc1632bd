package io.tradewind.core.strategy;

import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureValues;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.time.Interval;

/**
 * What a strategy sees at the close of a candle: that candle, the features as of it, and its
 * position. Valid during the call only. Prices are doubles in quote currency, for thinking.
 */
public interface BarContext extends FeatureValues {

  /** Now: the candle's close, epoch nanoseconds. */
  long timeNs();

  /** What the candle is of. */
  InstrumentId instrument();

  /** Its place among the run's instruments, from 0. */
  int instrumentIndex();

  /** Length of the candle. */
  Interval interval();

  /** First price. */
  double open();

  /** Highest price. */
  double high();

  /** Lowest price. */
  double low();

  /** Last price. */
  double close();

  /** Volume in base. */
  double volume();

  /** Last price, exact, in the instrument's price scale. */
  long closeScaled();

  /** The position in this instrument. */
  PositionView position();

  /**
   * The position in another instrument of the run.
   *
   * @param instrumentIndex its place in the run, from 0
   */
  PositionView position(int instrumentIndex);

  /** Rate of the last funding of this instrument as a ratio of the notional, NaN before one. */
  double fundingRate();

  /** Equity of the strategy's book in the reporting currency. */
  double equity();

  /**
   * Whether a candle of the feature's interval has closed with this one, or in a gap before it; if
   * not, the bar before was shown the same value. Of two that closed since then, the one in a gap
   * and the other with this candle, a crossing is looked for at the latter only.
   */
  boolean isNew(Feature feature);

  /** Whether one feature was at or below another at the bar before and is above it now. */
  default boolean crossedAbove(Feature one, Feature other) {
    return value(one) > value(other) && before(one) <= before(other);
  }

  /** Whether one feature was at or above another at the bar before and is below it now. */
  default boolean crossedBelow(Feature one, Feature other) {
    return value(one) < value(other) && before(one) >= before(other);
  }

  /** A feature's value as it stood at the bar before, NaN at the first. */
  double before(Feature feature);
}

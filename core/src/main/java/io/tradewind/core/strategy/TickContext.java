package io.tradewind.core.strategy;

import io.tradewind.core.feature.FeatureValues;
import io.tradewind.core.instrument.InstrumentId;

/**
 * What a strategy sees between the closes of candles. Valid during the call only. Features are
 * those of the candles that have closed.
 */
public interface TickContext extends FeatureValues {

  /** Now: when it came here, epoch nanoseconds. */
  long timeNs();

  /** When it happened by the venue's clock, epoch nanoseconds. */
  long venueTimeNs();

  /** What it is of. */
  InstrumentId instrument();

  /** Its place among the run's instruments, from 0. */
  int instrumentIndex();

  /** The order book as it is known now. */
  DepthView depth();

  /** The position in this instrument. */
  PositionView position();

  /**
   * The position in another instrument of the run.
   *
   * @param instrumentIndex its place in the run, from 0
   */
  PositionView position(int instrumentIndex);

  /** Equity of the strategy's book in the reporting currency. */
  double equity();
}

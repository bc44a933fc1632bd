package io.tradewind.venues.binance.venue;

import java.util.OptionalLong;

/** What markets pay, as far as it is known here. */
@FunctionalInterface
public interface LastPrices {
  /** Nothing is known. */
  LastPrices NONE = instrument -> OptionalLong.empty();

  /**
   * The last price of an instrument, in its price scale.
   *
   * @param instrument its place in the session
   */
  OptionalLong lastScaled(int instrument);
}

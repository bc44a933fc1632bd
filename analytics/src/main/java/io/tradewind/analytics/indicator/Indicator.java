package io.tradewind.analytics.indicator;

import io.tradewind.analytics.state.Resettable;

/**
 * A streaming indicator: fed one value or bar after the other, constant work each, no rescans and
 * nothing allocated after construction. Until {@link #isReady} its outputs are NaN. What it needs
 * (lengths, factors) is given to the constructor; what it remembers can be saved. Its class has a
 * constant {@code DEFINITION} that says the rest.
 */
public sealed interface Indicator extends Resettable
    permits SeriesIndicator,
        PairIndicator,
        BarIndicator,
        TimedBarIndicator,
        TradeIndicator,
        QuoteIndicator,
        DepthIndicator {

  /** What this is: name, parameters, outputs, source. */
  Definition definition();

  /** Updates after which the first value stands, at least 1: {@code isReady} after that many. */
  int warmup();

  /** Whether {@link #warmup} updates have been seen. */
  boolean isReady();

  /** How many outputs there are; most have one, MACD has three. */
  default int outputs() {
    return definition().outputs().size();
  }

  /** The latest value of an output, 0 being the main one; NaN until ready. */
  double value(int output);

  /** The latest main value, NaN until ready. */
  default double value() {
    return value(0);
  }
}

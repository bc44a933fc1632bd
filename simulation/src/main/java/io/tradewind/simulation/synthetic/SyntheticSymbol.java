package io.tradewind.simulation.synthetic;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.FixedPoint;

/**
 * One of the symbols of a market.
 *
 * @param instrument whose scales, tick and lot the candles have; the tick and lot of the market's
 *     start hold throughout
 * @param startPrice in quote
 * @param volatilityFactor how much more than the regime says it moves; its drift, too
 * @param dailyVolume in base, of a usual day
 */
public record SyntheticSymbol(
    Instrument instrument, double startPrice, double volatilityFactor, double dailyVolume) {
  /** Scaled prices stay at or below this, so that sums and products of them stay possible. */
  static final double MOST_SCALED = 1e15;

  /** Checks the ranges. */
  public SyntheticSymbol {
    double scaled = startPrice * FixedPoint.pow10(instrument.priceScale());
    Check.argument(
        scaled >= 1 && scaled <= MOST_SCALED,
        "startPrice must be at least a step of its scale and at most 1e15, was %s",
        startPrice);
    Check.argument(
        volatilityFactor > 0 && volatilityFactor <= 100,
        "volatilityFactor must be in (0, 100], was %s",
        volatilityFactor);
    Check.argument(
        dailyVolume > 0 && dailyVolume <= 1e15,
        "dailyVolume must be in (0, 1e15], was %s",
        dailyVolume);
  }
}

package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;

/**
 * Market facilitation index: {@code (high - low) / volume}; 0 without volume. Ready after 1 bar.
 * Source: B. Williams (1995), "Trading Chaos". As TA-Lib's MARKETFI.
 */
public final class MarketFacilitation extends BarIndicator {

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME,
              "market-facilitation",
              "Market facilitation index: range for each unit of volume")
          .source("B. Williams (1995), Trading Chaos")
          .taLib("MARKETFI")
          .output("market-facilitation", Unit.PRICE_PER_VOLUME)
          .makes(values -> new MarketFacilitation());

  /** Of each bar. */
  public MarketFacilitation() {
    super(DEFINITION, 1);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    return publish(volume == 0 ? 0.0 : (high - low) / volume);
  }
}

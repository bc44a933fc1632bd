package io.tradewind.venues.binance;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import java.util.List;

/** Instruments of the recordings, in the scales of Binance. */
public final class Listed {
  /** Spot, prices in cents. */
  public static final Instrument BTC = instrument("BTC", Market.SPOT, 2, 5);

  /** Spot, prices in cents. */
  public static final Instrument ETH = instrument("ETH", Market.SPOT, 2, 4);

  /** Futures, prices in tenths. */
  public static final Instrument BTC_PERP = instrument("BTC", Market.PERP, 1, 3);

  /**
   * As {@link #BTC} with quantities in the venue's own 8 decimals: orders from before the lot
   * became coarser still stand in the book.
   */
  public static final Instrument BTC_BOOK = instrument("BTC", Market.SPOT, 2, 8);

  /** As {@link #BTC_BOOK}. */
  public static final Instrument ETH_BOOK = instrument("ETH", Market.SPOT, 2, 8);

  private Listed() {}

  private static Instrument instrument(String base, Market market, int price, int qty) {
    return new Instrument(
        new InstrumentId("binance", base, "USDT", market),
        price,
        qty,
        8,
        List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)));
  }
}

package io.tradewind.venues.binance.model;

import io.tradewind.core.instrument.Instrument;
import java.util.Set;

/**
 * An instrument as Binance lists it.
 *
 * @param status the venue's word; {@code TRADING} where orders are taken
 * @param orderTypes the venue's words for what it takes
 */
public record Listing(
    Instrument instrument, SymbolFilters filters, String status, Set<String> orderTypes) {
  /** Copies the set. */
  public Listing {
    orderTypes = Set.copyOf(orderTypes);
  }

  /** The venue's name of it, such as BTCUSDT. */
  public String symbol() {
    return instrument.id().base() + instrument.id().quote();
  }

  /** The same with other rules, fees or margins of the instrument, in the same scales. */
  public Listing with(Instrument other) {
    return new Listing(other, filters, status, orderTypes);
  }

  /** Whether orders are taken. */
  public boolean isTrading() {
    return status.equals("TRADING");
  }
}

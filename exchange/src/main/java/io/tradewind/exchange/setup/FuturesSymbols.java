package io.tradewind.exchange.setup;

import io.tradewind.exchange.fault.SymbolSwitch;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.Result;

/** The contracts of a futures exchange. One that is delisted takes no orders any more. */
final class FuturesSymbols implements SymbolSwitch {
  private final FuturesExchange exchange;

  FuturesSymbols(FuturesExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public boolean knows(String symbol) {
    return exchange.listings().stream().anyMatch(each -> each.symbol().equals(symbol));
  }

  @Override
  public void halt(String symbol, boolean isHalted) {
    set(symbol, isHalted ? ListingStatus.HALT : ListingStatus.TRADING);
  }

  @Override
  public void delist(String symbol, long timeNs) {
    set(symbol, ListingStatus.BREAK);
  }

  private void set(String symbol, ListingStatus status) {
    if (!(exchange.setStatus(symbol, status) instanceof Result.Done<?>)) {
      throw new IllegalArgumentException(symbol + " is not listed");
    }
  }
}

package io.tradewind.exchange.setup;

import io.tradewind.exchange.fault.SymbolSwitch;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.Result;

/** The contracts of a futures exchange. */
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
    checkKnown(
        exchange.setStatus(symbol, isHalted ? ListingStatus.HALT : ListingStatus.TRADING), symbol);
  }

  @Override
  public void delist(String symbol, long timeNs) {
    checkKnown(exchange.delist(symbol, timeNs), symbol);
  }

  private static void checkKnown(Result<?> result, String symbol) {
    if (result instanceof Result.Refused<?>) {
      throw new IllegalArgumentException(symbol + " is not listed");
    }
  }
}

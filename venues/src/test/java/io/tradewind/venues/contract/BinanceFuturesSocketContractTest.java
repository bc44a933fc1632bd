package io.tradewind.venues.contract;

/** Binance's USD-M futures over a wire, orders over the WebSocket API. */
class BinanceFuturesSocketContractTest extends VenueContract {
  @Override
  Floor open() {
    return new WireFloor(new FuturesWire(), true);
  }
}

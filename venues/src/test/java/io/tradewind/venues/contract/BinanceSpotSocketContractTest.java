package io.tradewind.venues.contract;

/** Binance's spot over a wire, orders over the WebSocket API. */
class BinanceSpotSocketContractTest extends VenueContract {
  @Override
  Floor open() {
    return new WireFloor(new SpotWire(), true);
  }
}

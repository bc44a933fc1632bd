package io.tradewind.venues.contract;

/** Binance's spot over a wire, orders by REST. */
class BinanceSpotContractTest extends VenueContract {
  @Override
  Floor open() {
    return new WireFloor(new SpotWire(), false);
  }
}

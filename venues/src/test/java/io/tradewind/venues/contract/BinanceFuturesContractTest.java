package io.tradewind.venues.contract;

/** Binance's USD-M futures over a wire, orders by REST. */
class BinanceFuturesContractTest extends VenueContract {
  @Override
  Floor open() {
    return new WireFloor(new FuturesWire(), false);
  }
}

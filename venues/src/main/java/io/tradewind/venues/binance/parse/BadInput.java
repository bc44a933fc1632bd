package io.tradewind.venues.binance.parse;

import io.tradewind.venues.binance.model.InputFault;

/** Leads out of the middle of a text; never leaves this package. */
final class BadInput extends RuntimeException {
  private final InputFault fault;

  BadInput(InputFault fault, String detail) {
    super(detail, null, false, false);
    this.fault = fault;
  }

  InputFault fault() {
    return fault;
  }
}

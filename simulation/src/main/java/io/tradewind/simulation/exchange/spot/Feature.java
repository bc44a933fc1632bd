package io.tradewind.simulation.exchange.spot;

/** What a listing allows beside its types of orders. */
public enum Feature {
  ICEBERG,
  OCO,
  OTO,
  QUOTE_MARKET,
  TRAILING_STOP,
  PEG,
  CANCEL_REPLACE,
  AMEND
}

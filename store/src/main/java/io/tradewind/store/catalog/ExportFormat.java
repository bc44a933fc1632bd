package io.tradewind.store.catalog;

/** What a series can be written as. */
public enum ExportFormat {
  /** Header, ISO times, plain decimals. */
  CSV,
  /** Binance kline arrays, or arrays of time, price and quantity for trades. */
  JSON,
  /** One Parquet file in the schema of the store. */
  PARQUET
}

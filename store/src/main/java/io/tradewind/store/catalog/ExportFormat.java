package io.tradewind.store.catalog;

/** What a series can be written as. */
public enum ExportFormat {
  /** Header, ISO times, plain decimals. */
  CSV,
  /**
   * Binance kline arrays; for trades arrays of time, price and quantity; for fundings objects with
   * Binance's names.
   */
  JSON,
  /** One Parquet file in the schema of the store. */
  PARQUET
}

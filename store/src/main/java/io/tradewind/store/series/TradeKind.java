package io.tradewind.store.series;

/** What a row of trades stands for; the two count the same volume and must not be mixed. */
public enum TradeKind {
  /** Every trade on its own. */
  TRADES("trades"),
  /** Trades of one taker order at one price in one row, as Binance aggregates them. */
  AGG_TRADES("agg-trades");

  private final String folder;

  TradeKind(String folder) {
    this.folder = folder;
  }

  /** The kind's name on disk. */
  public String folder() {
    return folder;
  }
}

package io.tradewind.store.importer;

import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.FundingRows;
import io.tradewind.store.series.TradeKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a file holds. */
public enum DataKind {
  /** Candles. */
  CANDLES("candles"),
  /** Every trade on its own. */
  TRADES(TradeKind.TRADES.folder()),
  /** Trades of one taker order at one price in one row. */
  AGG_TRADES(TradeKind.AGG_TRADES.folder()),
  /** Funding rates of a perpetual. */
  FUNDING(FundingRows.KIND),
  /** Changes of an order book. */
  BOOK(BookRows.KIND);

  private final String text;

  DataKind(String text) {
    this.text = text;
  }

  /** The kind with a name. */
  public static Optional<DataKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.text.equals(name)).findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(DataKind::toString).toList();
  }

  static DataKind of(TradeKind trades) {
    return switch (trades) {
      case TRADES -> TRADES;
      case AGG_TRADES -> AGG_TRADES;
    };
  }

  /** The kind of trades; empty for what is none. */
  Optional<TradeKind> trades() {
    return switch (this) {
      case TRADES -> Optional.of(TradeKind.TRADES);
      case AGG_TRADES -> Optional.of(TradeKind.AGG_TRADES);
      case CANDLES, FUNDING, BOOK -> Optional.empty();
    };
  }

  /** In a sentence. */
  String said() {
    return switch (this) {
      case FUNDING -> "funding rates";
      case BOOK -> "an order book";
      case CANDLES, TRADES, AGG_TRADES -> text;
    };
  }

  /** Its name in options, such as {@code agg-trades}. */
  @Override
  public String toString() {
    return text;
  }
}

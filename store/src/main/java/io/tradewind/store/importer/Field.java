package io.tradewind.store.importer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column can hold, with the names under which headers know it, best first. */
public enum Field {
  /** Start of a candle, or time of a trade or of a funding. */
  TIME(
      "opentime",
      "timestamp",
      "time",
      "date",
      "datetime",
      "transacttime",
      "tradetime",
      "opentimems",
      "timestampms",
      "unix",
      "unixtime",
      "starttime",
      "fundingtime",
      "calctime",
      "fundingratetimestamp",
      "ts"),
  /** First price. */
  OPEN("open", "o", "openprice"),
  /** Highest price. */
  HIGH("high", "h", "highprice"),
  /** Lowest price. */
  LOW("low", "l", "lowprice"),
  /** Last price. */
  CLOSE("close", "c", "closeprice"),
  /** Volume in base. */
  VOLUME("volume", "vol", "v", "basevolume", "volumebase"),
  /** Price of a trade. */
  PRICE("price", "p", "tradeprice"),
  /** Quantity of a trade, in base. */
  QTY("qty", "quantity", "amount", "size", "volume", "vol", "q"),
  /** Number of a trade. */
  ID("id", "tradeid", "aggtradeid", "tid", "a", "trade"),
  /** Buy or sell, as the side that took liquidity. */
  SIDE("side", "takerside", "type"),
  /** Whether the buyer's order was resting. */
  BUYER_IS_MAKER("isbuyermaker", "buyerismaker", "buyermaker", "m"),
  /** Whether the buyer's order took liquidity. */
  BUYER_IS_AGGRESSOR("buyerisaggressor"),
  /** When a trade or a change of a book came to its recorder. */
  RECEIVE_TIME("receivetime", "receivetimens", "localtimestamp"),
  /** Whether a level is a bid. */
  IS_BID("isbid"),
  /** Whether a whole book begins with a row. */
  BEGINS("begins"),
  /** Whether a message of a book ends with a row. */
  ENDS("ends"),
  /** Rate of a funding, as a share of the notional. */
  RATE("fundingrate", "lastfundingrate", "rate"),
  /** What a funding is of. */
  SYMBOL("symbol", "pair", "instid");

  /** List.of gives an immutable list; the checker sees its type alone. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> aliases;

  Field(String... aliases) {
    this.aliases = List.of(aliases);
  }

  /** Names in a header, without case and signs. */
  List<String> aliases() {
    return aliases;
  }

  /** The field a mapping calls so. */
  static Optional<Field> named(String name) {
    String plain = plain(name);
    return Arrays.stream(values())
        .filter(field -> plain(field.name()).equals(plain) || field.aliases.contains(plain))
        .findFirst();
  }

  /** How a mapping calls them. */
  static String names() {
    return Arrays.stream(values())
        .map(field -> field.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  /** Lower case letters and digits alone. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}

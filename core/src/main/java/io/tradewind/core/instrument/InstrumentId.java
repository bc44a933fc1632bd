package io.tradewind.core.instrument;

import io.tradewind.analytics.check.Check;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an instrument: spot is {@code binance:BTC/USDT}, the linear perpetual {@code
 * binance:BTC/USDT:USDT}.
 *
 * @param venue lower case letters, digits and dashes
 * @param base upper case, what is bought
 * @param quote upper case, what prices are in
 * @param market spot or perpetual
 */
public record InstrumentId(String venue, String base, String quote, Market market)
    implements Comparable<InstrumentId> {
  private static final Pattern VENUE = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Pattern ASSET = Pattern.compile("[A-Z0-9]{1,20}");
  private static final Pattern TEXT =
      Pattern.compile("(?:([A-Za-z0-9-]+):)?([A-Za-z0-9]+)/([A-Za-z0-9]+)(?::([A-Za-z0-9]+))?");

  /** Checks the names. */
  public InstrumentId {
    Check.argument(VENUE.matcher(venue).matches(), "'%s' is no name of a venue", venue);
    Check.argument(ASSET.matcher(base).matches(), "'%s' is no name of an asset", base);
    Check.argument(ASSET.matcher(quote).matches(), "'%s' is no name of an asset", quote);
  }

  /**
   * Reads {@code [venue:]BASE/QUOTE[:SETTLE]}.
   *
   * @param defaultVenue the venue where the text names none
   * @param defaultMarket the market where the text names no settlement
   * @throws IllegalArgumentException naming what is allowed
   */
  public static InstrumentId parse(String text, String defaultVenue, Market defaultMarket) {
    Matcher matcher = TEXT.matcher(text);
    Check.argument(
        matcher.matches(),
        "'%s' is no symbol: write BASE/QUOTE such as BTC/USDT, or BTC/USDT:USDT for the perpetual",
        text);
    String venue = matcher.group(1) == null ? defaultVenue : matcher.group(1);
    String quote = matcher.group(3).toUpperCase(Locale.ROOT);
    String settle = matcher.group(4);
    Check.argument(
        settle == null || settle.toUpperCase(Locale.ROOT).equals(quote),
        "'%s' settles in another currency than its quote; only linear perpetuals are known",
        text);
    return new InstrumentId(
        venue.toLowerCase(Locale.ROOT),
        matcher.group(2).toUpperCase(Locale.ROOT),
        quote,
        settle == null ? defaultMarket : Market.PERP);
  }

  /** Without the venue: {@code BTC/USDT} or {@code BTC/USDT:USDT}. */
  public String symbol() {
    return base + "/" + quote + (market == Market.PERP ? ":" + quote : "");
  }

  @Override
  public int compareTo(InstrumentId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return venue + ":" + symbol();
  }
}

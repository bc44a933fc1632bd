package io.tradewind.venues.binance.stream;

import io.tradewind.venues.stream.StreamSpec;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How texts of Binance are told apart. An event is the same over two connections but for the time
 * at which each sent it, which is left out; its own numbers (trade, update, execution) stay in.
 */
public final class BinanceNames {
  private static final Pattern SENT = Pattern.compile("\"E\":[0-9]+,?|\"subscriptionId\":[0-9]+,?");

  /** Streams of which only the latest counts: best prices, partial books, mark prices. */
  private static final Pattern LATEST =
      Pattern.compile(
          "^\\{\"stream\":\"([^\"]*@(?:bookTicker|depth(?:5|10|20)(?:@[0-9]+ms)?"
              + "|markPrice(?:@1s)?))\"");

  private BinanceNames() {}

  /** For a stream's specification. */
  public static StreamSpec.Names names() {
    return new StreamSpec.Names(
        text -> SENT.matcher(text).replaceAll(""), BinanceNames::conflation);
  }

  private static Optional<String> conflation(String text) {
    Matcher matcher = LATEST.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}

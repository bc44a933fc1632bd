package io.tradewind.app.download;

import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.RateLimit;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.VenueRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a venue says of itself before anything is downloaded.
 *
 * @param symbols by their names there
 * @param timeMs the venue's clock, epoch milliseconds
 */
record Listing(Set<String> symbols, long timeMs, List<RateLimit> limits) {
  private static final Pattern SYMBOL = Pattern.compile("\"symbol\"\\s*:\\s*\"([^\"]{1,40})\"");
  private static final Pattern TIME = Pattern.compile("\"serverTime\"\\s*:\\s*([0-9]{13})");
  private static final Pattern LIMITS = Pattern.compile("\"rateLimits\"\\s*:\\s*\\[[^\\]]*\\]");
  private static final long IDLE_NS = 1_000_000L;

  /** How asking ended. */
  sealed interface Answer {
    /** It answered. */
    record Known(Listing listing) implements Answer {}

    /** It did not. */
    record Failed(VenueError error) implements Answer {}
  }

  /** Asks, and waits for the answer. */
  static Answer ask(VenueHttp http, String path, FaultLog faults) {
    Reply[] came = new Reply[1];
    http.submit(VenueRequest.get(path, 20), reply -> came[0] = reply);
    while (came[0] == null) {
      if (http.doWork() == 0) {
        LockSupport.parkNanos(IDLE_NS);
      }
    }
    return switch (came[0]) {
      case Reply.Failed(VenueError error) -> new Answer.Failed(error);
      case Reply.Done(var response) ->
          read(response.body(), faults)
              .<Answer>map(Answer.Known::new)
              .orElseGet(
                  () -> new Answer.Failed(new VenueError.Unknown("an answer of another kind")));
    };
  }

  /** Three things of a text of megabytes, most of which is about orders. */
  private static Optional<Listing> read(String body, FaultLog faults) {
    Set<String> symbols = new TreeSet<>();
    Matcher symbol = SYMBOL.matcher(body);
    while (symbol.find()) {
      symbols.add(symbol.group(1));
    }
    Matcher limits = LIMITS.matcher(body);
    List<RateLimit> known =
        limits.find()
            ? new RestParser(faults).rateLimits("{" + limits.group() + "}").orElse(List.of())
            : List.of();
    Matcher time = TIME.matcher(body);
    return time.find()
        ? Optional.of(new Listing(symbols, Long.parseLong(time.group(1)), known))
        : Optional.empty();
  }
}

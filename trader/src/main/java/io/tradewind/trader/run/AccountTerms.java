package io.tradewind.trader.run;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.binance.rest.ListingQueries;
import io.tradewind.venues.binance.rest.Query;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.time.VenueClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Asks what an account pays for some instruments and, of perpetuals, what margins they need, as a
 * duty cycle. What the venue refuses to say, or nobody can read, stays as it is listed, and is told
 * of.
 */
final class AccountTerms {
  private static final long AGAIN_NS = 2 * Utc.SECOND_NS;

  private final ListingQueries queries;
  private final VenueHttp http;
  private final VenueClock clock;
  private final boolean isPatient;
  private final Deque<Runnable> questions = new ArrayDeque<>();
  private final Map<InstrumentId, ListingParser.Fees> fees = new TreeMap<>();
  private final Map<String, MarginTable> margins = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private String why = "";
  private boolean isKeyRefused;
  private boolean isAsking;
  private long askNs = Long.MIN_VALUE;

  /**
   * Not asked yet.
   *
   * @param wanted of all that is listed, all of one market
   * @param isPatient whether the venue is asked until it answers, or once
   */
  AccountTerms(
      ListingQueries queries,
      VenueHttp http,
      VenueClock clock,
      List<Listing> wanted,
      boolean isPatient) {
    this.queries = queries;
    this.http = http;
    this.clock = clock;
    this.isPatient = isPatient;
    for (Listing each : wanted) {
      InstrumentId id = each.instrument().id();
      questions.add(
          () -> ask("fees of " + id, queries.fees(each.symbol()), told -> fees.put(id, told)));
    }
    if (wanted.stream().anyMatch(each -> each.instrument().id().market() == Market.PERP)) {
      questions.add(() -> askMargins(wanted));
    }
  }

  private void askMargins(List<Listing> wanted) {
    // The fee of a liquidation is the listing's: the brackets do not tell it.
    ask(
        "margins",
        queries.margins(0),
        told -> {
          margins.putAll(told);
          wanted.stream()
              .filter(each -> !told.containsKey(each.symbol()))
              .forEach(each -> note("margins of " + each.instrument().id(), "none can be read"));
        });
  }

  /** One step, but of the line. */
  int doWork() {
    if (isAsking || questions.isEmpty() || clock.nowNs() < askNs) {
      return 0;
    }
    isAsking = true;
    questions.getFirst().run();
    return 1;
  }

  private <T> void ask(String what, Query<T> query, Consumer<T> taker) {
    http.submit(query.request(), reply -> onReply(what, query, taker, reply));
  }

  private <T> void onReply(String what, Query<T> query, Consumer<T> taker, Reply reply) {
    isAsking = false;
    switch (reply) {
      case Reply.Done(var response) ->
          query
              .read(response.body())
              .ifPresentOrElse(
                  told -> {
                    taker.accept(told);
                    next();
                  },
                  () -> leave(what, "what the venue says cannot be read"));
      case Reply.Failed(VenueError.Rejected refused) -> leave(what, refused.toString());
      case Reply.Failed(VenueError error) when !isPatient -> leave(what, error.toString());
      case Reply.Failed(VenueError error) -> {
        isKeyRefused = error instanceof VenueError.Fatal;
        why = what + ": " + error;
        askNs = clock.nowNs() + AGAIN_NS;
      }
    }
  }

  private void leave(String what, String reason) {
    note(what, reason);
    next();
  }

  private void note(String what, String reason) {
    notes.add("%s are not known, and taken as they are set or usual: %s".formatted(what, reason));
  }

  private void next() {
    why = "";
    questions.removeFirst();
  }

  /** Whether all has been answered. */
  boolean isDone() {
    return questions.isEmpty();
  }

  /** Why it has not, in words; empty where nothing is wrong. */
  boolean isKeyRefused() {
    return isKeyRefused;
  }

  String why() {
    return why;
  }

  /** What is not known, in words. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** A listing with what is known of the account. */
  Listing of(Listing listing) {
    Instrument instrument = listing.instrument();
    ListingParser.Fees paid = fees.get(instrument.id());
    MarginTable margin = margins.get(listing.symbol());
    if (paid == null && margin == null) {
      return listing;
    }
    return listing.with(
        new Instrument(
            instrument.id(),
            instrument.priceScale(),
            instrument.qtyScale(),
            instrument.cashScale(),
            paid == null
                ? instrument.rules()
                : instrument.rules().stream().map(rules -> paying(rules, paid)).toList(),
            margin == null
                ? instrument.margin()
                : new MarginTable(margin.tiers(), instrument.margin().liquidationFeePpm())));
  }

  private static TradingRules paying(TradingRules rules, ListingParser.Fees paid) {
    return new TradingRules(
        rules.fromNs(),
        rules.tickScaled(),
        rules.lotScaled(),
        rules.minQtyScaled(),
        rules.minNotionalScaled(),
        paid.makerPpm(),
        paid.takerPpm());
  }
}

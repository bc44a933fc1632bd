package io.tradewind.trader.run;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.rest.ListingQueries;
import io.tradewind.venues.binance.rest.Query;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import java.util.List;
import java.util.Optional;

/** Asks what is listed until the venue says it, as a duty cycle. */
public final class ListingWait {
  private static final long AGAIN_NS = 2 * Utc.SECOND_NS;

  private final Outside outside;
  private final VenueHttp http;
  private final ListingQueries queries;
  private final Query<ListingQueries.Listed> query;
  private final List<InstrumentId> ofAccount;
  private final boolean isPatient;
  private Optional<ListingQueries.Listed> found = Optional.empty();
  private Optional<ListingQueries.Listed> listed = Optional.empty();
  private Optional<AccountTerms> terms = Optional.empty();
  private String why = "";
  private boolean isAsking;
  private long askNs = Long.MIN_VALUE;

  /**
   * Not asked yet.
   *
   * @param venue name of the venue in instruments
   * @param fees of all symbols, where nothing else is known
   */
  public ListingWait(Outside outside, VenueHttp http, String venue, ListingParser.Fees fees) {
    this(outside, http, queries(outside, venue), fees, List.of(), true);
  }

  private ListingWait(
      Outside outside,
      VenueHttp http,
      ListingQueries queries,
      ListingParser.Fees fees,
      List<InstrumentId> ofAccount,
      boolean isPatient) {
    this.outside = outside;
    this.http = http;
    this.queries = queries;
    this.query = queries.info(fees, outside.clock().nowNs());
    this.ofAccount = ofAccount;
    this.isPatient = isPatient;
  }

  /**
   * Not asked yet, with what the key's account pays for some instruments and, of perpetuals, with
   * the margins that it needs.
   *
   * @param fees of all other symbols, and where the venue does not say them
   * @param isPatient whether the account's terms are waited for, or asked for once
   */
  public static ListingWait ofAccount(
      Outside outside,
      VenueHttp http,
      List<InstrumentId> wanted,
      ListingParser.Fees fees,
      boolean isPatient) {
    String venue = wanted.getFirst().venue();
    return new ListingWait(
        outside,
        http,
        queries(outside, venue),
        fees,
        outside.place().signer().isPresent() ? List.copyOf(wanted) : List.of(),
        isPatient);
  }

  private static ListingQueries queries(Outside outside, String venue) {
    return new ListingQueries(
        outside.place().market(),
        new ListingParser(outside.place().market(), venue, outside.faults()),
        new RestParser(outside.faults()));
  }

  /**
   * One step, of the line also.
   *
   * @return how many things were done, 0 if there was nothing to do
   */
  public int doWork() {
    int work = http.doWork();
    if (terms.isPresent()) {
      return work + askAccount(terms.get());
    }
    if (isAsking || listed.isPresent() || outside.clock().nowNs() < askNs) {
      return work;
    }
    isAsking = true;
    http.submit(query.request(), this::onReply);
    return work + 1;
  }

  private void onReply(Reply reply) {
    isAsking = false;
    askNs = outside.clock().nowNs() + AGAIN_NS;
    switch (reply) {
      case Reply.Done(var response) -> {
        Optional<ListingQueries.Listed> read = query.read(response.body());
        read.ifPresentOrElse(this::take, () -> why = "what the venue lists cannot be read");
      }
      case Reply.Failed(var error) -> why = error.toString();
    }
  }

  private void take(ListingQueries.Listed read) {
    why = "";
    http.budget().limits(read.limits());
    if (ofAccount.isEmpty()) {
      listed = Optional.of(read);
      return;
    }
    found = Optional.of(read);
    List<Listing> wanted =
        read.listings().stream()
            .filter(each -> ofAccount.contains(each.instrument().id()))
            .toList();
    terms = Optional.of(new AccountTerms(queries, http, outside.clock(), wanted, isPatient));
  }

  private int askAccount(AccountTerms asked) {
    if (listed.isPresent()) {
      return 0;
    }
    int work = asked.doWork();
    why = asked.why();
    if (asked.isDone()) {
      ListingQueries.Listed read = found.orElseThrow();
      listed =
          Optional.of(
              new ListingQueries.Listed(
                  read.listings().stream().map(asked::of).toList(), read.limits()));
      work++;
    }
    return work;
  }

  /** What is listed; empty while the venue has not said it. */
  public Optional<ListingQueries.Listed> listed() {
    return listed;
  }

  /** Why it has not, in words; empty before the first answer. */
  public String why() {
    return why;
  }

  /** Whether the venue does not take the key, which waiting does not mend. */
  public boolean isKeyRefused() {
    return terms.filter(AccountTerms::isKeyRefused).isPresent();
  }

  /** What of the account is not known, in words. */
  public List<String> notes() {
    return terms.map(AccountTerms::notes).orElse(List.of());
  }
}

package io.tradewind.trader.run;

import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.rest.ListingQueries;
import io.tradewind.venues.binance.rest.Query;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import java.util.Optional;

/** Asks what is listed until the venue says it, as a duty cycle. */
public final class ListingWait {
  private static final long AGAIN_NS = 2 * Utc.SECOND_NS;

  private final Outside outside;
  private final VenueHttp http;
  private final Query<ListingQueries.Listed> query;
  private Optional<ListingQueries.Listed> listed = Optional.empty();
  private String why = "";
  private boolean isAsking;
  private long askNs = Long.MIN_VALUE;

  /**
   * Not asked yet.
   *
   * @param venue name of the venue in instruments
   * @param fees of the account
   */
  public ListingWait(Outside outside, VenueHttp http, String venue, ListingParser.Fees fees) {
    this.outside = outside;
    this.http = http;
    this.query =
        new ListingQueries(
                outside.place().market(),
                new ListingParser(outside.place().market(), venue, outside.faults()),
                new RestParser(outside.faults()))
            .info(fees, outside.clock().nowNs());
  }

  /**
   * One step, of the line also.
   *
   * @return how many things were done, 0 if there was nothing to do
   */
  public int doWork() {
    int work = http.doWork();
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
        listed = query.read(response.body());
        listed.ifPresent(each -> http.budget().limits(each.limits()));
        why = listed.isPresent() ? "" : "what the venue lists cannot be read";
      }
      case Reply.Failed(var error) -> why = error.toString();
    }
  }

  /** What is listed; empty while the venue has not said it. */
  public Optional<ListingQueries.Listed> listed() {
    return listed;
  }

  /** Why it has not, in words; empty before the first answer. */
  public String why() {
    return why;
  }
}

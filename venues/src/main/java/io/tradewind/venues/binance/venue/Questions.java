package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.venues.binance.model.AccountRow;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.OrderAnswer;
import io.tradewind.venues.binance.order.OrderDialect;
import io.tradewind.venues.binance.parse.OrderParser;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the venue is asked by requests, in its words, and what it answers. */
final class Questions {
  private final VenueHttp http;
  private final OrderDialect dialect;
  private final OrderParser parser;

  Questions(VenueHttp http, OrderDialect dialect, OrderParser parser) {
    this.http = http;
    this.dialect = dialect;
    this.parser = parser;
  }

  /** How a leg stands, or the order that it has become when it was triggered. */
  void order(Listing listing, LegState leg, Consumer<Reply> handler) {
    boolean born = leg.leg.isConditional() && leg.venueOrderId.isPresent();
    http.submit(
        born
            ? dialect.queryById(listing, leg.venueOrderId.getAsLong())
            : dialect.query(listing, leg.leg),
        handler);
  }

  /** Its fills, by the venue's number of it. */
  void tradesOf(Listing listing, long venueOrderId, Consumer<Reply> handler) {
    http.submit(dialect.tradesOf(listing, venueOrderId), handler);
  }

  /** The account's fills from a number on. */
  void tradesFrom(Listing listing, long tradeId, Consumer<Reply> handler) {
    http.submit(dialect.tradesFrom(listing, tradeId), handler);
  }

  /**
   * All orders that stand.
   *
   * @return how many answers will come
   */
  int openOrders(List<Listing> listings, Consumer<Reply> handler) {
    int asked = 0;
    for (Listing listing : listings) {
      for (var request : dialect.openOrders(listing)) {
        http.submit(request, handler);
        asked++;
      }
    }
    return asked;
  }

  /** What asks for all orders that stand, and for the latest however they stand. */
  List<VenueRequest> everyOrder(Listing listing) {
    List<VenueRequest> all = new ArrayList<>(dialect.latestOrders(listing));
    all.addAll(dialect.openOrders(listing));
    return all;
  }

  void ask(VenueRequest request, Consumer<Reply> handler) {
    http.submit(request, handler);
  }

  /** What is held. */
  void account(Consumer<Reply> handler) {
    http.submit(dialect.account(), handler);
  }

  Optional<List<OrderAnswer>> orders(VenueResponse response) {
    return parser.orders(response.body());
  }

  /** Empty where there is no answer, or none that can be read. */
  Optional<List<AccountRow.Trade>> trades(Instrument instrument, Reply reply) {
    return reply instanceof Reply.Done(var response)
        ? parser.trades(instrument, response.body())
        : Optional.empty();
  }

  OrderParser parser() {
    return parser;
  }
}

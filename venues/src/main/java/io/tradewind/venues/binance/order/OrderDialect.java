package io.tradewind.venues.binance.order;

import io.tradewind.core.order.Ability;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.http.VenueRequest;
import java.util.List;
import java.util.Set;

/** Our orders in the words of one of Binance's markets. Amounts are written exactly. */
public sealed interface OrderDialect permits SpotDialect, FuturesDialect {

  /** How an order is placed. */
  Plan place(Slip slip);

  /**
   * How an order takes the place of its last revision.
   *
   * @param slip with the new terms, the quantity that is left and the new revision
   * @param standing the legs that stand
   * @param doneScaled what of those that are limits was filled, in quantity scale
   */
  Plan replace(Slip slip, List<Leg> standing, long doneScaled);

  /** How a leg is taken back; of a list all go with it. */
  VenueRequest cancel(Listing listing, Leg leg);

  /** Asks how a leg stands. */
  VenueRequest query(Listing listing, Leg leg);

  /** Asks how an order in the book stands, by the venue's id. */
  VenueRequest queryById(Listing listing, long venueOrderId);

  /** Asks for all orders that stand, in as many questions as it takes. */
  List<VenueRequest> openOrders(Listing listing);

  /** As many orders as one answer holds. */
  int ORDERS = 1_000;

  /** Asks for the latest orders, however they stand, in as many questions as it takes. */
  List<VenueRequest> latestOrders(Listing listing);

  /** Asks for the fills of an order by the venue's id. */
  VenueRequest tradesOf(Listing listing, long venueOrderId);

  /** As many fills as one answer holds. */
  int TRADES = 1_000;

  /** Asks for the fills of an instrument from one on, by the venue's number of it. */
  VenueRequest tradesFrom(Listing listing, long tradeId);

  /** What is held: balances of spot, positions of futures. */
  VenueRequest account();

  /** What the market is able to do. */
  Set<Ability> abilities();
}

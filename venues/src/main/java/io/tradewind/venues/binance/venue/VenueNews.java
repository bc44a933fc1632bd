package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.venues.binance.model.AccountRow;
import io.tradewind.venues.binance.model.UserEvent;
import io.tradewind.venues.error.VenueError;
import java.util.Optional;

/** What the connection has to say beside what happens to orders. */
public sealed interface VenueNews {

  /** Nothing more goes out with this key until a person has looked. */
  record Blocked(VenueError.Fatal error) implements VenueNews {}

  /** The account's stream is gone; what happens from now on is asked for when it is back. */
  record StreamLost(String why) implements VenueNews {}

  /**
   * The account's stream tells, and all that was missed has been asked for and told.
   *
   * @param strangers orders that stand and are not of this session
   */
  record InStep(int strangers) implements VenueNews {}

  /** An order was refused, or a request for it failed, in the venue's words. */
  record Refused(long orderId, VenueError error) implements VenueNews {}

  /** A fee was taken in an asset that is neither base nor quote; no fill speaks of it. */
  record FeeElsewhere(long orderId, UserEvent.Fee fee) implements VenueNews {}

  /**
   * Funding was exchanged with the account. Each payment is told as often as the venue is asked for
   * a time that holds it: its number tells whether it is known.
   */
  record Funding(AccountRow.Funding row) implements VenueNews {}

  /** Balances, positions, funding, leverage: the account's side of what happens. */
  record Account(UserEvent event) implements VenueNews {}

  /** Something happened to an order that is not of this session. */
  record Stranger(UserEvent event) implements VenueNews {}

  /** An order that is not of this session was filled while the stream was gone. */
  record StrangerFill(InstrumentId instrument, AccountRow.Trade trade) implements VenueNews {}

  /** The venue said something that cannot follow from what it said before; it was not told. */
  record Contradiction(long orderId, String event) implements VenueNews {}

  /** How contracts are held was changed as asked, or not. */
  record MarginSet(VenueCommand.SetMargin command, Optional<VenueError> error)
      implements VenueNews {}

  /**
   * Something of an order was filled after it had been told as over: there is no event for it, but
   * position and cash have changed.
   *
   * @param intent of the order, which its sender may have forgotten
   * @param tradeId the venue's number of the fill
   */
  record LateFill(OrderIntent intent, OrderEvent.Filled fill, long tradeId) implements VenueNews {}

  /**
   * A stop was sent, or is to grow, for what an exit that has ended leaves open of its entry. It
   * has the exit's id, and commands for that id are for it from now on.
   *
   * @param orderId of the exit
   * @param qtyScaled how much it is of in all, in quantity scale
   * @param terms a stop at the exit's level, or at the market where that has been reached
   */
  record Guarding(long orderId, long qtyScaled, OrderTerms terms) implements VenueNews {}

  /**
   * What happened to such a stop but fills, along the same table as orders.
   *
   * @param intent of the stop, with the exit's id
   */
  record Guard(OrderIntent intent, OrderEvent event) implements VenueNews {}

  /**
   * A fill of such a stop.
   *
   * @param intent of the stop, with the exit's id
   * @param tradeId the venue's number of the fill
   */
  record GuardFill(OrderIntent intent, OrderEvent.Filled fill, long tradeId) implements VenueNews {}

  /**
   * An order of this session stands that nobody knows of any more; it is left as it is. Told of
   * once after a {@link BinanceVenue#resume}.
   *
   * @param orderId ours, as its name says
   * @param name the venue's, with ours
   */
  record Forgotten(long orderId, UserEvent.OrderName name) implements VenueNews {}

  /**
   * So much of a position has no exit, since its own has ended and no stop could be brought for it.
   *
   * @param orderId of the exit
   * @param qtyScaled in quantity scale
   */
  record Uncovered(long orderId, long qtyScaled) implements VenueNews {}

  /** This venue does not do that. */
  record Unsupported(VenueCommand command) implements VenueNews {}
}

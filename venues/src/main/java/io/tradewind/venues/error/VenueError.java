package io.tradewind.venues.error;

import io.tradewind.analytics.check.Check;

/** Why a venue did not do what was asked, by what is to be done about it. */
public sealed interface VenueError {
  /** The venue's words or ours, without secrets. */
  String text();

  /**
   * Surely not done, and may be asked again.
   *
   * @param afterNs how long to wait from now on, at least 0
   */
  record Retryable(Cause cause, long afterNs, String text) implements VenueError {
    /** Checks the range. */
    public Retryable {
      Check.argument(afterNs >= 0, "afterNs must be >= 0, was %s", afterNs);
    }
  }

  /** Surely not done, and the same again would end the same. */
  record Rejected(Rejection reason, String text) implements VenueError {}

  /** It may have been done or not; ask the venue before anything is sent again. */
  record Unknown(String text) implements VenueError {}

  /** Nothing more can be done with this key or this venue until a person has looked. */
  record Fatal(FatalReason reason, String text) implements VenueError {}

  /** Why it may work later. */
  enum Cause {
    /** Too many requests or orders; nothing is sent to this venue until the time is over. */
    RATE_LIMIT,
    /** Our budget of the venue's limits is used up; nothing was sent. */
    BUDGET,
    /** Our time was too far from the venue's. */
    CLOCK,
    /** The venue has too much to do. */
    OVERLOADED,
    /** There was no connection over which it could have gone. */
    NO_CONNECTION,
    /** After failures in a row nothing is sent for a while. */
    CIRCUIT_OPEN,
    /** Too many of our own requests wait already. */
    QUEUE_FULL
  }

  /** What was wrong with what was asked. */
  enum Rejection {
    /** Balance or margin does not cover it. */
    INSUFFICIENT_BALANCE,
    /** There is no such open order. */
    UNKNOWN_ORDER,
    /** An open order has this id already: it was sent before. */
    DUPLICATE_ORDER,
    /** Price or quantity off tick, lot, minimum, maximum or price band. */
    FILTER,
    /** A stop whose price has been reached already. */
    WOULD_TRIGGER,
    /** A post-only order that would have taken. */
    WOULD_TAKE,
    /** A fill-or-kill order, or one without a counter price, that found too little. */
    NOT_FILLABLE,
    /** Reduce-only, and there is nothing or too little to reduce. */
    NOTHING_TO_REDUCE,
    /** Larger than leverage, bracket or venue allow. */
    POSITION_LIMIT,
    /** Too many open orders. */
    TOO_MANY_ORDERS,
    /** It is so already. */
    NOTHING_TO_CHANGE,
    /** The market is closed, or only reductions are taken. */
    MARKET_CLOSED,
    /** This venue, symbol or account does not have this kind of order or call. */
    UNSUPPORTED,
    /** A parameter is missing, wrong or too many. */
    INVALID_REQUEST,
    /** A code that is not known here. */
    OTHER
  }

  /** What a person has to look at. */
  enum FatalReason {
    /** The key is unknown, has no such right or comes from the wrong address. */
    KEY,
    /** The signature is not accepted. */
    SIGNATURE,
    /** The account may not trade. */
    ACCOUNT,
    /** The venue no longer has this service, or does not let us in. */
    SERVICE
  }
}

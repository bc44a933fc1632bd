package io.tradewind.venues.binance.venue;

import io.tradewind.core.order.OrderTerms;
import io.tradewind.venues.binance.order.Leg;
import java.util.Optional;
import java.util.OptionalLong;

/** How a leg stands, as far as the venue has told. */
final class LegState {
  final Leg leg;
  OptionalLong venueOrderId = OptionalLong.empty();
  long filledScaled;

  /** Of which terms it is, where a later revision has others. */
  Optional<OrderTerms> terms = Optional.empty();

  End end = End.NONE;

  /** A trailing or stopping leg tells twice that it is new: when it waits and when it works. */
  boolean isTriggered;

  /** How it ended. */
  enum End {
    /** It stands, or may yet come to. */
    NONE,
    /** All is filled. */
    FILLED,
    /** Taken back. */
    CANCELLED,
    /** Ended by its own terms, or by those of its list. */
    EXPIRED,
    /** Refused after it had been taken. */
    REJECTED,
    /** The venue has never heard of it. */
    MISSING
  }

  LegState(Leg leg) {
    this.leg = leg;
  }

  boolean isOver() {
    return end != End.NONE;
  }
}

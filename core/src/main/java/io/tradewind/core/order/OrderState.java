package io.tradewind.core.order;

/** Where an order stands. It moves only along {@link OrderTransitions}. */
public enum OrderState {
  /** Decided and written down, not sent. */
  INTENDED,
  /** Sent; nothing heard yet. */
  SENT,
  /** Sent, and the answer never came: only the venue's word resolves it. */
  UNKNOWN,
  /** Stands at the venue. */
  OPEN,
  /** Its trigger was reached. */
  TRIGGERED,
  /** A part is filled. */
  PARTLY_FILLED,
  /** All is filled. */
  FILLED,
  /** Taken back, maybe after a part was filled. */
  CANCELLED,
  /** Its time ran out, maybe after a part was filled. */
  EXPIRED,
  /** The venue would not have it. */
  REJECTED;

  /** Whether nothing more can happen to it. */
  public boolean isFinal() {
    return switch (this) {
      case FILLED, CANCELLED, EXPIRED, REJECTED -> true;
      case INTENDED, SENT, UNKNOWN, OPEN, TRIGGERED, PARTLY_FILLED -> false;
    };
  }
}

package io.tradewind.core.order;

/** Why a venue would not have an order. */
public enum RejectReason {
  /** This venue does not fill this kind of order. */
  UNSUPPORTED_TYPE("this venue does not fill this kind of order"),
  /** Under the smallest quantity, or less than a lot. */
  QTY_TOO_SMALL("quantity under the venue's minimum"),
  /** More than a scaled number holds, at a price next to nothing. */
  QTY_TOO_LARGE("quantity with more digits than can be reckoned with"),
  /** Price times quantity under the minimum. */
  NOTIONAL_TOO_SMALL("price times quantity under the venue's minimum"),
  /** A price off the tick. */
  PRICE_OFF_TICK("price is no multiple of the tick"),
  /** A quantity off the lot. */
  QTY_OFF_LOT("quantity is no multiple of the lot"),
  /** More than the account can pay for. */
  INSUFFICIENT_BALANCE("not enough free balance"),
  /** Nothing to reduce. */
  NOTHING_TO_REDUCE("reduce-only, and there is nothing to reduce"),
  /** A post-only order that would have taken liquidity. */
  WOULD_TAKE("post-only, and it would have taken liquidity"),
  /** A spot sale of more than is held. */
  NOT_HELD("sale of more than is held; shorts need a perpetual"),
  /** A target and a stop on the wrong sides of each other. */
  LEGS_CROSSED("target and stop are on the wrong sides of each other"),
  /** The position would be larger than its leverage allows. */
  LEVERAGE_TOO_HIGH("position larger than its leverage allows"),
  /** A price outside of what the venue takes, at all or so far from the market. */
  PRICE_OUT_OF_RANGE("price outside of the venue's bounds"),
  /** Price times quantity over the maximum. */
  NOTIONAL_TOO_LARGE("price times quantity over the venue's maximum"),
  /** A stop whose price has been reached already. */
  WOULD_TRIGGER("stop whose price has been reached already"),
  /** An order that finds too little on the other side. */
  NOT_FILLABLE("too little on the other side to fill it"),
  /** An open order has its id already. */
  DUPLICATE("an open order has its id already"),
  /** Too many open orders. */
  TOO_MANY_ORDERS("too many open orders"),
  /** The market is closed, or takes reductions alone. */
  MARKET_CLOSED("the market is closed, or takes reductions alone"),
  /** It surely did not reach the venue, or not in time. */
  NOT_SENT("it did not reach the venue"),
  /** The venue takes nothing more with this key; a person has to look. */
  VENUE_BLOCKED("the venue takes nothing more with this key"),
  /** The venue has a reason that is not known here. */
  OTHER("refused by the venue for a reason of its own");

  private final String text;

  RejectReason(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}

package io.tradewind.simulation.matching;

/**
 * What happens instead where an order would match another of its owner. The taker's mode counts; of
 * an order that rests it means nothing. Binance's TRANSFER is {@link #DECREMENT} in the book, and
 * money that the caller moves.
 *
 * <p>Source: Binance, "Self Trade Prevention (STP) FAQ", binance-spot-api-docs.
 */
public enum SelfTradeMode {
  /** They trade. */
  NONE(false, false),
  /** What is left of the taker ends; what it traded before stands. */
  EXPIRE_TAKER(true, false),
  /** What is left of the maker ends, and the taker goes on. */
  EXPIRE_MAKER(false, true),
  /** Both end. */
  EXPIRE_BOTH(true, true),
  /** Both lose the smaller of the two rests, hidden parts included; who has nothing left ends. */
  DECREMENT(false, false);

  private final boolean endsTaker;
  private final boolean endsMaker;

  SelfTradeMode(boolean endsTaker, boolean endsMaker) {
    this.endsTaker = endsTaker;
    this.endsMaker = endsMaker;
  }

  boolean endsTaker() {
    return endsTaker;
  }

  boolean endsMaker() {
    return endsMaker;
  }
}

package io.tradewind.exchange.tape;

/**
 * A trade on the tape; amounts have eight decimals.
 *
 * @param id rises by one
 * @param quoteE8 price times quantity
 * @param takerOrderId the order that took
 * @param rpi whether the maker was there for retail takers alone
 */
public record Print(
    long id,
    long priceE8,
    long qtyE8,
    long quoteE8,
    long timeMs,
    boolean buyerIsMaker,
    long takerOrderId,
    boolean rpi) {

  /** Out of the book. */
  public Print(
      long id,
      long priceE8,
      long qtyE8,
      long quoteE8,
      long timeMs,
      boolean buyerIsMaker,
      long takerOrderId) {
    this(id, priceE8, qtyE8, quoteE8, timeMs, buyerIsMaker, takerOrderId, false);
  }

  /** How much of it came out of the book. */
  long normalE8() {
    return rpi ? 0 : qtyE8;
  }
}

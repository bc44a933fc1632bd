package io.tradewind.exchange.tape;

/**
 * Trades of one order at one price and time, in one.
 *
 * @param id rises by one
 * @param normalE8 what of it came out of the book, not from retail price improvement
 * @param firstId of its trades
 * @param lastId of its trades
 */
public record Aggregate(
    long id,
    long priceE8,
    long qtyE8,
    long normalE8,
    long firstId,
    long lastId,
    long timeMs,
    boolean buyerIsMaker,
    long takerOrderId) {

  static Aggregate of(long id, Print print) {
    return new Aggregate(
        id,
        print.priceE8(),
        print.qtyE8(),
        print.normalE8(),
        print.id(),
        print.id(),
        print.timeMs(),
        print.buyerIsMaker(),
        print.takerOrderId());
  }

  boolean goesWith(Print print) {
    return takerOrderId == print.takerOrderId()
        && priceE8 == print.priceE8()
        && timeMs == print.timeMs();
  }

  Aggregate with(Print print) {
    return new Aggregate(
        id,
        priceE8,
        Math.addExact(qtyE8, print.qtyE8()),
        normalE8 + print.normalE8(),
        firstId,
        print.id(),
        timeMs,
        buyerIsMaker,
        takerOrderId);
  }
}

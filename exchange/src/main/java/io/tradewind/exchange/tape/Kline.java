package io.tradewind.exchange.tape;

/**
 * A candle as the exchange tells it; amounts have eight decimals.
 *
 * @param closeMs its last millisecond
 * @param flow what was traded in it
 * @param firstId of its trades, -1 if there are none
 * @param lastId of its trades, -1 if there are none
 */
public record Kline(
    long openMs,
    long closeMs,
    long openE8,
    long highE8,
    long lowE8,
    long closeE8,
    Flow flow,
    long firstId,
    long lastId) {

  /**
   * Sums, which stop at the most that there is, 92 billion: months of a large market have more.
   *
   * @param takerBaseE8 of it, what buyers took
   * @param takerQuoteE8 likewise
   */
  public record Flow(long baseE8, long quoteE8, long count, long takerBaseE8, long takerQuoteE8) {
    static final Flow NONE = new Flow(0, 0, 0, 0, 0);

    Flow plus(Print print) {
      boolean buys = !print.buyerIsMaker();
      return new Flow(
          sum(baseE8, print.qtyE8()),
          sum(quoteE8, print.quoteE8()),
          count + 1,
          sum(takerBaseE8, buys ? print.qtyE8() : 0),
          sum(takerQuoteE8, buys ? print.quoteE8() : 0));
    }

    Flow plus(Flow other) {
      return new Flow(
          sum(baseE8, other.baseE8),
          sum(quoteE8, other.quoteE8),
          count + other.count,
          sum(takerBaseE8, other.takerBaseE8),
          sum(takerQuoteE8, other.takerQuoteE8));
    }

    private static long sum(long oneE8, long otherE8) {
      return oneE8 > Long.MAX_VALUE - otherE8 ? Long.MAX_VALUE : oneE8 + otherE8;
    }
  }

  /** Nothing was traded in it. */
  static Kline empty(long openMs, long nextMs, long priceE8) {
    return new Kline(openMs, nextMs - 1, priceE8, priceE8, priceE8, priceE8, Flow.NONE, -1, -1);
  }

  Kline with(Print print) {
    boolean first = flow.count() == 0;
    long price = print.priceE8();
    return new Kline(
        openMs,
        closeMs,
        first ? price : openE8,
        first ? price : Math.max(highE8, price),
        first ? price : Math.min(lowE8, price),
        price,
        flow.plus(print),
        firstId < 0 ? print.id() : firstId,
        print.id());
  }

  /** The same with a part of it that comes after what it has. */
  Kline with(Kline part) {
    boolean first = flow.count() == 0;
    return new Kline(
        openMs,
        closeMs,
        first ? part.openE8 : openE8,
        first ? part.highE8 : Math.max(highE8, part.highE8),
        first ? part.lowE8 : Math.min(lowE8, part.lowE8),
        part.closeE8,
        flow.plus(part.flow),
        firstId < 0 ? part.firstId : firstId,
        Math.max(lastId, part.lastId));
  }
}

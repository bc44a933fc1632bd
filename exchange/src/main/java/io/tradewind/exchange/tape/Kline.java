package io.tradewind.exchange.tape;

import java.math.BigInteger;

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
   * Sums, of any size: a month of a large market has more than a {@code long} holds.
   *
   * @param takerBaseE8 of it, what buyers took
   * @param takerQuoteE8 likewise
   */
  public record Flow(
      BigInteger baseE8,
      BigInteger quoteE8,
      long count,
      BigInteger takerBaseE8,
      BigInteger takerQuoteE8) {
    /** Nothing was traded. */
    public static final Flow NONE =
        new Flow(BigInteger.ZERO, BigInteger.ZERO, 0, BigInteger.ZERO, BigInteger.ZERO);

    /** Of sums that are small enough. */
    public static Flow of(
        long baseE8, long quoteE8, long count, long takerBaseE8, long takerQuoteE8) {
      return new Flow(
          BigInteger.valueOf(baseE8),
          BigInteger.valueOf(quoteE8),
          count,
          BigInteger.valueOf(takerBaseE8),
          BigInteger.valueOf(takerQuoteE8));
    }

    /** With one more trade. */
    public Flow plus(long qtyE8, long worthE8, boolean buys) {
      return plus(of(qtyE8, worthE8, 1, buys ? qtyE8 : 0, buys ? worthE8 : 0));
    }

    Flow plus(Flow other) {
      return new Flow(
          baseE8.add(other.baseE8),
          quoteE8.add(other.quoteE8),
          count + other.count,
          takerBaseE8.add(other.takerBaseE8),
          takerQuoteE8.add(other.takerQuoteE8));
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
        flow.plus(print.qtyE8(), print.quoteE8(), !print.buyerIsMaker()),
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

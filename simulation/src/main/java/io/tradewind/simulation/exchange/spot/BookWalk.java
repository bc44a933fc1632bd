package io.tradewind.simulation.exchange.spot;

import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.matching.BookOrder;
import io.tradewind.simulation.matching.OrderBook;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.math.BigInteger;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a market order would meet if it came to the book now: how much, and for how much quote. Own
 * orders are passed over where they would be expired for it; where self-trade prevention would stop
 * or shrink the order instead, the answer is what it takes at most.
 *
 * @param qtyE8 what the book has for it
 * @param quoteE8 what that costs or brings, rounded up; empty if it is no amount
 * @param complete whether it ended before the book did
 */
record BookWalk(long qtyE8, OptionalLong quoteE8, boolean complete) {
  private static final BigInteger ONE = BigInteger.valueOf(Amounts.ONE_E8);
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  /** For a quantity. */
  static BookWalk byQty(OrderBook book, SpotOrder taker, long qtyE8) {
    Step step = new Step(taker, qtyE8, null);
    book.forEach(taker.side().opposite(), step::meet);
    return step.walk(qtyE8 == step.qtyE8);
  }

  /** For as much as costs or brings at most an amount. */
  static BookWalk byQuote(OrderBook book, SpotOrder taker, long quoteE8) {
    BigInteger budget = BigInteger.valueOf(quoteE8).multiply(ONE);
    Step step = new Step(taker, Long.MAX_VALUE, budget);
    book.forEach(taker.side().opposite(), step::meet);
    return step.walk(step.stopped || step.worth.equals(budget));
  }

  /** The way from one maker to the next; products are in 10^-16. */
  private static final class Step {
    private final boolean passesOwn;
    private final long owner;
    private final long wantedE8;
    private final @Nullable BigInteger budget;
    private BigInteger worth = BigInteger.ZERO;
    private long qtyE8;
    private boolean stopped;

    Step(SpotOrder taker, long wantedE8, @Nullable BigInteger budget) {
      this.passesOwn = taker.selfTradeMode == SelfTradeMode.EXPIRE_MAKER;
      this.owner = taker.customer.account.owner();
      this.wantedE8 = wantedE8;
      this.budget = budget;
    }

    void meet(BookOrder maker) {
      if (stopped || qtyE8 == wantedE8 || (passesOwn && maker.owner() == owner)) {
        return;
      }
      BigInteger price = BigInteger.valueOf(maker.priceScaled());
      long most = Math.min(maker.openQtyScaled(), wantedE8 - qtyE8);
      long met = budget == null ? most : affordable(budget, price, most);
      stopped = met < most;
      qtyE8 += met;
      worth = worth.add(price.multiply(BigInteger.valueOf(met)));
    }

    private long affordable(BigInteger budget, BigInteger price, long most) {
      return budget.subtract(worth).divide(price).min(BigInteger.valueOf(most)).longValueExact();
    }

    BookWalk walk(boolean complete) {
      BigInteger quote = worth.add(ONE).subtract(BigInteger.ONE).divide(ONE);
      return new BookWalk(
          qtyE8,
          quote.compareTo(LARGEST) > 0
              ? OptionalLong.empty()
              : OptionalLong.of(quote.longValueExact()),
          complete);
    }
  }
}

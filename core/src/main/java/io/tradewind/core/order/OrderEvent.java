package io.tradewind.core.order;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.number.FixedPoint;
import java.math.RoundingMode;

/** What a venue, or the line to it, says about an order. */
public sealed interface OrderEvent {

  /** Our id. */
  long orderId();

  /** When, by the venue's clock, epoch nanoseconds. */
  long timeNs();

  /** It went out on the wire. */
  record Sent(long orderId, long timeNs) implements OrderEvent {}

  /** The venue has it. */
  record Accepted(long orderId, long timeNs) implements OrderEvent {}

  /** The venue would not have it. */
  record Rejected(long orderId, long timeNs, RejectReason reason) implements OrderEvent {}

  /** No answer came; it may or may not stand. */
  record Lost(long orderId, long timeNs) implements OrderEvent {}

  /** Its trigger was reached, at the level where it stood by then. */
  record Triggered(long orderId, long timeNs, long levelScaled) implements OrderEvent {}

  /**
   * A fill.
   *
   * @param qtyScaled quantity, in quantity scale
   * @param priceScaled price, in price scale, before slippage
   * @param quoteScaled price times quantity, in cash scale
   * @param feeScaled fee, in cash scale, or in quantity scale where it is taken in base
   * @param feeInBase whether the fee is taken out of the base that was bought
   * @param slippageScaled slippage, spread and impact, in cash scale
   * @param isLast whether nothing is left of the order
   */
  record Filled(
      long orderId,
      long timeNs,
      long qtyScaled,
      long priceScaled,
      long quoteScaled,
      long feeScaled,
      boolean feeInBase,
      long slippageScaled,
      boolean isLast)
      implements OrderEvent {
    /** Checks the ranges. */
    public Filled {
      Check.argument(qtyScaled > 0, "qtyScaled must be > 0, was %s", qtyScaled);
      Check.argument(priceScaled > 0, "priceScaled must be > 0, was %s", priceScaled);
      Check.argument(quoteScaled >= 0, "quoteScaled must be >= 0, was %s", quoteScaled);
    }

    /** What somebody closed at the venue, as if it had been an order of ours with the id 0. */
    public static Filled outside(MarginEvent.ClosedOutside closed) {
      return new Filled(
          0,
          closed.timeNs(),
          closed.qtyScaled(),
          closed.priceScaled(),
          closed.quoteScaled(),
          closed.feeScaled(),
          false,
          0,
          true);
    }

    /** So much of it, with its share of all sums, rounded down. */
    public Filled part(long partScaled) {
      Check.argument(
          partScaled > 0 && partScaled <= qtyScaled, "a part of %s, was %s", qtyScaled, partScaled);
      return new Filled(
          orderId,
          timeNs,
          partScaled,
          priceScaled,
          share(quoteScaled, partScaled),
          share(feeScaled, partScaled),
          feeInBase,
          share(slippageScaled, partScaled),
          isLast);
    }

    /** What such a part leaves. */
    public Filled after(long partScaled) {
      Filled part = part(partScaled);
      return new Filled(
          orderId,
          timeNs,
          qtyScaled - partScaled,
          priceScaled,
          quoteScaled - part.quoteScaled,
          feeScaled - part.feeScaled,
          feeInBase,
          slippageScaled - part.slippageScaled,
          isLast);
    }

    /** The same, no later than at a time. */
    public Filled notAfter(long latestNs) {
      return timeNs <= latestNs
          ? this
          : new Filled(
              orderId,
              latestNs,
              qtyScaled,
              priceScaled,
              quoteScaled,
              feeScaled,
              feeInBase,
              slippageScaled,
              isLast);
    }

    private long share(long sumScaled, long partScaled) {
      return FixedPoint.mulDiv(sumScaled, partScaled, qtyScaled, RoundingMode.DOWN);
    }
  }

  /** Its terms were changed as asked. */
  record Amended(long orderId, long timeNs, OrderTerms terms) implements OrderEvent {}

  /** It was taken back. */
  record Cancelled(long orderId, long timeNs) implements OrderEvent {}

  /** Its time ran out, or an immediate order found nothing more. */
  record Expired(long orderId, long timeNs) implements OrderEvent {}
}

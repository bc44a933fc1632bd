package io.tradewind.simulation.exchange.spot;

import io.tradewind.analytics.check.Check;
import java.util.OptionalInt;

/**
 * Where in the book an order finds its limit when it comes there. The limit then stands: it does
 * not follow the book.
 *
 * @param offsetLevels how many levels deeper than the best, 0 to 100; the best if it is empty
 */
public record Peg(PriceType priceType, OptionalInt offsetLevels) {
  /** Deeper than this no order is pegged. */
  public static final int MOST_LEVELS = 100;

  /** Of which side of the book. */
  public enum PriceType {
    /** The side on which the order itself would rest. */
    PRIMARY_PEG,
    /** The side from which it would take. */
    MARKET_PEG
  }

  public Peg {
    offsetLevels.ifPresent(it ->
        Check.argument(it >= 0 && it <= MOST_LEVELS, "offsetLevels must be 0..100, was %s", it));
  }

  /** To the best price of a side. */
  public static Peg best(PriceType priceType) {
    return new Peg(priceType, OptionalInt.empty());
  }
}

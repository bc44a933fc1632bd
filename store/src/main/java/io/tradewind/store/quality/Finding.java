package io.tradewind.store.quality;

import io.tradewind.core.time.Utc;
import java.math.BigDecimal;

/**
 * One thing that is wrong.
 *
 * @param fromNs open of the first candle concerned, or time of the funding; of a gap, the end of
 *     the candle before it, or the first funding that is missing
 * @param toNs end of what is concerned, not included
 * @param value as its kind says
 */
public record Finding(Kind kind, long fromNs, long toNs, BigDecimal value) {

  /** What. */
  public enum Kind {
    /** Candles or fundings are missing, the value is how many; or a book, the value is seconds. */
    GAP,
    /** Little was traded; the value is close times volume, in quote. */
    LOW_VOLUME,
    /** The close leapt; the value is its change as a fraction, with its sign. */
    JUMP,
    /** The price did not move for long; the value is how many candles. */
    FROZEN,
    /** Two candles open at the same time, or two fundings are of one minute; the value is 1. */
    DUPLICATE,
    /** A candle opens before the one that stands before it; the value is 1. */
    OUT_OF_ORDER,
    /** A candle breaks {@code 0 < low <= open, close <= high}; the value is its low. */
    BROKEN_RANGE,
    /** A funding rate is larger than any venue allows; the value is the rate. */
    ABSURD_RATE,
    /** A funding is not of a full hour; the value is how many minutes it lies behind one. */
    OFF_HOUR,
    /** A book's best bid is not under its best ask; the value is how many messages it stays so. */
    CROSSED
  }

  @Override
  public String toString() {
    return kind
        + " "
        + Utc.format(fromNs)
        + " to "
        + Utc.format(toNs)
        + ": "
        + value.toPlainString();
  }
}

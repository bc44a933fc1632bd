package io.tradewind.simulation.venue;

import io.tradewind.core.market.CandleColumns;

/**
 * What a candle's four prices prove about the way between them, from the moment an order joined.
 * Against us everything within the candle can have happened; for us only what must have. Pure.
 */
final class CandlePath {
  private static final long NONE = Long.MIN_VALUE;

  private CandlePath() {}

  /** Where a stop fills as it stands, or no price: rule 5. */
  static long stop(RestingOrder order, CandleColumns rows, int row) {
    if (order.isWithin() && order.isReachedBy(order.joinedAt())) {
      return order.joinedAt();
    }
    return order.isReachedBy(order.waitsForFall() ? rows.low(row) : rows.high(row))
        ? order.level()
        : NONE;
  }

  /** Where a limit or target fills, or no price: rule 6. */
  static long target(RestingOrder order, CandleColumns rows, int row) {
    if (order.isWithin() && order.isReachedBy(order.joinedAt())) {
      return order.joinedAt();
    }
    return order.isReachedBy(
            order.waitsForFall() ? sureLow(order, rows, row) : best(order, rows, row))
        ? order.level()
        : NONE;
  }

  /**
   * Where a trailing stop fills after the candle's best price has moved it, or no price: rule 7.
   */
  static long trailed(RestingOrder order, CandleColumns rows, int row, long tick) {
    long best = best(order, rows, row);
    if (!order.isActivatedBy(best)) {
      return NONE;
    }
    long moved = order.trailedFrom(best, tick);
    long worst = order.sells() ? rows.low(row) : rows.high(row);
    boolean hit = order.sells() ? worst <= moved : worst >= moved;
    if (!order.isTighter(moved) || !hit) {
      return NONE;
    }
    if (order.joined() == Joined.BEFORE) {
      return moved;
    }
    long least = order.trailedFrom(order.leastActivation(order.joinedAt()), tick);
    return order.sells() ? Math.max(worst, least) : Math.min(worst, least);
  }

  /** The best price for the position that the order closes that is sure to have come after it. */
  static long best(RestingOrder order, CandleColumns rows, int row) {
    return order.sells() ? sureHigh(order, rows, row) : sureLow(order, rows, row);
  }

  private static long sureHigh(RestingOrder order, CandleColumns rows, int row) {
    return order.joined() == Joined.FALLING
        ? Math.max(order.joinedAt(), rows.close(row))
        : rows.high(row);
  }

  private static long sureLow(RestingOrder order, CandleColumns rows, int row) {
    return order.joined() == Joined.RISING
        ? Math.min(order.joinedAt(), rows.close(row))
        : rows.low(row);
  }
}

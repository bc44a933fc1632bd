package io.tradewind.research.backtest;

import io.tradewind.core.number.FixedPoint;
import java.math.RoundingMode;

/**
 * The worth of a book's starting capital over time. As long as no cash is moved that is its equity;
 * from then on it grows by the book's returns, since cash that comes or goes is neither gain nor
 * loss.
 */
final class BookCurve {
  private final Points points = new Points();
  private long value;

  /** Equity at the last point, with what was moved since. */
  private long base;

  private boolean isMoved;

  BookCurve(long timeNs, long capitalScaled) {
    this.value = capitalScaled;
    this.base = capitalScaled;
    points.add(timeNs, capitalScaled);
  }

  /** Cash has come, or gone below 0. */
  void move(long amountScaled) {
    base += amountScaled;
    isMoved = true;
  }

  /** A day has ended. */
  void add(long timeNs, long equityScaled) {
    grow(equityScaled);
    points.add(timeNs, value);
  }

  /** The run has ended, maybe with a day. */
  void end(long timeNs, long equityScaled) {
    grow(equityScaled);
    points.replaceOrAdd(timeNs, value);
  }

  private void grow(long equityScaled) {
    if (!isMoved) {
      value = equityScaled;
    } else if (base > 0) {
      value = FixedPoint.mulDiv(value, equityScaled, base, RoundingMode.HALF_EVEN);
    }
    base = equityScaled;
  }

  EquityCurve curve(int scale) {
    return points.curve(scale);
  }
}

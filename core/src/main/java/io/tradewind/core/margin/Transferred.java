package io.tradewind.core.margin;

import io.tradewind.analytics.check.Check;

/**
 * Cash went from one book's account to another's.
 *
 * @param timeNs when, by the venue's clock, epoch nanoseconds
 * @param amountScaled how much, which is what was asked for or all that was free, in cash scale
 */
public record Transferred(int fromBook, int toBook, long timeNs, long amountScaled) {
  /** Checks the range. */
  public Transferred {
    Check.argument(amountScaled >= 0, "amountScaled must be >= 0, was %s", amountScaled);
  }
}

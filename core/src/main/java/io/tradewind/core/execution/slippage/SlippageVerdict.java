package io.tradewind.core.execution.slippage;

import java.util.Locale;

/** What is to be done with an order, what it is expected to lose as it is, and why. */
public sealed interface SlippageVerdict {
  /** Of a ratio. */
  double PERCENT = 100;

  /** What it would lose all at once. */
  ExpectedSlippage expected();

  /** Why. */
  SlippageReason reason();

  /** In words, with the figures. */
  default String text(SlippagePolicy policy) {
    return String.format(
        Locale.ROOT,
        "%s (%.3f %% of at most %.3f %%)",
        reason().text(),
        PERCENT * expected().ratio(),
        PERCENT * policy.maxRatio());
  }

  /** It may go as it is. */
  record Pass(ExpectedSlippage expected, SlippageReason reason) implements SlippageVerdict {}

  /**
   * It may go in parts.
   *
   * @param parts how many, at least 2, of equal size
   * @param durationNs over which time
   * @param participation the part of the market's volume that it may be meanwhile
   */
  record Split(
      ExpectedSlippage expected,
      SlippageReason reason,
      int parts,
      long durationNs,
      double participation)
      implements SlippageVerdict {}

  /** It may go as a limit order at this price, in price scale. */
  record Limit(ExpectedSlippage expected, SlippageReason reason, long priceScaled)
      implements SlippageVerdict {}

  /** It may not go. */
  record Refuse(ExpectedSlippage expected, SlippageReason reason) implements SlippageVerdict {}
}
